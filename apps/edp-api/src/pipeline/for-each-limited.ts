/**
 * Calls `action` for every item, a few at a time. After the first failure nothing new is begun, and what is under way is
 * waited for: when this returns, nothing goes on behind its back.
 *
 * @throws the first error.
 */
export async function forEachLimited<T>(
  items: readonly T[],
  limit: number,
  action: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values()
  const failures: unknown[] = []
  const lane = async (): Promise<void> => {
    for (const item of rest) {
      if (failures.length > 0) return
      await action(item).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: limit }, lane))
  if (failures.length > 0) throw failures[0]
}
