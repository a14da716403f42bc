import type { Finding } from '@edp/schemas'

import { bessFindings } from './bess-findings.ts'
import { finding } from './checks.ts'
import { electricalFindings } from './electrical-findings.ts'
import type { FindingsInput } from './findings-input.ts'
import { sourceFindings } from './source-findings.ts'

/** Reach of the single-mode fabric optics, m. Source: NVIDIA list of NDR twin-port OSFP optics. */
const FABRIC_REACH_M = 100

/** Every check of the design but those of cooling and network, which come with their own design. */
export function siteFindings(input: FindingsInput): Finding[] {
  return [
    ...sourceFindings(input),
    ...electricalFindings(input),
    ...bessFindings(input),
    ...layoutFindings(input),
    ...trunkFindings(input),
    ...hoseFindings(input),
    ...procurementFindings(input),
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

function trunkFindings({ connections, network }: FindingsInput): Finding[] {
  const trunks = connections.filter((c) => c.data?.network === 'compute fabric')
  const long = trunks.filter((c) => c.length.cut_m > FABRIC_REACH_M)
  const spines = network.nodes.find((n) => n.kind === 'spine')
  const hosts = spines?.module_kind === 'compute_container' ? spines.module_ids : []
  return [
    ...(long.length === 0
      ? []
      : [
          finding(
            'FIB-001',
            `${long.length} trunk(s) of the compute fabric are longer than ${FABRIC_REACH_M} m, the longest ${long.reduce((m, c) => Math.max(m, c.length.cut_m), 0)} m.`,
            long.map((c) => c.connection_id),
            { trunks: long.length, reach_m: FABRIC_REACH_M },
          ),
        ]),
    ...(hosts.length === 0
      ? []
      : [
          finding(
            'FIB-002',
            'The spines stand in a compute container: the trunks of the other containers pass its X positions.',
            hosts,
            {
              trunks: trunks.reduce((sum, c) => sum + c.quantity, 0),
            },
          ),
        ]),
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
            `${fast.length} hose(s) inside each container carry more than their greatest flow, at up to ${worst} m/s.`,
            fast.map((c) => c.connection_id),
            { hoses: fast.length, velocity_m_s: worst },
          ),
        ]),
  ]
}

function procurementFindings({ items, resolution }: FindingsInput): Finding[] {
  const excluded = items.filter((i) => i.sourcing.excluded)
  const open = items.filter((i) => i.sourcing.supplier_certificate_required)
  const government = resolution.sourcing_tier !== 'commercial'
  return [
    ...(excluded.length === 0
      ? []
      : [
          finding(
            'PROC-001',
            `${excluded.length} line(s) of the bill of materials are excluded in tier ${resolution.sourcing_tier}.`,
            excluded.map((i) => i.item_id),
            {
              lines: excluded.length,
            },
          ),
        ]),
    ...(government && open.length > 0
      ? [
          finding(
            'PROC-002',
            `${open.length} line(s) need a supplier certificate of origin and compliance; software cannot certify.`,
            [resolution.sourcing_tier],
            {
              lines: open.length,
            },
          ),
        ]
      : []),
  ]
}
