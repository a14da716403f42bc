import { compareText, roundTo, type Connection, type ScheduleTotal, type SiteModel } from '@edp/schemas'

/** Spare length that is ordered on top of cable cut on site, %. Factory-made internal cables need none. */
const SPARE_PCT = 2

/** Total of one type, with what a buyer needs besides the schedule's columns. */
export interface CableTotal extends ScheduleTotal {
  readonly scope: Connection['scope']
  readonly installed: 'site' | 'factory'
  readonly mass_kg: number | null
}

/** Size of a cable or hose as it is ordered. */
export function sizeOf(connection: Connection): string {
  const { cable, hose } = connection
  if (hose !== null) return `DN${hose.dn}`
  if (cable === null) return ''
  if (cable.size_awg !== null) return Number(cable.size_awg) >= 250 ? `${cable.size_awg} kcmil` : `${cable.size_awg} AWG`
  if (cable.fibres_count !== null) return `${cable.fibres_count} fibres`
  return cable.size_mm2 === null ? '' : `${cable.cores_count} x ${cable.size_mm2} mm2`
}

/** Type of a cable or hose as it is ordered. */
export function typeOf(connection: Connection): string {
  return connection.cable?.type ?? connection.hose?.type ?? connection.medium
}

/** Lengths by type, size and scope, of connections between modules and of internal ones times their modules. */
export function cableTotals(site: SiteModel): CableTotal[] {
  const totals = new Map<string, { total: Omit<CableTotal, 'spare_length_m' | 'order_length_m'>; mass: number }>()
  const add = (c: Connection, times: number, installed: CableTotal['installed']): void => {
    const key = [c.service, typeOf(c), sizeOf(c), c.scope, installed].join('|')
    const known = totals.get(key)
    const runs = c.quantity * (c.cable?.sets_count ?? 1) * times
    totals.set(key, {
      total: {
        type: typeOf(c), size: sizeOf(c), medium: c.medium, service: c.service, scope: c.scope, installed,
        runs_count: (known?.total.runs_count ?? 0) + runs,
        total_length_m: roundTo((known?.total.total_length_m ?? 0) + c.total_length_m * times, 1),
        mass_kg: null,
      },
      mass: (known?.mass ?? 0) + (c.total_mass_kg ?? 0) * times,
    })
    if (c.earth_length_m > 0 && c.cable?.earth_size_awg != null) {
      const earthKey = ['earth', 'Green Cu THHN', c.cable.earth_size_awg, c.scope, installed].join('|')
      const earth = totals.get(earthKey)
      totals.set(earthKey, {
        total: { type: 'Green Cu THHN, laid with its feeder', size: `${c.cable.earth_size_awg} AWG`, medium: 'cable', service: 'earth', scope: c.scope, installed, runs_count: (earth?.total.runs_count ?? 0) + runs, total_length_m: roundTo((earth?.total.total_length_m ?? 0) + c.earth_length_m * times, 1), mass_kg: null },
        mass: 0,
      })
    }
  }
  for (const c of site.connections) add(c, 1, 'site')
  for (const typical of site.typicals) for (const c of typical.connections) add(c, typical.modules_count, 'factory')
  return [...totals.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { total, mass }]) => {
      const spare = total.installed === 'factory' ? 0 : Math.ceil(roundTo((total.total_length_m * SPARE_PCT) / 100, 6))
      return { ...total, spare_length_m: spare, order_length_m: roundTo(total.total_length_m + spare, 1), mass_kg: mass === 0 ? null : roundTo(mass, 1) }
    })
}
