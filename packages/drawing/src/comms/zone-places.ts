import { roundTo, type Area, type NetworkZone } from '@edp/schemas'

/** A zone, or the wide area network, with its place on the overview. */
export interface ZonePlace {
  readonly zone_id: string
  readonly zone: NetworkZone | null
  readonly area: Area
  /** Bands of the Purdue model run across; level 1 zones stand side by side below; the rest is a column on the right. */
  readonly role: 'band' | 'cell' | 'aside'
}

/** The wide area network is no zone of the site, but conduits lead to it. */
export const WAN = 'WAN'

const BAND_HEIGHT = 58
/** Room for the labels of the conduits between two bands. */
const BAND_GAP = 26
const ASIDE_WIDTH = 190
const ASIDE_GAP = 70
const GAP = 10
/** Levels that run across the sheet, from the top. */
const BAND_LEVELS = ['4', '3.5', '3', '2/3', '2']

/** Places of the zones: bands from the outside down to the control level, their level 1 zones below, others aside. */
export function zonePlaces(
  zones: readonly NetworkZone[],
  area: Area,
  nodesCount: (zone: NetworkZone) => number,
): ZonePlace[] {
  const rank = (zone: NetworkZone): number => BAND_LEVELS.indexOf(zone.level)
  const bands = zones.filter((zone) => rank(zone) >= 0).sort((a, b) => rank(a) - rank(b))
  const asides = zones.filter((zone) => zone.level === '-')
  const cells = zones.filter((zone) => rank(zone) < 0 && zone.level !== '-')
  const right = area.x1 - ASIDE_WIDTH - ASIDE_GAP
  let top = area.y1
  const places: ZonePlace[] = []
  for (const zone of [null, ...bands]) {
    places.push({
      zone_id: zone?.zone_id ?? WAN,
      zone,
      role: 'band',
      area: { x0: area.x0, x1: right, y0: top - BAND_HEIGHT, y1: top },
    })
    top -= BAND_HEIGHT + BAND_GAP
  }
  const width = (right - area.x0 - GAP * (cells.length - 1)) / Math.max(1, cells.length)
  cells.forEach((zone, index) => {
    const x0 = area.x0 + index * (width + GAP)
    places.push({
      zone_id: zone.zone_id,
      zone,
      role: 'cell',
      area: { x0, x1: x0 + width, y0: area.y0, y1: top },
    })
  })
  return [...places, ...asidePlaces(asides, { ...area, x0: area.x1 - ASIDE_WIDTH }, nodesCount)]
}

/** Height goes by what a zone holds: the first aside is polled and has a table, one without equipment has its heading only. */
function asidePlaces(
  zones: readonly NetworkZone[],
  area: Area,
  nodesCount: (zone: NetworkZone) => number,
): ZonePlace[] {
  const shares = zones.map((zone, index) => (index === 0 ? 4 : nodesCount(zone) > 0 ? 3 : 1.2))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const room = area.y1 - area.y0 - GAP * Math.max(0, zones.length - 1)
  let top = area.y1
  return zones.map((zone, index) => {
    const height = roundTo((room * (shares[index] ?? 0)) / total, 3)
    const place: ZonePlace = {
      zone_id: zone.zone_id,
      zone,
      role: 'aside',
      area: { ...area, y0: top - height, y1: top },
    }
    top -= height + GAP
    return place
  })
}
