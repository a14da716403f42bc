import {
  roundTo,
  type BessBranch,
  type BessBranchUnit,
  type Block,
  type BlockElectrical,
  type Breaker,
  type Bus,
  type ConfiguratorPayload,
  type EnergySupply,
  type Feeder,
  type Loads,
  type ModuleResolution,
  type Scope,
  type SiteModule,
  type Transformer,
} from '@edp/schemas'
import type { AssemblySpec } from '@edp/schemas'

import { feederTrip, LV_V, lvBreaker, mvBreaker, MV_V } from './breakers.ts'
import { GRID_AUXILIARY_KW, POWER_FACTOR } from './loads.ts'
import type { BlockPlan } from './plan-blocks.ts'
import { current3, nextBus, nextInterrupting, nextMvFrame, nextSkid, shortCircuitKa } from './ratings.ts'

/** Short-circuit power of the utility at 13.8 kV (assumption, to be confirmed). */
export const UTILITY_MVA = 500
/** Sub-transient reactance of generating plant, per unit (assumption). */
const GENERATOR_XD = 0.15
/** Inverters feed this multiple of their rating into a fault. */
const INVERTER_FAULT = 1.2
/** PCS rating over battery power: reactive margin. */
const PCS_MARGIN = 1.05
const COLLECTOR_CHAIN = 4
/** Differential protection from this transformer rating on, kVA (design choice). */
const LARGE_TRANSFORMER_KVA = 2000

type BessUnitType = NonNullable<AssemblySpec['bess_units']>[number]

/** What the electrical design of a block is made from. */
export interface BlockInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly block: Block
  readonly plan: BlockPlan
  readonly modules: readonly SiteModule[]
  readonly loads: Loads
  readonly bess_type: BessUnitType | null
  readonly firstTransformer: number
}

/** Electrical design of one block; connection ids are those that the connections of the block carry. */
export function blockElectrical(input: BlockInput): BlockElectrical {
  const { block, plan, modules } = input
  const head = modules.find((m) => m.module_id === block.grid_module_id)
  if (head === undefined) throw new Error(`no module ${block.grid_module_id}`)
  const byOthers = head.kind === 'customer_switchgear'
  const scope: Scope = byOthers ? 'by_others' : 'supply'
  const demand_kva = plan.demand_kw / POWER_FACTOR
  const supplies = suppliesOf(input, demand_kva, scope)
  const source_mva = Math.max(
    ...supplies.filter((s) => s.normally === 'closed').map((s) => s.short_circuit_mva),
    10,
  )
  const isc = shortCircuitKa(plan.transformer, LV_V, source_mva)
  const busRating = nextBus(current3(plan.transformer.kva, LV_V))
  const n = block.ordinal
  const busTag = (section: number): string => (plan.transformers === 1 ? `LVS${n}` : `LVS${n}-${section + 1}`)
  const sections = Array.from({ length: plan.transformers }, (_, i) => i)

  const lv_buses: Bus[] = sections.map((i) => ({
    tag: busTag(i),
    voltage_v: LV_V,
    rating_a: busRating,
    short_circuit_ka: roundTo(isc, 1),
    withstand_ka: nextInterrupting(isc),
    module_id: head.module_id,
    scope,
  }))
  const transformers = byOthers
    ? []
    : sections.map((i) => transformerOf(input, i, isc, busTag(i), demand_kva / plan.transformers))
  const bess_branches = branchesOf(input)
  const mvCurrent = current3(demand_kva, MV_V) + bess_branches.reduce((sum, b) => sum + b.current_a, 0)
  const mv_bus: Bus | null = byOthers
    ? null
    : {
        tag: `MVS${n}`,
        voltage_v: MV_V,
        rating_a: nextMvFrame(mvCurrent),
        short_circuit_ka: roundTo(source_mva / (Math.sqrt(3) * 13.8), 1),
        withstand_ka: 25,
        module_id: head.module_id,
        scope,
      }
  return {
    block_id: block.block_id,
    demand_kw: roundTo(plan.demand_kw, 1),
    demand_kva: roundTo(demand_kva, 1),
    supplies,
    mv_bus,
    transformers,
    lv_buses,
    bus_ties: sections
      .slice(1)
      .map((i): Breaker => lvBreaker(`52-TIE${n}-${i}`, 'tie', busRating, isc, scope)),
    feeders: feedersOf(input, head, isc, busTag, scope),
    bess_branches,
    earthing:
      'Solidly grounded wye (480Y/277 V), neutral bonded once at each transformer; earth ring of bare copper with rods, at most 5 ohm',
  }
}

const SUPPLY = {
  utility_supply: { kind: 'utility', duty: 'utility', prefix: '52-U', text: 'Utility service' },
  generator_supply: { kind: 'generator', duty: 'generator', prefix: '52-G', text: 'Generator plant' },
  solar_supply: { kind: 'solar', duty: 'plant', prefix: '52-PV', text: 'Solar plant' },
  nuclear_supply: { kind: 'nuclear', duty: 'generator', prefix: '52-N', text: 'Nuclear plant' },
} as const

