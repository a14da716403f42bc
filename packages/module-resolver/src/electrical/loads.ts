import {
  roundTo,
  type Basis,
  type ConfiguratorPayload,
  type Finding,
  type GpuVariant,
  type Loads,
  type ModuleResolution,
  type PrimaryWorkload,
} from '@edp/schemas'

/** Greatest input of one 8-GPU node, kW (maker's user guides). */
const NODE_KW = { h100_sxm: 10.2, b200: 14.3 } as const satisfies Record<GpuVariant, number>
const NODES_PER_CONTAINER = 7
/** Leaf, storage, out-of-band switches, head servers, shelves, OT rack gear, kW (sum of makers' maxima; servers assumption). */
const NETWORK_KW = 10.1
/** Duty pumps of both loops, kW (assumption). */
const PUMP_KW = 2.2
/** Lighting, fire panel, access, CCTV, controls, UPS losses, kW (assumption). */
const AUXILIARY_KW = 2.5
/** Fans of heat rejection and compressors for residual heat by variant, kW (2.5 % of the rejected heat; COP 3). */
const FANS_KW = { h100_sxm: 1.6, b200: 2.3 } as const satisfies Record<GpuVariant, number>
const AIR_KW = { h100_sxm: 10.3, b200: 12.7 } as const satisfies Record<GpuVariant, number>
/** Internal distribution losses, kW: 2 % of the container. */
const LOSSES_KW = { h100_sxm: 2.1, b200: 2.6 } as const satisfies Record<GpuVariant, number>
/** Heat tracing and anti-condensation in subarctic sites, kW (assumption). */
const TRACING_KW = 4
/** Typical over greatest load (assumption). */
const TYPICAL_SHARE = 0.8
export const POWER_FACTOR = 0.95
/** Auxiliaries of one grid container, kW (assumption: air conditioning, chargers, relays, EMS). */
export const GRID_AUXILIARY_KW = 12
/** Training loads all GPUs at once; other workloads do not (assumption). */
const DEMAND_FACTOR = { ai_training: 1, ai_inference: 0.9, mixed: 0.9 } as const satisfies Record<
  PrimaryWorkload,
  number
>

/** What the loads need besides payload and resolution. */
export interface LoadCounts {
  readonly grid_containers: number
  readonly bess_units: number
  readonly bess_auxiliary_kw: number
}

/** Power of the nodes of one container, kW. */
export function nodePower(variant: GpuVariant): number {
  return roundTo(NODE_KW[variant] * NODES_PER_CONTAINER, 1)
}
export { NETWORK_KW }

/** Load budget of a container and of the site. */
export function siteLoads(
  payload: ConfiguratorPayload,
  resolution: ModuleResolution,
  counts: LoadCounts,
): { loads: Loads; basis: Basis[]; findings: Finding[] } {
  const variant = resolution.gpu_variant
  const lines: Loads['container_lines'] = [
    { line: 'GPU nodes', per_container_kw: nodePower(variant), note: `7 x ${NODE_KW[variant]} kW` },
    {
      line: 'Network, storage and management',
      per_container_kw: NETWORK_KW,
      note: 'leaf, storage, OOB and OT switches, head servers',
    },
    { line: 'CDU pump', per_container_kw: PUMP_KW, note: 'duty pump of N+1' },
    { line: 'Facility pump', per_container_kw: PUMP_KW, note: 'duty pump of N+1' },
    { line: 'Heat rejection fans', per_container_kw: FANS_KW[variant], note: '2.5 % of rejected heat' },
    { line: 'Residual air cooling', per_container_kw: AIR_KW[variant], note: 'COP 3' },
    { line: 'Lighting, safety, controls', per_container_kw: AUXILIARY_KW, note: '' },
    { line: 'Distribution losses', per_container_kw: LOSSES_KW[variant], note: '2 %' },
    ...(resolution.climate_zone === 'subarctic'
      ? [{ line: 'Heat tracing', per_container_kw: TRACING_KW, note: 'subarctic' }]
      : []),
  ]
  const container = roundTo(
    lines.reduce((sum, line) => sum + line.per_container_kw, 0),
    1,
  )
  const it = nodePower(variant) + NETWORK_KW
  const demandFactor = DEMAND_FACTOR[payload.primary_workload]
  const compute = container * resolution.compute_container_count
  const grid = counts.grid_containers * GRID_AUXILIARY_KW
  const bess = counts.bess_units * counts.bess_auxiliary_kw
  const site = compute * demandFactor + grid + bess
  const source = payload.source_capacity_mw * 1000
  const loads: Loads = {
    container_lines: lines,
    container_max_kw: container,
    container_typical_kw: roundTo(container * TYPICAL_SHARE, 1),
    container_kva: roundTo(container / POWER_FACTOR, 1),
    container_it_kw: roundTo(it, 1),
    power_factor: POWER_FACTOR,
    demand_factor: demandFactor,
    compute_kw: roundTo(compute, 1),
    grid_auxiliary_kw: grid,
    bess_auxiliary_kw: bess,
    site_kw: roundTo(site, 1),
    site_kva: roundTo(site / POWER_FACTOR, 1),
    site_typical_kw: roundTo(compute * TYPICAL_SHARE + grid + bess, 1),
    pue: roundTo(container / it, 2),
    source_capacity_kw: roundTo(source, 1),
    source_margin_kw: roundTo(source - site, 1),
  }
  return { loads, basis: basisOf(loads, resolution), findings: findingsOf(loads) }
}

function basisOf(loads: Loads, resolution: ModuleResolution): Basis[] {
  return [
    {
      rule_id: 'LO-CONT-01',
      quantity: 'Greatest load of a compute container',
      applies_to: 'each compute container',
      value: loads.container_max_kw,
      unit: 'kW',
      formula: 'sum of the budget lines',
      inputs: Object.fromEntries(loads.container_lines.map((line) => [line.line, line.per_container_kw])),
      source: 'node user guides; other lines assumption',
    },
    {
      rule_id: 'LO-SITE-01',
      quantity: 'Site demand',
      applies_to: 'site',
      value: loads.site_kw,
      unit: 'kW',
      formula: 'demand factor x N x container + grid containers + battery auxiliaries',
      inputs: {
        containers: resolution.compute_container_count,
        container_kw: loads.container_max_kw,
        demand_factor: loads.demand_factor,
        grid_kw: loads.grid_auxiliary_kw,
        bess_kw: loads.bess_auxiliary_kw,
      },
      source: 'demand factor by workload: assumption',
    },
    {
      rule_id: 'LO-PUE-01',
      quantity: 'PUE of a container at greatest load',
      applies_to: 'each compute container',
      value: loads.pue,
      unit: '',
      formula: 'container load / IT load',
      inputs: { container_kw: loads.container_max_kw, it_kw: loads.container_it_kw },
      source: 'definition',
    },
  ]
}

function findingsOf(loads: Loads): Finding[] {
  if (loads.source_margin_kw >= 0) return []
  return [
    {
      code: 'LOAD-001',
      severity: 'critical',
      message: `Site demand ${loads.site_kw} kW exceeds the source capacity of ${loads.source_capacity_kw} kW.`,
      concerns: ['source_capacity_mw'],
      figures: { site_kw: loads.site_kw, source_kw: loads.source_capacity_kw },
      artifacts: ['sld'],
    },
  ]
}
