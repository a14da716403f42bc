import { roundTo, type EnergySupply, type ModuleKind, type SiteModule } from '@edp/schemas'

import { connectionId } from '../connections/connection-id.ts'
import { isByOthers, modulesOf, type BlockInput } from './block-input.ts'
import { arresterOf } from './arresters.ts'
import { mvBreaker } from './breakers.ts'
import { DURATION_S, NEUTRAL_A } from './neutral-current.ts'
import { incomerAbove } from './grading.ts'
import { mostPickUp, sourceCurrent } from './incomer-current.ts'
import { meteringCt } from './instrument-transformers.ts'
import { isAlwaysOnUtility, isNormallyOpen } from './normal-state.ts'
import type { MvDuty } from './earth-fault-settings.ts'
import { requiredMvCable } from './required-cables.ts'
import { machineOf, supplyMva } from './source-strength.ts'
import { MV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

interface SupplyRow {
  readonly kind: EnergySupply['kind']
  readonly duty: MvDuty
  /** Letters of its breaker and isolator behind 52- and 89-. */
  readonly letters: string
  readonly meter: EnergySupply['meter']
  readonly description: string
  /** What its protection needs from others. */
  readonly by_others: readonly string[]
}

/**
 * A rotating machine earths the bus over a resistor like that of the earthing transformer (IEEE C62.92.2, low resistance; its maker
 * confirms it), has the second set of current transformers of 87G, and is stopped by it; by 86BF too, because nothing else takes it off a bus whose
 * incomer does not open.
 */
const MACHINE = [
  `neutral resistor ${NEUTRAL_A} A, ${DURATION_S} s`,
  'neutral CTs 51V, 51G, 87G',
  '86, 86BF, 87G shut it down',
] as const

/** How each kind of supply is connected. Source: design choice after IEEE C37.2 and common interconnection practice. */
const SUPPLIES = {
  utility_supply: {
    kind: 'utility',
    duty: 'utility',
    letters: 'U',
    meter: { kind: 'revenue', accuracy: '0.2S', reader: null },
    description: 'Utility service 13.8 kV',
    by_others: ['transfer trip on 50BF'],
  },
  generator_supply: {
    kind: 'generator',
    duty: 'generator',
    letters: 'G',
    meter: { kind: 'power quality', accuracy: '0.5', reader: null },
    description: 'Generator plant 13.8 kV',
    by_others: MACHINE,
  },
  solar_supply: {
    kind: 'solar',
    duty: 'plant',
    letters: 'PV',
    meter: { kind: 'power quality', accuracy: '0.5', reader: 'plant controller' },
    description: 'Solar plant 13.8 kV, inverters with step-up',
    by_others: ['13.8 kV side unearthed'],
  },
  nuclear_supply: {
    kind: 'nuclear',
    duty: 'generator',
    letters: 'N',
    meter: { kind: 'power quality', accuracy: '0.5', reader: null },
    description: 'Nuclear plant 13.8 kV, turbine generator',
    by_others: MACHINE,
  },
} as const satisfies Partial<Record<ModuleKind, SupplyRow>>

type SupplyKind = keyof typeof SUPPLIES

/** Utility first. */
const SUPPLY_KINDS = Object.keys(SUPPLIES) as readonly SupplyKind[]

/** Short-circuit power of every supply of a block, MVA. */
export function supplyStrengths(input: BlockInput): number[] {
  return SUPPLY_KINDS.flatMap((kind) =>
    modulesOf(input, kind).map(() => roundTo(supplyMva(SUPPLIES[kind].kind, plantKva(input)), 1)),
  )
}

/**
 * Supplies of a block, all BY OTHERS. Each is sized for what can flow through it: demand and charging of the battery in,
 * and out to the utility, where it takes power, what battery or on-site source can give. An on-site source gives the block
 * at most its share of `source_capacity_mw`, by demand. `busKa` is the fault current of the bus, `settings` are the pick-ups of the
 * breakers on it, A.
 */
export function suppliesOf(input: BlockInput, busKa: number, settings: readonly number[]): EnergySupply[] {
  return SUPPLY_KINDS.flatMap((kind) =>
    modulesOf(input, kind).map((module) => supply(input, module, SUPPLIES[kind], { busKa, settings })),
  )
}

function supply(
  input: BlockInput,
  module: SiteModule,
  row: SupplyRow,
  { busKa, settings }: { readonly busKa: number; readonly settings: readonly number[] },
): EnergySupply {
  const { payload, head } = input
  const flow = flowOf(input, row.kind)
  const currentA = fullLoadCurrent(Math.max(flow.in_kva, flow.out_kva), MV_V)
  const machine = machineOf(row.kind, plantKva(input))
  const sourceA = sourceCurrent(currentA, machine)
  const breaker = mvBreaker(`52-${row.letters}${module.ordinal}`, dutyOf(input, row), sourceA, busKa, {
    scope: isByOthers(input) ? 'by_others' : 'supply',
    leastA: incomerAbove(
      settings,
      mostPickUp(machine, sourceA, { busKa, climate_zone: input.resolution.climate_zone }),
    ),
  })
  const byOthers = isByOthers(input)
  return {
    tag: module.designation,
    module_id: module.module_id,
    kind: row.kind,
    description: `${row.description}, BY OTHERS`,
    voltage_v: MV_V,
    rated_kva: flow.in_kva,
    export_kva: flow.out_kva,
    design_current_a: roundTo(currentA, 1),
    machine,
    short_circuit_mva: roundTo(supplyMva(row.kind, plantKva(input)), 1),
    normally: isNormallyOpen(payload, row.kind) ? 'open' : 'closed',
    breaker,
    isolator_a: breaker.frame_a,
    isolator_ka: breaker.interrupting_ka,
    isolator_tag: `89-${row.letters}${module.ordinal}`,
    meter: row.meter,
    metering_ct: meteringCt(currentA, busKa),
    arrester: arresterOf(isAlwaysOnUtility(input)),
    by_others: row.by_others,
    connection_id: byOthers ? null : connectionId('PM', module.designation, head.designation, '01'),
    required_cable: byOthers ? requiredMvCable({ breaker, load_a: currentA }, busKa, input) : null,
  }
}

/** What the breaker of a supply protects: a grid that is backup takes nothing, a plant may stand beside a battery alone. */
function dutyOf({ payload, bess }: BlockInput, { kind, duty }: SupplyRow): MvDuty {
  if (kind === 'utility' && payload.grid_connection === 'grid_backup') return 'utility_no_export'
  return duty === 'plant' && bess !== null ? 'plant_beside_battery' : duty
}

/** Share of a block in the on-site source, by demand, kVA. */
function plantKva({ loads, demand_share }: BlockInput): number {
  return (loads.source_capacity_kw * demand_share) / POWER_FACTOR
}

/** What the block can take at once, kVA: its demand and the charging of its battery. */
function needKva({ plan, charge_kw }: BlockInput): number {
  return (plan.demand_kw + charge_kw) / POWER_FACTOR
}

/** Differences below this are rounding, kVA: charging takes what the source leaves, to 0.1 kW. */
const ROUNDING_KVA = 1

/** What an on-site source gives the block, kVA: one number with the need where charging takes all that is left. */
function giveKva(input: BlockInput): number {
  const [plant, need] = [plantKva(input), needKva(input)]
  return Math.abs(plant - need) < ROUNDING_KVA ? need : Math.min(plant, need)
}

/** Most that flows from a supply to the bus and back, kVA. Only a utility that is tied takes power. */
function flowOf(input: BlockInput, kind: EnergySupply['kind']): { in_kva: number; out_kva: number } {
  if (kind !== 'utility') return { in_kva: Math.round(giveKva(input)), out_kva: 0 }
  const tied = input.payload.grid_connection === 'grid_tied'
  return { in_kva: Math.round(needKva(input)), out_kva: tied ? Math.round(exportKva(input)) : 0 }
}

/**
 * What a block can send to a tied grid, kVA: its battery, or an on-site source that runs, alone; the EMS holds their sum to
 * it. What a plant gives beyond the need of its blocks leaves over a connection of its own, BY OTHERS.
 */
function exportKva(input: BlockInput): number {
  const runs = SUPPLY_KINDS.some(
    (kind) =>
      kind !== 'utility_supply' &&
      modulesOf(input, kind).length > 0 &&
      !isNormallyOpen(input.payload, SUPPLIES[kind].kind),
  )
  return Math.max(dischargeKva(input), runs ? giveKva(input) : 0)
}

/** Full discharge of the battery units of a block, kVA. */
export function dischargeKva(input: BlockInput): number {
  return ((input.bess?.power_kw ?? 0) * modulesOf(input, 'bess_unit').length) / POWER_FACTOR
}
