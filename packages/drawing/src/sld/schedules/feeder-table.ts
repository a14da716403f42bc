import type { Table, TableRow } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { conductorsText, left, right, type Cables } from './cells.ts'

/** Heading of the table. */
export const LOW_VOLTAGE_FEEDERS = 'LOW-VOLTAGE FEEDERS'

/** Low-voltage feeders with their breakers, loads and cables. */
export function feederTable(contents: readonly SheetContent[], cables: Cables): Table {
  return {
    title: headingOf(contents),
    columns: [
      left('Breaker'),
      left('Bus'),
      right('Frame A'),
      right('Trip A'),
      right('Poles'),
      right('kA'),
      left('Load'),
      right('Load kW'),
      right('Load A'),
      left('Cable'),
      left('Conductors'),
      right('Length m'),
      right('Ampacity used %'),
      right('Drop %'),
    ],
    rows: contents.flatMap((content) =>
      content.feeders.map((feeder): TableRow => {
        const cable = feeder.connection_id === null ? undefined : cables.get(feeder.connection_id)
        return {
          id: feeder.breaker.tag,
          cells: [
            feeder.breaker.tag,
            feeder.bus_tag,
            String(feeder.breaker.frame_a),
            String(feeder.breaker.trip_a),
            `${feeder.breaker.poles}P`,
            String(feeder.breaker.interrupting_ka),
            feeder.system === null ? feeder.load_designation : `${feeder.load_designation} ${feeder.system}`,
            feeder.kind === 'spare' ? '-' : fixed(feeder.load_kw, 1),
            feeder.kind === 'spare' ? '-' : fixed(feeder.design_current_a, 1),
            feeder.connection_id ?? (feeder.kind === 'spare' ? '-' : 'internal'),
            conductorsText(cables, feeder.connection_id),
            cable === undefined ? '-' : fixed(cable.length.cut_m, 0),
            cable?.power == null ? '-' : fixed(cable.power.utilisation_pct, 1),
            cable?.power == null ? '-' : fixed(cable.power.voltage_drop_pct, 2),
          ],
        }
      }),
    ),
  }
}

/** The heading with the sections that a sheet has the feeders of; all blocks have too many. */
function headingOf(contents: readonly SheetContent[]): string {
  const [content, ...others] = contents
  if (content === undefined || others.length > 0) return LOW_VOLTAGE_FEEDERS
  const buses = [...new Set(content.feeders.map((feeder) => feeder.bus_tag))]
  return `${LOW_VOLTAGE_FEEDERS}, ${buses.join(', ')}`
}
