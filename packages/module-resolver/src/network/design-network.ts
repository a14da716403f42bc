import { type Basis, type Block, type Finding, type ModuleResolution, type Network, type SiteModule } from '@edp/schemas'

import { CONDUITS, UPLINKS, ZONES } from './network-tables.ts'

/** What the network of a site is designed from. */
export interface NetworkInput {
  readonly resolution: ModuleResolution
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
}

/** Designed network with its working. */
export interface NetworkDesign {
  readonly network: Network
  readonly basis: readonly Basis[]
  readonly findings: readonly Finding[]
}

/** Ports of a leaf or spine switch, 400 Gbit/s (QM9700: 32 OSFP cages, 64 ports). */
const SWITCH_PORTS = 64
/** Down-links of a container: one per GPU. */
const LINKS_PER_CONTAINER = 56
const LEAVES_PER_CONTAINER = 2
const LINKS_PER_LEAF = LINKS_PER_CONTAINER / LEAVES_PER_CONTAINER
/** Spine counts that divide the 28 up-links of a leaf. */
const SPINE_STEPS = [2, 4, 7, 14, 28] as const
/** Largest non-blocking two-tier fabric of this rule. */
const TWO_TIER_CONTAINERS_MAX = 32

/** Spines of a non-blocking two-tier fabric: the smallest step with enough ports; none for one container. */
export function spineCount(containers: number): number {
  if (containers === 1) return 0
  return SPINE_STEPS.find((spines) => spines * SWITCH_PORTS >= LINKS_PER_CONTAINER * containers) ?? 28
}