function suppliesOf(input: BlockInput, demand_kva: number, scope: Scope): EnergySupply[] {
  const { block, modules, payload } = input
  const share = (payload.source_capacity_mw * 1000) / input.resolution.compute_container_count
  const source_kva = (share * Math.max(block.compute_module_ids.length, 1)) / POWER_FACTOR
  return modules.flatMap((module): EnergySupply[] => {
    if (module.block_id !== block.block_id || !(module.kind in SUPPLY)) return []
    const row = SUPPLY[module.kind as keyof typeof SUPPLY]
    const utility = row.kind === 'utility'
    const mva = utility
      ? UTILITY_MVA
      : row.kind === 'solar'
        ? (INVERTER_FAULT * source_kva) / 1000
        : source_kva / 1000 / GENERATOR_XD
    const current = current3(demand_kva, MV_V)
    const noExport = utility && payload.grid_connection === 'grid_backup' ? ['32R'] : []
    return [
      {
        tag: module.designation,
        module_id: module.module_id,
        kind: row.kind,
        description: `${row.text}, 13.8 kV, BY OTHERS`,
        voltage_v: MV_V,
        rated_kva: roundTo(utility ? demand_kva : source_kva, 0),
        short_circuit_mva: roundTo(mva, 1),
        normally: utility && payload.grid_connection === 'grid_backup' ? 'open' : 'closed',
        breaker: mvBreaker(
          `${row.prefix}${block.ordinal}`,
          row.duty,
          current,
          mva / (Math.sqrt(3) * 13.8),
          scope,
          noExport,
        ),
        isolator_tag: `89-${row.prefix.slice(3)}${block.ordinal}`,
        metering: utility ? 'revenue meter, class 0.2S' : 'power quality meter',
        connection_id: `PM-${module.designation}-${headDesignation(input)}-01`,
      },
    ]
  })
}

function headDesignation(input: BlockInput): string {
  return input.modules.find((m) => m.module_id === input.block.grid_module_id)?.designation ?? ''
}

function transformerOf(
  input: BlockInput,
  index: number,
  isc: number,
  bus_tag: string,
  load_kva: number,
): Transformer {
  const { plan, block, modules } = input
  const module = modules.filter((m) => m.kind === 'unit_transformer' && m.block_id === block.block_id)[index]
  if (module === undefined) throw new Error(`no transformer ${index} in ${block.block_id}`)
  const primary = current3(plan.transformer.kva, MV_V)
  const secondary = current3(plan.transformer.kva, LV_V)
  const duty = plan.transformer.kva >= LARGE_TRANSFORMER_KVA ? 'transformer_large' : 'transformer'
  const head = headDesignation(input)
  return {
    tag: module.designation,
    module_id: module.module_id,
    rating_kva: plan.transformer.kva,
    primary_v: MV_V,
    secondary_v: LV_V,
    impedance_pct: plan.transformer.impedance_pct,
    vector_group: 'Dyn1',
    cooling: 'KNAN',
    primary_a: roundTo(primary, 1),
    secondary_a: roundTo(secondary, 1),
    loading_pct: roundTo((100 * load_kva) / plan.transformer.kva, 1),
    short_circuit_ka: roundTo(isc, 1),
    primary_breaker: mvBreaker(`52-${module.designation}`, duty, primary, 25),
    secondary_breaker: lvBreaker(`52-M${module.ordinal}`, 'main', nextBus(secondary), isc),
    bus_tag,
    primary_connection_id: `PM-${head}-${module.designation}-01`,
    secondary_connection_id: `PL-${module.designation}-${head}-01`,
  }
}

