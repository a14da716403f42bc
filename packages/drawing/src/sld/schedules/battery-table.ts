import type { Table, TableRow } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { conductorsText, left, right, type Cables } from './cells.ts'

/** Battery units with their direct-current circuits and the cables to their skids. */
export function batteryTable(contents: readonly SheetContent[], cables: Cables): Table {
  return {
    title: 'BATTERY UNITS',
    columns: [
      left('Unit'),
      right('MWh'),
      right('kW'),
      left('Skid'),
      left('DC circuits'),
      right('DC A'),
      right('DC kA'),
      left('Power cable'),
      left('Power conductors'),
    ],
    rows: contents.flatMap((content) =>
      content.bess_branches.flatMap((branch) =>
        branch.units.map((unit): TableRow => ({
          id: unit.module_id,
          cells: [
            unit.designation,
            fixed(unit.energy_mwh, 3),
            String(unit.power_kw),
            unit.skid_designation,
            unit.dc === null ? '-' : `${unit.dc.circuits_count} x ${unit.dc.fuse_a} A`,
            unit.dc === null ? '-' : fixed(unit.dc.current_a, 1),
            unit.dc === null ? '-' : fixed(unit.dc.interrupting_ka, 1),
            unit.power_connection_ids.join(', '),
            conductorsText(cables, unit.power_connection_ids[0] ?? null),
          ],
        })),
      ),
    ),
  }
}

/** Battery skids with their ring main units, transformers and converters. */
export function skidTable(contents: readonly SheetContent[]): Table {
  return {
    title: 'BATTERY SKIDS',
    columns: [
      left('Skid'),
      left('Collector'),
      left('Cable'),
      left('Ring main'),
      left('HV breaker'),
      right('51 A'),
      right('kVA'),
      left('AC breaker'),
      right('AC A rated'),
      right('AC A battery'),
      left('PCS'),
      right('PCS kVA'),
      left('PCS in'),
    ],
    rows: contents.flatMap((content) =>
      content.bess_branches.flatMap((branch) =>
        branch.units.map((unit, index): TableRow => ({
          id: unit.skid_module_id,
          cells: [
            unit.skid_designation,
            branch.tag,
            branch.collector_connection_ids[index] ?? '-',
            unit.ring_main.tag,
            unit.ring_main.breaker.tag,
            String(unit.ring_main.breaker.trip_a),
            String(unit.transformer_kva),
            unit.ac_breaker.tag,
            fixed(unit.ac_rated_a, 1),
            fixed(unit.ac_current_a, 1),
            unit.pcs_tag ?? 'integrated',
            String(unit.pcs_kva),
            unit.pcs_location,
          ],
        })),
      ),
    ),
  }
}