/** Zones, conduits, switches, compute fabric and up-link of a site. */
export function designNetwork({ resolution, blocks, modules }: NetworkInput): NetworkDesign {
  const containers = resolution.compute_container_count
  const threeTier = containers > TWO_TIER_CONTAINERS_MAX
  const spines = threeTier ? 28 * blocks.length : spineCount(containers)
  const idsOf = (kind: SiteModule['kind']): string[] => modules.filter((m) => m.kind === kind).map((m) => m.module_id)
  const grids = idsOf('grid_container')
  const computes = idsOf('compute_container')
  const batteries = idsOf('bess_unit')
  const host = grids[0] ?? computes[0] ?? ''
  const hostKind = grids.length > 0 ? 'grid_container' : 'compute_container'
  const uplink = UPLINKS[resolution.ems_target]
  const node = (tag: string, kind: Network['nodes'][number]['kind'], module_kind: SiteModule['kind'], module_ids: string[], description: string, zone_id: string, ports: string): Network['nodes'][number] => ({
    tag, kind, module_kind, module_ids, description, zone_id, ports,
  })
  const hostIds = grids.length > 0 ? grids : [host]
  const network: Network = {
    zones: ZONES,
    conduits: CONDUITS,
    nodes: [
      node('swl-01', 'leaf', 'compute_container', computes, 'Compute fabric leaf 1', 'Z5', '64 x 400 Gbit/s'),
      node('swl-02', 'leaf', 'compute_container', computes, 'Compute fabric leaf 2', 'Z5', '64 x 400 Gbit/s'),
      node('swm-01', 'oob_switch', 'compute_container', computes, 'Out-of-band management switch', 'Z4', '48 x 1 GbE'),
      node('swo-01', 'ot_switch', 'compute_container', computes, 'OT switch', 'Z2', '24 x 1 GbE, 2 x 10 GbE'),
      node('FW1', 'firewall', 'compute_container', computes, 'OT firewall and edge gateway', 'Z2', '8 x 1 GbE'),
      ...(grids.length > 0 ? [node('swo-01', 'core_switch', 'grid_container', grids, 'OT core switch pair', 'Z1', '2 x 24 SFP+')] : [node('SWC', 'core_switch', 'compute_container', [host], 'OT core switch pair', 'Z1', '2 x 24 SFP+')]),
      node('RTR', 'router', hostKind, hostIds.slice(0, 1), 'WAN router and firewall pair', 'Z3.5', '2 x 8 GbE'),
      node('EMS', 'ems_server', hostKind, hostIds.slice(0, 1), 'EMS servers and historian', 'Z3', '2 x 10 GbE'),
      node('JMP', 'jump_host', hostKind, hostIds.slice(0, 1), 'Jump host, proxy, update repository', 'Z3.5', '1 GbE'),
      node('CLK', 'clock', hostKind, hostIds.slice(0, 1), 'GPS clock, PTP and NTP', 'Z3', '1 GbE'),
      ...(uplink.air_gapped ? [node('DIO', 'data_diode', hostKind, hostIds.slice(0, 1), 'One-way optical diode for signed media', 'Z3.5', '1 GbE')] : []),
      ...(batteries.length > 0 ? [node('SWB', 'ot_switch', 'bess_unit', batteries, 'Battery enclosure switch', 'Z1', '8 x 1 GbE, 2 x SFP')] : []),
      ...(spines > 0 ? [node('SPN', 'spine', hostKind, threeTier ? hostIds : hostIds.slice(0, 1), `Compute fabric spines, ${spines} switches`, 'Z5', '64 x 400 Gbit/s')] : []),
    ],
    fabric: {
      leaves_count: LEAVES_PER_CONTAINER * containers,
      spines_count: spines,
      tiers: threeTier ? 3 : spines === 0 ? 1 : 2,
      downlinks_per_leaf: LINKS_PER_LEAF,
      uplinks_per_leaf: spines === 0 ? 4 : LINKS_PER_LEAF,
      uplinks_per_leaf_per_spine: spines === 0 || threeTier ? 0 : LINKS_PER_LEAF / spines,
      node_cables_count: LINKS_PER_CONTAINER * containers,
      spine_cables_count: spines === 0 ? 0 : LINKS_PER_CONTAINER * containers,
      spine_module_id: spines === 0 ? null : host,
      note: threeTier
        ? 'More than 32 containers need a third tier between blocks; its design is outside this package.'
        : spines === 0
          ? 'One container: the two leaves are joined by 4 links.'
          : 'Two tiers, non-blocking.',
    },
    uplink: { ems_target: resolution.ems_target, ...uplink },
    host_module_id: host,
    addressing_rule:
      'Simulation: loopback addresses of the device topologies. Operation: host = 10 + device index inside the subnet of its zone; one /24 per container and zone where a zone has more than 60 hosts.',
  }
  return {
    network,
    basis: [
      {
        rule_id: 'NE-FABRIC-01',
        quantity: 'Spine switches',
        applies_to: 'compute fabric',
        value: spines,
        unit: '',
        formula: threeTier ? '28 per block of up to 32 containers' : 'smallest of 2, 4, 7, 14, 28 with 64 s >= 56 N; none for one container',
        inputs: { containers, switch_ports: SWITCH_PORTS, links_per_container: LINKS_PER_CONTAINER },
        source: 'vendor reference architecture principle 1:1; switch port count from its user manual',
      },
    ],
    findings: [
      ...(threeTier
        ? [{ code: 'NET-001', severity: 'warning' as const, message: `${containers} containers exceed the ${TWO_TIER_CONTAINERS_MAX} of a two-tier fabric: the third tier between blocks is to be designed.`, concerns: ['compute fabric'], figures: { containers, two_tier_max: TWO_TIER_CONTAINERS_MAX }, artifacts: ['comms_diagram'] }]
        : []),
      ...(grids.length === 0
        ? [{ code: 'NET-002', severity: 'info' as const, message: 'Without a grid container the core switches, firewalls and EMS stand in C01; the cross-connect beside the customer switchgear is BY OTHERS.', concerns: [host], figures: {}, artifacts: ['comms_diagram'] }]
        : []),
    ],
  }
}