function feedersOf(
  input: BlockInput,
  head: SiteModule,
  isc: number,
  busTag: (section: number) => string,
  scope: Scope,
): Feeder[] {
  const { block, plan, loads, modules } = input
  const byId = new Map(modules.map((m) => [m.module_id, m]))
  const kw = loads.container_max_kw
  const current = current3(kw / POWER_FACTOR, LV_V)
  const trip = feederTrip(current)
  const perSection = Math.ceil(Math.max(block.compute_module_ids.length, 1) / plan.transformers)
  const compute = block.compute_module_ids.flatMap((id, index) => {
    const designation = byId.get(id)?.designation ?? ''
    const section = Math.floor(index / perSection)
    return (['A', 'B'] as const).map((system): Feeder => ({
      bus_tag: busTag((section + (system === 'B' ? 1 : 0)) % plan.transformers),
      kind: 'compute',
      system,
      breaker: lvBreaker(`52-${designation}${system}`, 'feeder', trip, isc, scope),
      load_module_id: id,
      load_designation: designation,
      load_kw: kw,
      design_current_a: roundTo(current, 1),
      connection_id: `PL-${head.designation}-${designation}-${system}01`,
    }))
  })
  if (head.kind === 'customer_switchgear') return compute
  const auxCurrent = current3(GRID_AUXILIARY_KW / POWER_FACTOR, LV_V)
  const auxiliary: Feeder = {
    bus_tag: busTag(0),
    kind: 'auxiliary',
    system: null,
    breaker: lvBreaker(`52-AUX${block.ordinal}`, 'feeder', feederTrip(auxCurrent), isc, scope),
    load_module_id: head.module_id,
    load_designation: `${head.designation} auxiliaries`,
    load_kw: GRID_AUXILIARY_KW,
    design_current_a: roundTo(auxCurrent, 1),
    connection_id: null,
  }
  const unitKw = input.bess_type?.auxiliary_kw ?? 0
  const unitCurrent = current3(unitKw / POWER_FACTOR, LV_V)
  const battery = block.bess_module_ids.map((id, index): Feeder => {
    const designation = byId.get(id)?.designation ?? ''
    return {
      bus_tag: busTag(index % plan.transformers),
      kind: 'bess_auxiliary',
      system: null,
      breaker: lvBreaker(`52-${designation}X`, 'feeder', feederTrip(unitCurrent), isc, scope),
      load_module_id: id,
      load_designation: `${designation} auxiliaries`,
      load_kw: unitKw,
      design_current_a: roundTo(unitCurrent, 1),
      connection_id: `PL-${head.designation}-${designation}-X01`,
    }
  })
  return [...compute, auxiliary, ...battery]
}

function branchesOf(input: BlockInput): BessBranch[] {
  const { block, bess_type, modules } = input
  if (bess_type === null) return []
  const head = headDesignation(input)
  const byId = new Map(modules.map((m) => [m.module_id, m]))
  const skidOf = new Map(modules.filter((m) => m.kind === 'bess_skid').map((m) => [m.parent_module_id, m]))
  const units = block.bess_module_ids.map((id) =>
    unitOf(byId.get(id), skidOf.get(id), bess_type, input.resolution),
  )
  const chains = Math.ceil(units.length / COLLECTOR_CHAIN)
  return Array.from({ length: chains }, (_, i): BessBranch => {
    const chain = units.slice(i * COLLECTOR_CHAIN, (i + 1) * COLLECTOR_CHAIN)
    const current = chain.reduce((sum, u) => sum + current3(u.transformer_kva, MV_V), 0)
    return {
      tag: `52-B${block.ordinal}-${i + 1}`,
      breaker: mvBreaker(`52-B${block.ordinal}-${i + 1}`, 'collector', current, 25),
      current_a: roundTo(current, 1),
      collector_connection_ids: chain.map((u, k) =>
        k === 0
          ? `PM-${head}-${u.skid_designation}-01`
          : `PM-${chain[k - 1]?.skid_designation ?? ''}-${u.skid_designation}-01`,
      ),
      units: chain,
    }
  })
}

function unitOf(
  unit: SiteModule | undefined,
  skid: SiteModule | undefined,
  type: BessUnitType,
  resolution: ModuleResolution,
): BessBranchUnit {
  if (unit === undefined || skid === undefined) throw new Error('a battery unit has no skid')
  const external = resolution.bess_coupling === 'dc_external_pcs'
  const kva = nextSkid(type.power_kw * PCS_MARGIN)
  const acCurrent = current3(kva, LV_V)
  const dcCurrent = external ? (type.power_kw * 1000) / type.voltage_min_v : null
  return {
    module_id: unit.module_id,
    designation: unit.designation,
    skid_module_id: skid.module_id,
    skid_designation: skid.designation,
    energy_mwh: type.energy_mwh,
    power_kw: type.power_kw,
    pcs_tag: `PCS-${external ? skid.designation : unit.designation}`,
    pcs_kva: kva,
    pcs_location: external ? 'skid' : 'battery enclosure',
    dc_min_v: external ? type.voltage_min_v : null,
    dc_max_v: external ? type.voltage_max_v : null,
    dc_current_a: dcCurrent === null ? null : roundTo(dcCurrent, 1),
    dc_protection:
      dcCurrent === null ? null : `89-DC and fuses 2-pole, 72-DC ${feederTrip(dcCurrent)} A, 64D`,
    ac_voltage_v: LV_V,
    ac_current_a: roundTo(acCurrent, 1),
    ac_breaker: lvBreaker(`52-${skid.designation}`, 'main', feederTrip(acCurrent / 1.25), 65),
    transformer_kva: kva,
    transformer_impedance_pct: 5.75,
    transformer_vector_group: 'Dyn1',
    power_connection_ids: [`${external ? 'PD' : 'PL'}-${unit.designation}-${skid.designation}-01`],
  }
}
