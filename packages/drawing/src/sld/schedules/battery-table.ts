import type { Table, TableRow } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { conductorsText, left, right, type Cables } from './cells.ts'

/** Battery units with their skids, converters and cables. */
export function batteryTable(contents: readonly SheetContent[], cables: Cables): Table {
  return {
    title: 'BATTERY UNITS',
    columns: [
      left('Unit'),
      right('MWh'),
      right('kW'),
      left('Skid'),
      right('Skid kVA'),
      left('PCS'),
      right('PCS kVA'),
      left('PCS in'),
      left('Ring main'),
      left('HV breaker'),
      right('Pick-up A'),
      left('AC breaker'),
      right('AC A'),
      right('DC A'),
      left('Collector'),
      left('Collector cable'),
      left('Power cable'),
      left('Power conductors'),
    ],
    rows: contents.flatMap((content) =>
      content.bess_branches.flatMap((branch) =>
        branch.units.map((unit, index): TableRow => ({
          id: unit.module_id,
          cells: [
            unit.designation,
            fixed(unit.energy_mwh, 3),
            String(unit.power_kw),
            unit.skid_designation,
            String(unit.transformer_kva),
            unit.pcs_tag ?? 'integrated',
            String(unit.pcs_kva),
            unit.pcs_location,
            unit.ring_main.tag,
            unit.ring_main.breaker.tag,
            String(unit.ring_main.breaker.trip_a),
            unit.ac_breaker.tag,
            fixed(unit.ac_current_a, 1),
            unit.dc === null ? '-' : fixed(unit.dc.current_a, 1),
            branch.tag,
            branch.collector_connection_ids[index] ?? '-',
            unit.power_connection_ids.join(', '),
            conductorsText(cables, unit.power_connection_ids[0] ?? null),
          ],
        })),
      ),
    ),
  }
}
