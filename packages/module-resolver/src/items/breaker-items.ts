import type { BessBranchUnit, Breaker, Interlock, SiteItem } from '@edp/schemas'

import { countByBlock } from './count-by-block.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** A breaker with the block that it stands in and what it serves. */
interface Placed {
  readonly breaker: Breaker
  readonly block_id: string
  readonly head_id: string
  readonly serves: string
}

/**
 * Breakers by rating. Breakers that serve one thing each keep their tag; feeder breakers of equal rating
 * are one line for each number of them that a block has, so that a site of 2,000 containers stays readable.
 */
export function breakerItems(input: ItemsInput): SiteItem[] {
  return [...taggedBreakers(input), ...feederBreakers(input), ...skidBreakers(input), ...keyInterlocks(input)]
}

/** What trips a breaker: a relay of the relay panel by its tag, or what comes with the breaker. */
function tripText({ relay, relay_tag }: Breaker): string {
  switch (relay) {
    case 'station relay':
      return `, tripped by station relay ${relay_tag ?? ''}`
    case 'cubicle relay':
    case 'trip unit':
      return ` with ${relay}`
    case 'BY OTHERS':
      return ''
  }
}

/** Breakers come inside the grid container; those of the customer's switchgear are lines of their own. */
function containerOf(breaker: Breaker): string | null {
  return breaker.scope === 'by_others' ? null : 'grid_container'
}

function breakerRating(b: Breaker): string {
  const setting = b.kind === 'MV vacuum' ? `51 pick-up ${b.trip_a} A` : `${b.trip_a} A trip`
  const continuous = b.kind === 'ACB' ? ' 100 % rated' : ''
  return `${b.kind}${continuous}, ${b.voltage_v} V, ${b.frame_a} AF, ${setting}, ${b.interrupting_ka} kA, ${b.poles}P${relayRange(b)}`
}

/** From which secondary current on the relay of a breaker works. */
function relayRange({ relay_from_a }: Breaker): string {
  return relay_from_a === null ? '' : `, relay inputs 5 A from ${relay_from_a} A on`
}

/**
 * Functions; the ground element of a trip unit measures the neutral too where it leaves with the phases. A relay 74 beside a trip unit comes
 * with the board.
 */
function functionText({ functions, neutral_sensor, relay }: Breaker): string {
  return functions
    .filter((name) => relay !== 'trip unit' || name !== '74')
    .map((name) => (name === 'LSIG' && neutral_sensor ? 'LSIG with neutral sensor' : name))
    .join(' ')
}

function taggedBreakers(input: ItemsInput): SiteItem[] {
  const placed = input.electrical.blocks.flatMap((block): Placed[] => {
    const at = { block_id: block.block_id, head_id: block.mv_bus?.module_id ?? '' }
    return [
      ...block.supplies.map((s) => ({ ...at, breaker: s.breaker, serves: `incomer of ${s.tag}` })),
      ...(block.earthing_transformer === null
        ? []
        : [
            {
              ...at,
              breaker: block.earthing_transformer.breaker,
              serves: `earthing transformer ${block.earthing_transformer.tag}`,
            },
          ]),
      ...block.transformers.flatMap((t) => [
        { ...at, breaker: t.primary_breaker, serves: `primary of ${t.tag}` },
        { ...at, breaker: t.secondary_breaker, serves: `main of ${t.bus_tag}` },
      ]),
      ...block.bus_ties.map((breaker) => ({ ...at, breaker, serves: 'bus tie, normally open' })),
      ...block.bess_branches.map((b) => ({ ...at, breaker: b.breaker, serves: 'battery collector' })),
    ]
  })
  return placed.map(({ breaker, block_id, head_id, serves }) =>
    siteItem(input, {
      item_id: breaker.tag,
      parent_item_id: containerOf(breaker),
      tag: breaker.tag,
      level: 'equipment',
      category: 'power',
      block_id,
      module_ids: [head_id],
      description: `Circuit breaker${tripText(breaker)}, ${serves}`,
      rating: `${breakerRating(breaker)}, ${functionText(breaker)}`,
      scope: breaker.scope,
      unit: 'ea',
      quantity_per_module: 1,
      quantity: 1,
      spec_ref: 'EL-BREAKER-01',
    }),
  )
}

