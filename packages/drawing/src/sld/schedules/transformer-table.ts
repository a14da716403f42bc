import type { Table } from '../../sheet/table.ts'
import { faultText, fixed } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { conductorsText, left, right, type Cables } from './cells.ts'

/** Heading of the table. */
export const TRANSFORMERS = 'TRANSFORMERS'

/** Widest column of conductors, mm: the table stands beside others. */
const CONDUCTORS_MM = 44

/** Transformers with their breakers and cables. */
export function transformerTable(contents: readonly SheetContent[], cables: Cables): Table {
  return {
    title: TRANSFORMERS,
    columns: [
      left('Tag'),
      right('kVA'),
      left('Group'),
      right('%Z'),
      right('HV A'),
      right('LV A'),
      right('Load %'),
      right('Isc kA, nominal Z'),
      left('HV breaker'),
      left('LV main'),
      right('LV main A'),
      left('Bus'),
      left('HV cable'),
      left('LV cable'),
      { title: 'LV conductors', wrap: true, max_width_mm: CONDUCTORS_MM },
    ],
    rows: contents.flatMap((content) =>
      content.transformers.map((t) => ({
        id: t.module_id,
        cells: [
          t.tag,
          String(t.rating_kva),
          t.vector_group,
          fixed(t.impedance_pct, 2),
          fixed(t.primary_a, 1),
          fixed(t.secondary_a, 1),
          fixed(t.loading_pct, 1),
          faultText(t.short_circuit_ka),
          t.primary_breaker.tag,
          t.secondary_breaker.tag,
          String(t.secondary_breaker.frame_a),
          t.bus_tag,
          t.primary_connection_id ?? 'by others',
          t.secondary_connection_id ?? 'by others',
          t.required_cables === null
            ? conductorsText(cables, t.secondary_connection_id)
            : `min. ${t.required_cables.secondary}`,
        ],
      })),
    ),
  }
}
