import type {
  BessUnitType,
  Block,
  ConfiguratorPayload,
  Electrical,
  Loads,
  ModuleResolution,
  SiteModule,
} from '@edp/schemas'

import type { BlockPlan } from '../loads/plan-blocks.ts'
import { byKind } from '../site/group-modules.ts'
import { blockElectrical } from './block-electrical.ts'
import type { BlockInput, FirstNumbers } from './block-input.ts'
import { earthingSystem } from './earthing-system.ts'
import { operationOf } from './operation.ts'
import { CABLE_AMBIENT } from './correction-factors.ts'
import type { SpineSupply } from './spine-supply.ts'
import { UTILITY_MVA } from './source-strength.ts'
import { DROP_LIMIT_PCT, FREQUENCY_HZ, IT_V, LV_V, MV_V } from './system-voltages.ts'

/** What the electrical design of a site is made from. */
export interface SiteElectricalInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly blocks: readonly Block[]
  readonly plans: readonly BlockPlan[]
  readonly modulesOfBlock: ReadonlyMap<string, readonly SiteModule[]>
  readonly loads: Loads
  readonly bess: BessUnitType | null
  /** Charging power of all battery units, kW. */
  readonly charge_kw: number
  readonly compressor_kw: number
  readonly auxiliary_a: number
  readonly container_way_a: number
  readonly spine_supply: SpineSupply | null
}

/** Designs every block; tags of transformers, collectors and ties count on over the site. */
export function siteElectrical(input: SiteElectricalInput): Electrical {
  const blocks = blockInputs(input).map(blockElectrical)
  return {
    frequency_hz: FREQUENCY_HZ,
    mv_voltage_v: MV_V,
    lv_voltage_v: LV_V,
    it_voltage_v: IT_V,
    earthing_system: earthingSystem(blocks, input.bess),
    utility_short_circuit_mva: UTILITY_MVA,
    voltage_drop_limit_pct: DROP_LIMIT_PCT,
    ambient_c: CABLE_AMBIENT[input.resolution.climate_zone].air_c,
    operation: operationOf(blocks),
    blocks,
  }
}

function blockInputs(input: SiteElectricalInput): BlockInput[] {
  const units = input.blocks.reduce((sum, block) => sum + block.bess_module_ids.length, 0)
  const demandKw = input.plans.reduce((sum, plan) => sum + plan.demand_kw, 0)
  const first = { transformer: 1, collector: 1, tie: 1 }
  return input.blocks.map((block, index): BlockInput => {
    const plan = input.plans[index]
    const modules = byKind(input.modulesOfBlock.get(block.block_id) ?? [])
    const head = [...modules.values()].flat().find((m) => m.module_id === block.grid_module_id)
    if (plan === undefined || head === undefined)
      throw new RangeError(`${block.block_id} has no plan or no switchgear`)
    const numbers: FirstNumbers = { ...first }
    first.transformer += plan.transformers
    first.collector += Math.ceil(plan.bess / 4)
    first.tie += Math.max(0, plan.transformers - 1)
    return {
      payload: input.payload,
      resolution: input.resolution,
      block,
      plan,
      head,
      byKind: modules,
      loads: input.loads,
      bess: input.bess,
      charge_kw: units === 0 ? 0 : (input.charge_kw * block.bess_module_ids.length) / units,
      compressor_kw: input.compressor_kw,
      demand_share: plan.demand_kw / demandKw,
      auxiliary_a: input.auxiliary_a,
      container_way_a: input.container_way_a,
      spine_supply: input.spine_supply,
      first: numbers,
    }
  })
}