/** Feeder breakers, by what they serve, rating and number in a block. */
function feederBreakers(input: ItemsInput): SiteItem[] {
  const groups = countByBlock(
    input.electrical.blocks,
    (block) => block.feeders,
    ({ breaker, kind }) => `${kind}|${breakerRating(breaker)}`,
  )
  return groups.map(({ one: { breaker, kind }, per_block, heads }, index) =>
    siteItem(input, {
      item_id: `feeder-breaker-${index + 1}`,
      parent_item_id: containerOf(breaker),
      level: 'equipment',
      category: 'power',
      module_kind: breaker.scope === 'by_others' ? 'customer_switchgear' : 'grid_container',
      module_ids: heads,
      description: FEEDER_TEXT[kind] ?? 'Feeder breaker',
      rating: `${breakerRating(breaker)}, ${functionText(breaker)}`,
      scope: breaker.scope,
      unit: 'ea',
      quantity_per_module: per_block,
      quantity: per_block * heads.length,
      spec_ref: 'EL-FEEDER-01',
    }),
  )
}

const FEEDER_TEXT: Readonly<Record<string, string>> = {
  compute: 'Feeder breaker of compute containers, systems A and B',
  auxiliary: 'Feeder breaker of the grid container auxiliaries',
  network: 'Feeder breaker of the spine racks',
  bess_auxiliary: 'Feeder breaker of battery unit auxiliaries',
  spare: 'Spare feeder breaker, equipped',
}

/** AC breakers of the battery skids, all alike. */
function skidBreakers(input: ItemsInput): SiteItem[] {
  const units = input.electrical.blocks.flatMap((b) => b.bess_branches.flatMap((branch) => branch.units))
  const [first] = units
  if (first === undefined) return []
  return [
    siteItem(input, {
      item_id: 'skid-breaker',
      parent_item_id: 'bess_skid',
      level: 'part',
      category: 'power',
      module_kind: 'bess_skid',
      module_ids: units.map((u) => u.skid_module_id),
      description: 'AC breaker of the battery skid',
      rating: `${breakerRating(first.ac_breaker)}, ${first.ac_breaker.functions.join(' ')}, ${inputsText(first)}`,
      scope: first.ac_breaker.scope,
      unit: 'ea',
      quantity_per_module: 1,
      quantity: units.length,
      spec_ref: 'BE-SKID-01',
    }),
  ]
}

/** Voltage inputs of the relays that come with a skid's breaker. */
function inputsText({ voltage_inputs: { rated_v, range_v } }: BessBranchUnit): string {
  return `direct voltage inputs ${rated_v} V between phases and to earth, range ${range_v} V, fuses`
}

/** Locks and keys of the key interlocks, by the number that a block has. */
function keyInterlocks(input: ItemsInput): SiteItem[] {
  const heads = new Map<number, { scope: Interlock['scope']; ids: string[] }>()
  for (const { interlocks, mv_bus } of input.electrical.blocks) {
    const keyed = interlocks.filter((interlock) => interlock.kind === 'key')
    const [first] = keyed
    if (first === undefined) continue
    const locks = keyed.reduce((sum, { devices }) => sum + devices.length, 0)
    const group = heads.get(locks) ?? { scope: first.scope, ids: [] }
    group.ids.push(mv_bus?.module_id ?? '')
    heads.set(locks, group)
  }
  return [...heads].map(([locks, { scope, ids }], index) =>
    siteItem(input, {
      item_id: `key-interlock-${index + 1}`,
      parent_item_id: scope === 'by_others' ? null : 'grid_container',
      level: 'equipment',
      category: 'power',
      module_kind: scope === 'by_others' ? 'customer_switchgear' : 'grid_container',
      module_ids: ids,
      description: 'Lock of a key interlock with its key, on isolator, breaker or tie',
      scope,
      unit: 'ea',
      quantity_per_module: locks,
      quantity: locks * ids.length,
      spec_ref: 'EL-BREAKER-01',
    }),
  )
}
