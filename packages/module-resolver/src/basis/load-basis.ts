import { roundTo, type Basis } from '@edp/schemas'

import { CORE_KW } from '../loads/core-power.ts'
import { DEMAND_FACTORS } from '../loads/demand-factors.ts'
import { GRID_AUXILIARY_KW } from '../loads/site-loads.ts'
import { SPINE_KW } from '../loads/spine-power.ts'
import type { BasisInput } from './design-basis.ts'

/** Working of the loads. */
export function loadBasis({ payload, resolution, loads, blocks, bess, network }: BasisInput): Basis[] {
  const containers = resolution.compute_container_count
  return [
    {
      rule_id: 'LO-COUNT-01',
      quantity: 'Compute containers',
      applies_to: 'site',
      value: containers,
      unit: '',
      formula: 'target GPUs / 56, rounded up',
      inputs: { target_gpu_count: payload.target_gpu_count, gpus_per_container: 56 },
      source: 'seed: 7 nodes of 8 GPUs',
    },
    {
      rule_id: 'LO-CONT-01',
      quantity: 'Design-maximum load of a compute container',
      applies_to: 'each compute container',
      value: loads.container_max_kw,
      unit: 'kW',
      formula: 'sum of the budget lines',
      inputs: Object.fromEntries(loads.container_lines.map((l) => [`${l.line}, kW`, l.per_container_kw])),
      source: 'NVIDIA user guides for nodes and switches; the other lines assumption',
    },
    {
      rule_id: 'LO-SITE-01',
      quantity: 'Site demand',
      applies_to: 'site',
      value: loads.site_kw,
      unit: 'kW',
      formula:
        'demand factor x N x container + blocks x grid auxiliaries + battery units x auxiliaries + (spines + core rack in a compute container) x (1 + 1/3 for their air conditioning)',
      inputs: {
        demand_factor: loads.demand_factor,
        containers,
        container_kw: loads.container_max_kw,
        grid_containers: resolution.grid_container_present ? blocks.length : 0,
        grid_auxiliary_kw: GRID_AUXILIARY_KW,
        bess_units: bess?.units_count ?? 0,
        bess_auxiliary_kw: loads.bess_auxiliary_kw,
        spines: network.fabric.spines_count,
        spine_kw: SPINE_KW,
        core_kw: resolution.grid_container_present ? 0 : roundTo(CORE_KW, 1),
      },
      source: `demand factor ${DEMAND_FACTORS[payload.primary_workload]} for ${payload.primary_workload}: assumption; auxiliaries: assumption and battery product`,
    },
    {
      rule_id: 'LO-COMPUTE-01',
      quantity: 'P_compute_total_kW of the device topology manifest',
      applies_to: 'site',
      value: loads.compute_kw,
      unit: 'kW',
      formula:
        'N x container design maximum, without demand factor, cooling included; spines and core rack too where a compute container holds them',
      inputs: { containers, container_kw: loads.container_max_kw, it_kw: loads.container_it_kw },
      source: 'design choice',
    },
    {
      rule_id: 'LO-SOURCE-01',
      quantity: 'Source margin',
      applies_to: 'site',
      value: loads.source_margin_kw,
      unit: 'kW',
      formula: 'source capacity - site demand',
      inputs: { source_kw: loads.source_capacity_kw, site_kw: loads.site_kw },
      source: 'payload',
    },
    {
      rule_id: 'LO-PUE-01',
      quantity: 'Power usage effectiveness at design maximum',
      applies_to: 'each compute container',
      value: loads.pue,
      unit: '',
      formula: 'container load / (nodes + network)',
      inputs: { container_kw: loads.container_max_kw, it_kw: loads.container_it_kw },
      source: 'definition; typical operation is lower',
    },
    {
      rule_id: 'LO-BLOCK-01',
      quantity: 'Blocks',
      applies_to: 'site',
      value: blocks.length,
      unit: '',
      formula:
        'fewest blocks within compute feeders, kVA and battery units of a grid container, evenly filled',
      inputs: { containers, bess_units: bess?.units_count ?? 0, site_kva: loads.site_kva },
      source: 'limits of the grid container; 32 feeders and 5,000 kVA where there is none',
    },
  ]
}
