import type { Basis, Block, Finding, ModuleResolution, Network, SiteModule } from '@edp/schemas'

import { finding } from '../findings/checks.ts'
import { conduitsOf } from './conduits.ts'
import { designFabric, LINKS_PER_CONTAINER, SWITCH_PORTS, TWO_TIER_CONTAINERS_MAX } from './fabric.ts'
import { coreFindings } from './core-capacity.ts'
import { coreLeads } from './core-leads.ts'
import { networkNodes } from './network-nodes.ts'
import { UPLINKS, zonesOf } from './network-tables.ts'
import { otRings } from './ot-rings.ts'
import { otTopology } from './ot-topology.ts'
import { reservedAddresses } from './reserved-addresses.ts'

/** What the network of a site is designed from. */
export interface NetworkInput {
  readonly resolution: ModuleResolution
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
  /** Ports that the catalogue takes of the out-of-band switch of the container that holds spines. */
  readonly oob_ports_taken: number
  /** Racks of each container that holds spines. */
  readonly spine_racks_count: number
  /** Whether the first compute container holds the core rack. */
  readonly core_rack: boolean
}

/** Designed network with its working. */
export interface NetworkDesign {
  readonly network: Network
  readonly basis: readonly Basis[]
  readonly findings: readonly Finding[]
}

/**
 * Zones, conduits, switches, compute fabric and up-link of a site. Core switches, firewalls and EMS stand in the first
 * grid container, or in the first compute container where there is no grid container.
 */
export function designNetwork(input: NetworkInput): NetworkDesign {
  const { resolution, blocks, modules } = input
  const uplink = UPLINKS[resolution.ems_target]
  const nodes = networkNodes({ ...input, air_gapped: uplink.air_gapped })
  const fabric = designFabric(blocks, nodes.host_module_id)
  const rings = nodes.has_grid ? [] : otRings(blocks)
  const network: Network = {
    zones: zonesOf(resolution.sourcing_tier),
    conduits: conduitsOf({
      air_gapped: uplink.air_gapped,
      has_grid: nodes.has_grid,
      can_gateway: resolution.bess_coupling === 'dc_external_pcs',
      cores_count: nodes.has_grid ? blocks.length : 1,
    }),
    nodes: nodes.nodes,
    fabric,
    uplink: { ems_target: resolution.ems_target, ...uplink },
    host_module_id: nodes.host_module_id,
    ot_topology: otTopology(nodes.has_grid, rings.length),
    ot_rings: rings,
    leads: coreLeads({
      cores: nodes.has_grid ? ['swo-01', 'swo-02'] : ['SWCA', 'SWCB'],
      has_grid: nodes.has_grid,
      alone: !nodes.has_grid && rings.length === 0,
      air_gapped: uplink.air_gapped,
    }),
    reserved_addresses: reservedAddresses({
      zones: zonesOf(resolution.sourcing_tier),
      nodes: nodes.nodes,
      batteries_count: Math.max(...blocks.map(({ bess_module_ids }) => bess_module_ids.length)),
      spine_racks_count: fabric.spines_count === 0 ? 0 : input.spine_racks_count,
      core_rack: input.core_rack,
    }),
    addressing_rule:
      'Hosts: simulation, loopback. Site: the second octet is the number of the block; a subnet begins with the core, then every compute container and every battery has a fixed block of it (table of zones), 32 of each kind.',
  }
  return {
    network,
    basis: [fabricBasis(resolution.compute_container_count, fabric)],
    findings: [
      ...networkFindings(
        resolution.compute_container_count,
        fabric.spines.flatMap(({ module_ids }) => module_ids).length,
        nodes,
        hostOf(modules, nodes.host_module_id),
      ),
      ...coreFindings(blocks, rings, nodes.has_grid, nodes.host_module_id),
    ],
  }
}

function fabricBasis(containers: number, fabric: Network['fabric']): Basis {
  return {
    rule_id: 'NE-FABRIC-01',
    quantity: 'Spine switches',
    applies_to: 'compute fabric',
    value: fabric.spines_count,
    unit: '',
    formula: `per block: smallest s of 2, 4, 7, 14, 28 with ${SWITCH_PORTS} s >= ${LINKS_PER_CONTAINER} N; none on a site of one container`,
    inputs: { containers, switch_ports: SWITCH_PORTS, links_per_container: LINKS_PER_CONTAINER },
    source: 'vendor reference architecture, one up-link per down-link; switch ports of its user manual',
  }
}

/** Designation of the module that holds the core. */
function hostOf(modules: NetworkInput['modules'], host_module_id: string): string {
  return modules.find(({ module_id }) => module_id === host_module_id)?.designation ?? host_module_id
}

function networkFindings(
  containers: number,
  fabrics: number,
  { host_module_id, has_grid }: { readonly host_module_id: string; readonly has_grid: boolean },
  host: string,
): Finding[] {
  const findings: Finding[] = []
  if (fabrics > 1)
    findings.push(
      finding(
        'NET-001',
        `${containers} containers stand in ${fabrics} blocks, each with a two-tier fabric of its own for ${TWO_TIER_CONTAINERS_MAX} at most: the third tier between the blocks is to be designed.`,
        ['compute fabric'],
        { containers, fabrics, two_tier_max: TWO_TIER_CONTAINERS_MAX },
      ),
    )
  if (!has_grid)
    findings.push(
      finding(
        'NET-002',
        `Without a grid container the core switches, firewalls and EMS stand in ${host}; the cross-connect beside the customer switchgear is BY OTHERS.`,
        [host_module_id],
        {},
      ),
    )
  return findings
}
