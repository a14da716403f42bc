import {
  documentId,
  roundTo,
  type AssemblySpec,
  type Basis,
  type Bess,
  type ConfiguratorPayload,
  type Finding,
  type Loads,
  type ModuleResolution,
  type SiteModel,
} from '@edp/schemas'

import { interModuleConnections } from '../connections/inter-module.ts'
import { portTable } from '../connections/ports.ts'
import { typicalOf } from '../connections/typical.ts'
import { sizeCooling } from '../cooling/size-cooling.ts'
import { blockElectrical, UTILITY_MVA } from '../electrical/block-electrical.ts'
import { LV_V, MV_V } from '../electrical/breakers.ts'
import { NETWORK_KW, nodePower, siteLoads } from '../electrical/loads.ts'
import { planBlocks } from '../electrical/plan-blocks.ts'
import { DROP_LIMIT_PCT } from '../connections/power-connection.ts'
import { siteItems } from '../items/site-items.ts'
import { placeModules } from '../layout/layout.ts'
import { designNetwork } from '../network/design-network.ts'
import { conditionFacts, holds } from './conditions.ts'
import { designBasis } from './design-basis.ts'
import { designFindings } from './design-findings.ts'

/** Changes whenever a rule changes a figure; part of the design revision. */
const RULES_VERSION = 1
/** Depth of discharge that a battery is planned with. */
const USABLE_SHARE = 0.95
/** Ambient temperature of cables by climate, degC (design choice). */
const AMBIENT_C = { subarctic: 40, temperate: 40, tropical: 40, arid_hot: 50 } as const

/** What a site is engineered from. */
export interface SiteInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly plate_ids: readonly string[]
  readonly compute: AssemblySpec
  /** null for the profiles without a battery. */
  readonly grid: AssemblySpec | null
}

/**
 * Engineers a site: loads, blocks, electrical design, cooling, network, layout, every connection and every item, with the
 * working of each figure and the findings of a reviewer.
 *
 * @throws {EdpError} `invalid_catalogue` when no battery product fits, `dangling_port` when ports do not mate, `size_limit`.
 * @example engineerSite({ payload, resolution, plate_ids: ['CG', 'CD'], compute, grid: null }).loads.site_kw
 */
