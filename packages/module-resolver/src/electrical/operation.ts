import { roundTo, type BlockElectrical } from '@edp/schemas'

import { MV_FAULT_SHARE } from './breakers.ts'
import { directCurrentNotes } from './direct-current-note.ts'
import { earthFaultNotes, LAST_S } from './earth-fault-settings.ts'
import { earthSourceNames } from './earth-sources.ts'
import { DURATION_S } from './neutral-current.ts'
import { DELAY_S, LEAST_RATIO, MOST_OF_SOURCE } from './grading.ts'
import { METERING_FROM, RELAY_BURDEN_OHM } from './instrument-transformers.ts'
import { sheddingTags } from './interlocks.ts'
import { DIFFERENTIAL_FROM_KVA } from './protection-functions.ts'
import { SKID_CONTROL_NOTE } from './skid-control.ts'

const seconds = (duty: keyof typeof DELAY_S): string => `${roundTo(DELAY_S[duty], 1)} s`

/** What the blocks of a site have: a note names nothing that is not there. */
interface Equipment {
  readonly battery: boolean
  readonly plant: boolean
  readonly machine: boolean
  readonly ties: boolean
}

function equipmentOf(blocks: readonly BlockElectrical[]): Equipment {
  const supplies = blocks.flatMap((block) => block.supplies)
  return {
    battery: blocks.some((block) => block.bess_branches.length > 0),
    plant: supplies.some((supply) => supply.kind === 'solar'),
    machine: supplies.some((supply) => supply.machine !== null),
    ties: blocks.some((block) => block.bus_ties.length > 0),
  }
}

/** What finds a fault: it locks a source out. What only sees the voltage or the frequency of the bus does not. */
const FAULT_FUNCTIONS = ['50/51', '50/51V', '51N', '51G', '59N', '87G']

/** Functions that set the lock-out of a source of these blocks. */
function lockingOut(blocks: readonly BlockElectrical[]): string[] {
  const sources = blocks.flatMap(({ supplies, bess_branches }) => [...supplies, ...bess_branches])
  return FAULT_FUNCTIONS.filter((code) => sources.some(({ breaker }) => breaker.functions.includes(code)))
}

/** How the settings are graded, and by which times. */
const GRADING = `Grading: a pick-up of 51 is at least ${LEAST_RATIO} times the largest behind it. Where its source does not stand that (above ${MOST_OF_SOURCE} times its current and above its cable) it is graded by time, as the table of grading says.`
function times({ battery }: Equipment): string {
  const [feeders, skids] = battery
    ? [
        'transformers and collectors',
        `, ring main units and earthing transformers ${seconds('skid_primary')}`,
      ]
    : ['transformers', '']
  return `51 at the greatest current: incomers ${seconds('utility')}, ${feeders} ${seconds('transformer')}${skids}; short time of mains ${seconds('main')}, feeders ${seconds('feeder')} (IEEE 242 practice). 50 acts at once, above what flows through.`
}

/** When nothing but inverters feeds the bus, which needs no saying where they alone are there. */
function whileIsland(blocks: readonly BlockElectrical[], bus: string): string {
  const names = earthSourceNames(blocks.flatMap(({ supplies }) => supplies.map(({ kind }) => kind)))
  return names.length === 0
    ? `Inverters alone feed ${bus}: `
    : `While ${names.map((name) => `no ${name}`).join(' and ')} feeds ${bus}, `
}

/** How an island that inverters alone feed is protected; nothing without a battery. */
function islandNotes(blocks: readonly BlockElectrical[]): string[] {
  const island = blocks.find((block) => block.island !== null)?.island ?? null
  if (island === null) return []
  const relays = equipmentOf(blocks).plant ? 'collectors and plants' : 'collectors'
  return [
    `Inverters give little more than their current: on an island overcurrent does not grade. ${whileIsland(blocks, 'the bus')}${relays} work on setting group ${island.setting_group}.`,
    `Setting group ${island.setting_group}: 51V (${island.overcurrent_pct} % of the current, below ${island.overcurrent_below_pct} % of the voltage) in ${island.overcurrent_s} s, 27 (${island.undervoltage_pct} %) in ${island.undervoltage_s} s; both stop the converters, which block by themselves after ${island.converter_s} s (maker to confirm).`,
    `Any fault on an island is off within ${island.cleared_s} s, also behind 52-T, 52-M and 52-KnnH. They need no restraint: where 27 does not see a fault, they see several times their pick-up.`,
  ]
}

/** How the relays of the skids' breakers measure; nothing without a battery. */
function skidInputs(blocks: readonly BlockElectrical[]): string[] {
  const [unit] = blocks.flatMap((block) => block.bess_branches.flatMap((branch) => branch.units))
  if (unit === undefined) return []
  const { functions, rated_v, range_v } = unit.voltage_inputs
  return [
    `${functions.join(', ')} of 52-Knn are on the ${rated_v} V lines over fuses, without voltage transformers: the skid's winding is not earthed, so their inputs are rated ${rated_v} V to earth too, range ${range_v} V.`,
    SKID_CONTROL_NOTE,
  ]
}

/** Where relays stand and what crosses between cabinets; nothing where the switchgear is the customer's. */
function cabinetNotes(blocks: readonly BlockElectrical[]): string[] {
  const sheds = blocks.some((block) => sheddingTags(block).length > 0)
  return blocks.some(({ mv_bus }) => mv_bus?.scope === 'supply')
    ? [
        `Relays and meters stand in the low-voltage compartments of the panels of their breakers (IEEE C37.20.2, C37.20.1): secondaries of current transformers over shorting blocks and of voltage transformers over fuses are wired there and leave no cabinet. What crosses between cabinets is in the cable schedule by function and cores: C-MV, C-TM${sheds ? ', C-LV' : ''}. 86E beside the frame of a breaker's relays stands in RLY: emergency power off keeps those breakers from closing by it, and opens all of them that feed the bus.`,
      ]
    : []
}

