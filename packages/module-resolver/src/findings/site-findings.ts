import { roundTo, type Finding } from '@edp/schemas'

import { CORE_KW } from '../loads/core-power.ts'
import { GRID_AUXILIARY_KW } from '../loads/site-loads.ts'
import { SPINE_KW } from '../loads/spine-power.ts'
import { spinesOfBlocks } from '../network/fabric.ts'
import { lossFindings, polarityFindings } from './loss-findings.ts'
import { fabricChannels } from '../network/fabric-channels.ts'
import { bessFindings } from './bess-findings.ts'
import { finding } from './checks.ts'
import { electricalFindings } from './electrical-findings.ts'
import type { FindingsInput } from './findings-input.ts'
import { plateFindings } from './plate-findings.ts'
import { positionFindings } from './position-findings.ts'
import { procurementFindings } from './procurement-findings.ts'
import { sourceFindings } from './source-findings.ts'
import { counted, plural } from './counted.ts'

/** Every check of the design but those of cooling and network, which come with their own design. */
export function siteFindings(input: FindingsInput): Finding[] {
  return [
    ...installedFindings(input),
    ...sourceFindings(input),
    ...electricalFindings(input),
    ...bessFindings(input),
    ...layoutFindings(input),
    ...plateFindings(input),
    ...positionFindings(input),
    ...trunkFindings(input),
    ...hoseFindings(input),
    ...procurementFindings(input),
  ]
}

function installedFindings({ payload, resolution }: FindingsInput): Finding[] {
  const { target_gpu_count: asked } = payload
  const { gpu_count: installed, compute_container_count: containers } = resolution
  return installed === asked
    ? []
    : [
        finding(
          'LOAD-002',
          `${asked} GPUs are asked for, ${installed} are installed: ${containers} whole container${containers === 1 ? '' : 's'}.`,
          ['C*'],
          { asked, installed },
        ),
      ]
}

function layoutFindings({ layout, compute, grid }: FindingsInput): Finding[] {
  const tight = layout.clearances
    .filter((c) => c.provided_m < c.required_m)
    .map((c) =>
      finding('LAY-001', `${c.name}: ${c.provided_m} m provided, ${c.required_m} m required.`, [c.name], {
        provided_m: c.provided_m,
        required_m: c.required_m,
      }),
    )
  const heavy = [compute, grid]
    .filter((spec) => spec !== null)
    .filter((spec) => spec.mass.dry_declared_kg > spec.mass.gross_max_kg)
    .map((spec) =>
      finding(
        'LAY-002',
        `${spec.title}: ${spec.mass.dry_declared_kg} kg dry, ${spec.mass.gross_max_kg} kg allowed.`,
        [spec.assembly_id],
        {
          dry_kg: spec.mass.dry_declared_kg,
          gross_max_kg: spec.mass.gross_max_kg,
        },
      ),
    )
  return [...tight, ...heavy]
}

function trunkFindings(input: FindingsInput): Finding[] {
  const { connections, network, typicals } = input
  const { reach_m, longest_channel_m } = network.fabric.optic
  const long = fabricChannels(network, connections, typicals).filter((c) => c.channel_m > reach_m)
  const spines = network.nodes.find((n) => n.kind === 'spine')
  const hosts = spines?.module_kind === 'compute_container' ? spines.module_ids : []
  return [
    ...(long.length === 0
      ? []
      : [
          finding(
            'FIB-001',
            `${counted(long.length, 'channel')} of the compute fabric from leaf to spine ${plural(long.length, 'is', 'are')} longer than ${reach_m} m, the longest ${longest_channel_m} m.`,
            long.map((c) => c.connection_id),
            { trunks: long.length, reach_m, longest_channel_m },
          ),
        ]),
    ...lossFindings(network),
    ...polarityFindings(network),
    ...spineFindings(input, hosts),
    ...coreHeatFindings(input, hosts),
    ...gridSpineFindings(input),
  ]
}

/** Heat of a grid container's own equipment beside the spines, kW. Source: `assumption`, half of its auxiliaries. */
const GRID_OWN_HEAT_KW = GRID_AUXILIARY_KW / 2