export function engineerSite(input: SiteInput): SiteModel {
  const { payload, resolution, compute, grid } = input
  const facts = conditionFacts(payload, resolution)
  const type =
    resolution.bess_coupling === 'none' ? null : (grid?.bess_units?.find((u) => holds(u.when, facts)) ?? null)
  const units = type === null ? 0 : Math.ceil(roundTo(resolution.bess_capacity_mwh / type.energy_mwh, 9))
  const auxiliary = type?.auxiliary_kw ?? 0
  const first = siteLoads(payload, resolution, {
    grid_containers: grid === null ? 0 : 1,
    bess_units: units,
    bess_auxiliary_kw: auxiliary,
  })
  const plans = planBlocks({
    grid,
    containers: resolution.compute_container_count,
    container_kw: first.loads.container_max_kw,
    demand_factor: first.loads.demand_factor,
    bess_units: units,
    bess_auxiliary_kw: auxiliary,
  })
  const {
    loads,
    basis: loadBasis,
    findings: loadFindings,
  } = siteLoads(payload, resolution, {
    grid_containers: grid === null ? 0 : plans.length,
    bess_units: units,
    bess_auxiliary_kw: auxiliary,
  })
  const placed = placeModules({
    payload,
    resolution,
    compute,
    grid,
    blocks: plans.map((p) => ({
      compute: p.compute,
      bess: p.bess,
      transformers: grid === null ? 0 : p.transformers,
    })),
    bess:
      type === null
        ? null
        : {
            count: units,
            size_m: type.size_m,
            mass_kg: type.mass_kg,
            description: `Battery unit ${type.manufacturer} ${type.model}`,
          },
    container_mass_kg: compute.mass.dry_declared_kg,
  })
  const electrical = {
    frequency_hz: 60,
    mv_voltage_v: MV_V,
    lv_voltage_v: LV_V,
    it_voltage_v: 415,
    earthing_system: 'solidly grounded wye',
    utility_short_circuit_mva: UTILITY_MVA,
    voltage_drop_limit_pct: DROP_LIMIT_PCT,
    ambient_c: AMBIENT_C[resolution.climate_zone],
    blocks: placed.blocks.map((block, index) => {
      const plan = plans[index]
      if (plan === undefined) throw new Error(`no plan of ${block.block_id}`)
      const local = placed.modules.filter((m) => m.block_id === block.block_id)
      return blockElectrical({
        payload,
        resolution,
        block,
        plan,
        modules: local,
        loads,
        bess_type: type,
        firstTransformer: 1,
      })
    }),
  }
  const {
    cooling,
    basis: coolingBasis,
    findings: coolingFindings,
  } = sizeCooling({
    payload,
    resolution,
    spec: compute,
    node_kw: nodePower(resolution.gpu_variant),
    network_kw: NETWORK_KW,
  })
  const {
    network,
    basis: networkBasis,
    findings: networkFindings,
  } = designNetwork({ resolution, blocks: placed.blocks, modules: placed.modules })
  const bess = type === null ? null : bessOf(type, units, resolution, loads)
  const connections = interModuleConnections({
    table: portTable([compute, grid], facts),
    blocks: placed.blocks,
    electrical: electrical.blocks,
    modules: placed.modules,
    cooling,
    ambient_c: electrical.ambient_c,
  })
  const typicals = [compute, ...(grid === null ? [] : [grid])].map((spec) =>
    typicalOf(spec, placed.modules, facts, cooling),
  )
  const items = siteItems({
    resolution,
    specs: [compute, grid],
    modules: placed.modules,
    electrical,
    bess,
    cooling,
    facts,
  })
  const designed = {
    payload,
    resolution,
    loads,
    electrical,
    bess,
    connections,
    modules: placed.modules,
    layout: placed.layout,
    items,
  }
  const basis: Basis[] = [...loadBasis, ...designBasis(designed), ...coolingBasis, ...networkBasis]
  const findings: Finding[] = [
    ...loadFindings,
    ...designFindings(designed),
    ...coolingFindings,
    ...networkFindings,
  ]
  return {
    schema: 'edp.site-model/1',
    design_revision: documentId({ rules: RULES_VERSION, payload, compute, grid }).slice(0, 8),
    payload,
    resolution,
    plate_ids: [...input.plate_ids],
    blocks: placed.blocks,
    modules: placed.modules,
    typicals,
    connections,
    items,
    loads,
    electrical,
    bess,
    cooling,
    network,
    layout: placed.layout,
    basis,
    findings,
  }
}

function bessOf(
  type: NonNullable<AssemblySpec['bess_units']>[number],
  units: number,
  resolution: ModuleResolution,
  loads: Loads,
): Bess {
  const installed = units * type.energy_mwh
  const charge = Math.max(0, Math.min(loads.source_margin_kw, units * type.power_kw))
  return {
    unit_id: type.unit_id,
    manufacturer: type.manufacturer,
    model: type.model,
    output: type.output,
    unit_energy_mwh: type.energy_mwh,
    unit_power_kw: type.power_kw,
    units_count: units,
    required_mwh: resolution.bess_capacity_mwh,
    installed_mwh: roundTo(installed, 3),
    power_kw: roundTo(units * type.power_kw, 1),
    duration_h: roundTo((installed * 1000 * USABLE_SHARE) / loads.site_kw, 2),
    charge_power_kw: roundTo(charge, 1),
    charge_h: charge === 0 ? null : roundTo((installed * 1000 * USABLE_SHARE) / charge, 1),
    source: type.source,
  }
}
