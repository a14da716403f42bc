/** Records of the workload; some 50 ms on a machine of 2024. */
const RECORDS = 20_000

/**
 * Work whose cost depends on the machine and never on this product: objects are made, sorted, written as text and parsed.
 * Figures are given as multiples of its time, so that reports of different machines can be compared.
 *
 * @returns a number that depends on all of the work, so that none of it is optimised away.
 */
export function referenceWorkload(): number {
  let state = 42
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    id: `record-${next().toString(36)}`,
    index,
    values: [next() / 1e3, next() / 1e6, next() % 97],
  }))
  records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index))
  const text = JSON.stringify(records, null, 2)
  const parsed = JSON.parse(text) as typeof records
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0
  for (const { values } of parsed) sum = (sum + (values[2] ?? 0)) | 0
  return sum
}
