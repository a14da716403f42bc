import type { Block, ModuleKind, Network, NetworkNode, SiteModule } from '@edp/schemas'

import { OUTSIDE } from './conduits.ts'
import { FIBRE_PANEL } from './core-channels.ts'
import { CORE_PORTS } from './core-capacity.ts'
import { designFabric } from './fabric.ts'
import { coreHeld, OOB_SWITCH, SECOND_OOB_SWITCH, takesSecondSwitch } from './management-leads.ts'
import { designationOf, spineNodes } from './spine-nodes.ts'

/** Ports of an out-of-band switch (SN2201 data sheet). */
const OOB_PORTS = '48 x 1 GbE, 4 x 100 GbE'

/** Port of a management controller beside those of the data, in Z4. */
const MANAGED_BY = ', 1 x 1 GbE management'

/** What the network equipment follows from. */
export interface NetworkNodesInput {
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
  readonly air_gapped: boolean
  readonly oob_ports_taken: number
  readonly spine_racks_count: number
  readonly core_rack: boolean
}

/** The network equipment and where the site's core stands. */
export interface NetworkNodes {
  readonly nodes: NetworkNode[]
  readonly host_module_id: string
  readonly has_grid: boolean
}

/**
 * Switches, firewalls, clock and servers of the site. Tags of what the device topologies poll are the topologies' own.
 */
export function networkNodes(input: NetworkNodesInput): NetworkNodes {
  const { blocks, modules, air_gapped } = input
  const idsOf = (kind: ModuleKind): string[] => modules.filter((m) => m.kind === kind).map((m) => m.module_id)
  const grids = idsOf('grid_container')
  const computes = idsOf('compute_container')
  const has_grid = grids.length > 0
  const host_module_id = grids[0] ?? computes[0] ?? ''
  const host_kind: ModuleKind = has_grid ? 'grid_container' : 'compute_container'
  const hosts = [host_module_id]
  const at =
    (module_kind: ModuleKind, module_ids: string[]) =>
    (
      tag: string,
      kind: NetworkNode['kind'],
      description: string,
      zone_id: string,
      ports: string,
    ): NetworkNode => ({
      tag,
      kind,
      module_kind,
      module_ids,
      description,
      zone_id,
      ports,
    })
  const compute = at('compute_container', computes)
  const host = at(host_kind, hosts)
  // Every grid container holds the core of its block; without one the site has a single core.
  const core = at(host_kind, has_grid ? grids : hosts)
  const batteries = idsOf('bess_unit')
  const fabric = designFabric(blocks, host_module_id)
  const nodes: NetworkNode[] = [
    compute('swl-01', 'leaf', 'Compute fabric leaf 1', 'Z5', '64 x 400 Gbit/s'),
    compute('swl-02', 'leaf', 'Compute fabric leaf 2', 'Z5', '64 x 400 Gbit/s'),
    compute('sws-01', 'storage_switch', 'Storage and in-band switch 1', 'Z5', '64 x 800 Gbit/s'),
    compute('sws-02', 'storage_switch', 'Storage and in-band switch 2', 'Z5', '64 x 800 Gbit/s'),
    compute(OOB_SWITCH, 'oob_switch', 'Out-of-band management switch', 'Z4', OOB_PORTS),
    compute('swo-01', 'ot_switch', 'OT switch of the container', 'Z2', '24 x 1 GbE, 2 x 10 GbE'),
    compute(
      FIBRE_PANEL,
      'patch_panel',
      'Fibre panel of the network rack',
      '-',
      '12 LC duplex adapters, single mode, 1U',
    ),
    compute('FW1', 'firewall', 'OT firewall and edge gateway, transparent', 'Z4', '8 x 1 GbE'),
    ...(['A', 'B'] as const).map((path, index) =>
      core(
        has_grid ? `swo-0${index + 1}` : `SWC${path}`,
        'core_switch',
        `OT core switch ${path}`,
        'Z1',
        `${has_grid ? CORE_PORTS.grid : CORE_PORTS.hosted} SFP+`,
      ),
    ),
    ...(has_grid
      ? [
          core('swa-01', 'ot_switch', 'OT access switch of the grid container', 'Z1', '24 x 1 GbE, 2 x SFP+'),
          core(OOB_SWITCH, 'oob_switch', 'Out-of-band switch of the grid container', 'Z4', OOB_PORTS),
          core(
            FIBRE_PANEL,
            'patch_panel',
            'Fibre panels of the OT core',
            '-',
            'six LC duplex for each cable',
          ),
        ]
      : []),
    core(
      'RTR',
      'router',
      air_gapped ? 'Router and firewall pair, no external line' : 'WAN router and firewall pair',
      'Z3.5',
      '2 x 8 GbE, 2 x 4 SFP+',
    ),
    core('EMS', 'ems_server', 'EMS servers and historian, pair', 'Z3', '2 x 2 x 10 GbE'),
    core(
      'JMP',
      'jump_host',
      `Jump host, proxy, log relay, ${air_gapped ? '' : 'MQTT broker, '}update repository`,
      'Z3.5',
      `${air_gapped ? 3 : 2} x 1 GbE${MANAGED_BY}`,
    ),
    core('CLK', 'clock', 'GPS clock, NTP server', 'Z3', `2 x 1 GbE${MANAGED_BY}`),
  ]
  const only = grids.length > 1 ? `, ${designationOf(modules, host_module_id)} only` : ''
  if (air_gapped)
    nodes.push(
      host(
        'DIO',
        'data_diode',
        `One-way optical diode for signed files${only}`,
        'Z3.5',
        '2 x 1 GbE, one a side',
      ),
      host('MED', 'media_station', `Removable media station: scan, signature${only}`, OUTSIDE.media, '1 GbE'),
    )
  if (batteries.length > 0)
    nodes.push(
      at('bess_unit', batteries)(
        'SWB',
        'ot_switch',
        'Battery enclosure switch',
        'Z1',
        '8 x 1 GbE, 2 x 1000BASE-LX',
      ),
    )
  nodes.push(...spineNodes(input, fabric, host_kind))
  const seconds = secondSwitches(input, fabric, host_kind, host_module_id)
  if (seconds.length > 0)
    nodes.push(
      at(host_kind, seconds)(
        SECOND_OOB_SWITCH,
        'oob_switch',
        'Out-of-band switch of the spine racks',
        'Z4',
        OOB_PORTS,
      ),
    )
  return { nodes, host_module_id, has_grid }
}

/** Containers that hold more management ports than one switch has. */
function secondSwitches(
  { oob_ports_taken, spine_racks_count, core_rack }: NetworkNodesInput,
  { spines }: Network['fabric'],
  host_kind: ModuleKind,
  host_module_id: string,
): string[] {
  return spines.flatMap(({ module_ids, each_count }) =>
    module_ids.filter((id) =>
      takesSecondSwitch(oob_ports_taken, {
        spines_count: each_count,
        spine_racks_count,
        core: coreHeld(host_kind, core_rack && id === host_module_id),
      }),
    ),
  )
}
