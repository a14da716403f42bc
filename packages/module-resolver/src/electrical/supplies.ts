import {
  roundTo,
  type ConfiguratorPayload,
  type EnergySupply,
  type ModuleKind,
  type SiteModule,
} from '@edp/schemas'

import { connectionId } from '../connections/connection-id.ts'
import { isByOthers, modulesOf, type BlockInput } from './block-input.ts'
import { mvBreaker } from './breakers.ts'
import type { Duty } from './protection-functions.ts'
import { supplyMva } from './source-strength.ts'
import { MV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

interface SupplyRow {
  readonly kind: EnergySupply['kind']
  readonly duty: Duty
  /** Letters of its breaker and isolator behind 52- and 89-. */
  readonly letters: string
  readonly metering: string
  readonly description: string
}

/** How each kind of supply is connected. Source: design choice after IEEE C37.2 and common interconnection practice. */
const SUPPLIES = {
  utility_supply: {
    kind: 'utility',
    duty: 'utility',
    letters: 'U',
    metering: 'revenue meter, class 0.2S, CT 0.3B0.9',
    description: 'Utility service 13.8 kV',
  },
  generator_supply: {
    kind: 'generator',
    duty: 'generator',
    letters: 'G',
    metering: 'power quality meter, class 0.5',
    description: 'Generator plant 13.8 kV',
  },
  solar_supply: {
    kind: 'solar',
    duty: 'plant',
    letters: 'PV',
    metering: 'power quality meter, class 0.5, plant controller',
    description: 'Solar plant 13.8 kV, inverters with step-up',
  },
  nuclear_supply: {
    kind: 'nuclear',
    duty: 'generator',
    letters: 'N',
    metering: 'power quality meter, class 0.5',
    description: 'Nuclear plant 13.8 kV, turbine generator',
  },
} as const satisfies Partial<Record<ModuleKind, SupplyRow>>

type SupplyKind = keyof typeof SUPPLIES

/** Kinds of module that supply energy, utility first. */
const SUPPLY_KINDS = Object.keys(SUPPLIES) as readonly SupplyKind[]

/**
 * Supplies of a block, all BY OTHERS. The utility is sized for the demand and the charging of the battery; an on-site
 * source is the block's share of `source_capacity_mw`, by demand.
 */
export function suppliesOf(input: BlockInput, busA: number): EnergySupply[] {
  return SUPPLY_KINDS.flatMap((kind) =>
    modulesOf(input, kind).map((module) => supply(input, module, SUPPLIES[kind], busA)),
  )
}

function supply(input: BlockInput, module: SiteModule, row: SupplyRow, busA: number): EnergySupply {
  const { payload, plan, loads, head } = input
  const utility = row.kind === 'utility'
  const share = plan.demand_kw / loads.site_kw
  const rated = utility
    ? (plan.demand_kw + input.charge_kw) / POWER_FACTOR
    : (loads.source_capacity_kw * share) / POWER_FACTOR
  const mva = supplyMva(row.kind, rated)
  const backup = utility && payload.grid_connection === 'grid_backup'
  const currentA = utility ? busA : Math.min(busA, fullLoadCurrent(rated, MV_V))
  return {
    tag: module.designation,
    module_id: module.module_id,
    kind: row.kind,
    description: `${row.description}, BY OTHERS`,
    voltage_v: MV_V,
    rated_kva: Math.ceil(roundTo(rated, 1)),
    short_circuit_mva: roundTo(mva, 1),
    normally: isNormallyOpen(payload, row.kind) ? 'open' : 'closed',
    breaker: mvBreaker(
      `52-${row.letters}${module.ordinal}`,
      backup ? 'utility_no_export' : row.duty,
      currentA,
      roundTo(mva / (Math.sqrt(3) * (MV_V / 1000)), 1),
      isByOthers(input) ? 'by_others' : 'supply',
    ),
    isolator_tag: `89-${row.letters}${module.ordinal}`,
    metering: row.metering,
    connection_id: isByOthers(input) ? null : connectionId('PM', module.designation, head.designation, '01'),
  }
}

/** The utility stands open where it is backup; a generator beside a tied grid is standby. */
function isNormallyOpen(payload: ConfiguratorPayload, kind: EnergySupply['kind']): boolean {
  if (kind === 'utility') return payload.grid_connection === 'grid_backup'
  return kind === 'generator' && payload.grid_connection === 'grid_tied'
}