/** What 86BF of an incomer does: a bus may have no other source. */
function breakerFailure(blocks: readonly BlockElectrical[]): string {
  const opens = blocks.some(({ supplies }) => supplies.some(({ breaker }) => breaker.trips.length > 0))
  const stops = blocks.some(({ supplies }) => supplies.some(({ machine }) => machine !== null))
  const effects = [
    ...(opens ? ['opens every other source of the bus'] : []),
    ...(stops ? ['stops the machine behind the incomer'] : []),
  ]
  return `50BF acts over 86BF, which ${effects.length === 0 ? 'calls for the transfer trip of the utility: the bus has no other source' : effects.join(' and ')}.`
}

/** How the design is meant to be operated, as far as the blocks have what a sentence is about. Source: design choices. */
export function operationOf(blocks: readonly BlockElectrical[]): string[] {
  const has = (what: (block: BlockElectrical) => boolean): boolean => blocks.some(what)
  const equipment = equipmentOf(blocks)
  const { battery, plant, machine, ties } = equipment
  const rules: readonly (readonly [boolean, string])[] = [
    [
      true,
      'Feeders A and B of a compute container are each sized for its whole load; their loads are not added. Its transfer switches the neutral with the phases (4P): each transformer has one neutral bond, and neutrals are never in parallel.',
    ],
    [
      ties,
      'Bus ties are open in normal operation and interlocked so that two transformers never run in parallel.',
    ],
    [
      has((block) => block.supplies.some((supply) => supply.export_kva > 0)),
      'What a block sends to the utility is held by the EMS to the export shown at the utility, whatever its sources could give together.',
    ],
    [
      has((block) => block.supplies.some((supply) => supply.breaker.functions.includes('32R'))),
      'The utility takes no power: 32R opens its breaker.',
    ],
    [
      has((block) => block.earthing_transformer !== null),
      `${whileIsland(blocks, 'a medium-voltage bus')}the earthing transformer with its neutral resistor is its earth source; an earth fault there opens battery collectors${plant ? ' and plants' : ''}: 51G of the earthing transformer after what hangs on the bus, 59N after ${LAST_S} s; it stands the current for ${DURATION_S} s.`,
    ],
    ...islandNotes(blocks).map((note) => [true, note] as const),
    [
      has((block) => block.transformers.length > 0),
      `Temperature (26) and pressure (63) trip a unit transformer in their second stage through its 86${battery ? ', a skid transformer over the breaker of its ring main unit' : ''}; their first stages, the level (71)${has((block) => block.transformers.some((t) => t.primary_breaker.functions.includes('49'))) ? ' and 49' : ''} warn.`,
    ],
    ...skidInputs(blocks).map((note) => [true, note] as const),
    [
      has((block) => block.transformers.length > 0),
      `Differential protection (87T) is for transformers of ${DIFFERENTIAL_FROM_KVA / 1000} MVA and more (IEEE C37.91 practice)${battery ? ', unit and skid alike' : ''}: none here.`,
    ],
    [true, GRADING],
    [true, times(equipment)],
    ...earthFaultNotes(blocks).map((note) => [true, note] as const),
    [
      has((block) => block.transformers.some((t) => t.secondary_breaker.kind === 'ACB')),
      `Power circuit breakers (mains${ties ? ', ties' : ''}${battery ? ', skids' : ''} above 800 A) are rated for 100 % of their setting (NEC 2023, 215.3 exception).`,
    ],
    [
      has((block) => block.supplies.length > 0),
      `86 of ${battery ? 'a source (incomer, collector)' : 'an incomer'} is set by ${lockingOut(blocks).join(', ')}, not by 27, 59 and 81; it locks out its own breaker${machine ? ', stops its machine (BY OTHERS)' : ''} and is reset by hand.`,
    ],
    [has((block) => block.supplies.length > 0), breakerFailure(blocks)],
    [
      machine,
      '32, 40, 46, 51V, 51G and 87G of a machine measure over its neutral-side current transformers, sized for its rating (BY OTHERS), whatever the core of its incomer.',
    ],
    [
      has((block) => block.transformers.length > 0),
      battery
        ? 'Breakers of transformers, collectors and earthing transformers have no 50BF: 51 of the incomers and 51V of the collectors are their back-up, accepted.'
        : 'Breakers of transformers have no 50BF: 51 of the incomers is their back-up, accepted.',
    ],
    [
      has((block) => block.mv_bus !== null),
      `Medium-voltage ratings: the current of the bus is at most ${MV_FAULT_SHARE * 100} % of them where there is such a rating (IEEE C37.010, E/X); they hold for X/R <= 17, sources to confirm.`,
    ],
    ...[...cabinetNotes(blocks), ...directCurrentNotes(blocks)].map((note) => [true, note] as const),
    [
      true,
      `Relay cores of current transformers give the symmetrical short-circuit current of their bus to a burden of ${RELAY_BURDEN_OHM} ohm without saturating; relay maker and coordination study confirm burden and class.`,
    ],
    [
      has((block) => block.supplies.length > 0),
      `Metering cores hold their class from ${METERING_FROM * 100} % of the primary current on if not said otherwise; trip units measure with sensors of their own.`,
    ],
    [
      has((block) => block.supplies.length > 0),
      `Voltage transformers: class 0.3, fused, burden by the relay maker; wye-earthed on both sides, for the full voltage in an earth fault${lockingOut(blocks).includes('59N') ? '; 59N measures the sum of the three' : ''}.`,
    ],
  ]
  return rules.flatMap(([holds, rule]) => (holds ? [rule] : []))
}
