import type { BlockElectrical } from '@edp/schemas'

/** Equal things with the number of them that each of some blocks has. */
export interface CountedInBlocks<T> {
  readonly one: T
  readonly per_block: number
  /** Modules with the switchgear of those blocks. */
  readonly heads: readonly string[]
}

/** Things of every block, equal ones as one for each number of them that a block has: a large site stays readable. */
export function countByBlock<T>(
  blocks: readonly BlockElectrical[],
  thingsOf: (block: BlockElectrical) => readonly T[],
  keyOf: (thing: T) => string,
): CountedInBlocks<T>[] {
  const groups = new Map<string, { one: T; per_block: number; heads: string[] }>()
  for (const block of blocks) {
    const counts = new Map<string, { one: T; count: number }>()
    for (const one of thingsOf(block)) {
      const key = keyOf(one)
      counts.set(key, { one, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    for (const [key, { one, count }] of counts) {
      const group = groups.get(`${key}|${count}`) ?? { one, per_block: count, heads: [] }
      group.heads.push(block.mv_bus?.module_id ?? '')
      groups.set(`${key}|${count}`, group)
    }
  }
  return [...groups.values()]
}