/** Spines in a grid container: the heat of the fullest one against its air conditioning. */
function gridSpineFindings({ blocks, network, grid }: FindingsInput): Finding[] {
  const limit = grid?.limits?.air_heat_kw
  if (limit === undefined) return []
  const most = Math.max(...spinesOfBlocks(blocks.map((b) => b.compute_module_ids.length)))
  const heat_kw = roundTo(most * SPINE_KW + GRID_OWN_HEAT_KW, 1)
  return most === 0 || heat_kw <= limit
    ? []
    : [
        finding(
          'NET-003',
          `${most} spines give the grid container ${heat_kw} kW of heat with its own equipment, its air conditioning removes ${limit} kW without the standby unit.`,
          network.nodes.find((n) => n.kind === 'spine')?.module_ids ?? [],
          { spines: most, heat_kw, air_heat_kw: limit },
        ),
      ]
}

/** Spines in a compute container: more trunks than its two X positions are made for, or more heat than its air units take. */
function spineFindings(input: FindingsInput, hosts: readonly string[]): Finding[] {
  const { compute, connections, cooling, network } = input
  const trunks = connections.filter(
    (c) => c.data?.network === 'compute fabric' && hosts.includes(c.to.module_id),
  )
  const madeFor = (port: string): number =>
    compute.ports.find(({ id }) => id === port)?.rating.cables_count ?? Number.POSITIVE_INFINITY
  const crowded = trunks.some(({ to, quantity }) => quantity > madeFor(to.port))
  const spine_kw = roundTo((network.fabric.spines_count * SPINE_KW) / Math.max(hosts.length, 1), 1)
  const core_kw = roundTo(hosts.includes(network.host_module_id) ? CORE_KW : 0, 1)
  const heat_kw = roundTo(cooling.air_heat_kw + spine_kw + core_kw, 1)
  const air_kw = cooling.air_unit_kw * (cooling.air_units_count - 1)
  if (hosts.length === 0 || (!crowded && heat_kw <= air_kw)) return []
  const trunk_cables = trunks.reduce((sum, c) => sum + c.quantity, 0)
  const made = crowded
    ? `, which are made for ${roundTo(
        trunks.reduce((sum, c) => sum + madeFor(c.to.port), 0),
        0,
      )}`
    : ''
  return [
    finding(
      'FIB-002',
      `Spines of ${spine_kw} kW${core_kw === 0 ? '' : ` and a core rack of ${core_kw} kW`} stand in a compute container: ${counted(trunk_cables, 'trunk cable')} ${plural(trunk_cables, 'passes', 'pass')} its two X positions${made}, and its air units take ${air_kw} kW of ${heat_kw} kW without the standby unit.`,
      hosts,
      { spines: network.fabric.spines_count, trunk_cables, heat_kw, air_kw },
    ),
  ]
}

/** The core rack in a compute container without spines: its heat against the air units. */
function coreHeatFindings({ cooling, network, grid }: FindingsInput, hosts: readonly string[]): Finding[] {
  const { host_module_id } = network
  const heat_kw = roundTo(cooling.air_heat_kw + CORE_KW, 1)
  const air_kw = cooling.air_unit_kw * (cooling.air_units_count - 1)
  return grid !== null || hosts.includes(host_module_id) || heat_kw <= air_kw
    ? []
    : [
        finding(
          'NET-005',
          `With the core rack of ${roundTo(CORE_KW, 1)} kW the air units of C01 take ${air_kw} kW of ${heat_kw} kW without the standby unit.`,
          [host_module_id],
          { heat_kw, air_kw },
        ),
      ]
}

function hoseFindings({ connections, typicals }: FindingsInput): Finding[] {
  const reduced = connections.filter((c) => c.hose?.coupling.includes('reducer') === true)
  const dn = reduced[0]?.hose?.dn ?? 0
  const fast = typicals.flatMap((t) => t.connections).filter((c) => (c.flow?.utilisation_pct ?? 0) > 100)
  const worst = fast.reduce((most, c) => Math.max(most, c.flow?.velocity_m_s ?? 0), 0)
  return [
    ...(reduced.length === 0
      ? []
      : [
          finding(
            'HOSE-001',
            `The facility line is DN${dn}, the flange of plate CD is smaller: a reducer is needed at every container.`,
            reduced.map((c) => c.connection_id),
            { hoses: reduced.length, dn },
          ),
        ]),
    ...(fast.length === 0
      ? []
      : [
          finding(
            'HOSE-002',
            `${counted(fast.length, 'hose')} inside each container ${plural(fast.length, 'carries more than its', 'carry more than their')} greatest flow, at up to ${worst} m/s.`,
            fast.map((c) => c.connection_id),
            { hoses: fast.length, velocity_m_s: worst },
          ),
        ]),
  ]
}
