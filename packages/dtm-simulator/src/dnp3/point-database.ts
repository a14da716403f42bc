import type { Dnp3Value, StaticGroup } from '../values/dnp3-values.ts'
import { encodedPoints, knowsVariation, sizeOf, variationOf, type PointState } from './object-codec.ts'
import type { Selection } from './object-headers.ts'

/** A point and its present state. */
interface Entry {
  readonly value: Dnp3Value
  state: PointState
}

/** Static groups in the order in which a class 0 poll tells them. */
const GROUPS: readonly StaticGroup[] = [1, 10, 20, 30, 40]
/** 16-bit start and stop. */
const QUALIFIER_RANGE = 0x01
const HEADER = 7
/** Longest block, so that a fragment of 2,048 octets holds it. */
const BLOCK_MAX = 1900

/** Points of an outstation by group and index. */
export class PointDatabase {
  readonly #groups = new Map<StaticGroup, Map<number, Entry>>()

  constructor(values: readonly Dnp3Value[]) {
    for (const group of GROUPS) {
      const own = values.filter((value) => value.group === group).sort((a, b) => a.index - b.index)
      this.#groups.set(group, new Map(own.map((value) => [value.index, { value, state: value.raw }])))
    }
  }

  /** Whether a group is one of static points. */
  static isGroup(group: number): group is StaticGroup {
    return GROUPS.some((known) => known === group)
  }

  find(group: StaticGroup, index: number): Dnp3Value | undefined {
    return this.#groups.get(group)?.get(index)?.value
  }

  set(group: StaticGroup, index: number, state: PointState): void {
    const entry = this.#groups.get(group)?.get(index)
    if (entry !== undefined) entry.state = state
  }

  /** Blocks of all points of all groups, each in its variation: what class 0 means. */
  class0(): Buffer[] {
    return GROUPS.flatMap((group) => this.blocks(group, 0, { kind: 'all', most: Infinity })?.blocks ?? [])
  }

  /** Blocks of the points asked for, and whether all exist; null for a variation that nobody knows. */
  blocks(
    group: StaticGroup,
    variation: number,
    selection: Selection,
  ): { readonly blocks: Buffer[]; readonly complete: boolean } | null {
    if (!knowsVariation(group, variation)) return null
    const entries = this.#groups.get(group) ?? new Map<number, Entry>()
    const { found, complete } = selected(entries, selection)
    return { blocks: runs(found, variation).flatMap((run) => blocksOf(group, run, variation)), complete }
  }
}

function selected(
  entries: ReadonlyMap<number, Entry>,
  selection: Selection,
): { found: Entry[]; complete: boolean } {
  if (selection.kind === 'all')
    return { found: [...entries.values()].slice(0, Math.min(selection.most, entries.size)), complete: true }
  const indexes =
    selection.kind === 'range'
      ? Array.from({ length: selection.stop - selection.start + 1 }, (_, i) => selection.start + i)
      : selection.objects.map(({ index }) => index)
  const found = indexes.flatMap((index) => entries.get(index) ?? [])
  return { found, complete: found.length === indexes.length }
}

/** Points that follow each other and are told in the same variation. */
function runs(entries: readonly Entry[], asked: number): Entry[][] {
  const found: Entry[][] = []
  for (const entry of entries) {
    const last = found.at(-1)?.at(-1)
    const follows =
      last?.value.index === entry.value.index - 1 &&
      variationOf(last.value, asked) === variationOf(entry.value, asked)
    if (follows) found.at(-1)?.push(entry)
    else found.push([entry])
  }
  return found
}

function blocksOf(group: StaticGroup, run: readonly Entry[], asked: number): Buffer[] {
  const [first] = run
  if (first === undefined) return []
  const variation = variationOf(first.value, asked)
  // A whole number of octets of packed points.
  const most = Math.floor(BLOCK_MAX / sizeOf(group, variation) / 8) * 8
  return Array.from({ length: Math.ceil(run.length / most) }, (_, i) => {
    const part = run.slice(i * most, (i + 1) * most)
    const header = Buffer.alloc(HEADER)
    header.set([group, variation, QUALIFIER_RANGE])
    header.writeUInt16LE(first.value.index + i * most, 3)
    header.writeUInt16LE(first.value.index + i * most + part.length - 1, 5)
    return Buffer.concat([
      header,
      encodedPoints(
        group,
        variation,
        part.map(({ state }) => state),
      ),
    ])
  })
}
