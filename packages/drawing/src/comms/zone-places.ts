import type { Area, NetworkConduit, NetworkZone } from '@edp/schemas'

/** A zone, or a place outside the zones, with its room on the overview. */
export interface ZonePlace {
  readonly zone_id: string
  readonly zone: NetworkZone | null
  readonly area: Area
  /** Bands of the Purdue model run across; what they poll stands side by side below; the rest is a column on the right. */
  readonly role: 'band' | 'cell' | 'aside'
}

/** What the places follow from. */
export interface PlacesInput {
  readonly zones: readonly NetworkZone[]
  readonly conduits: readonly NetworkConduit[]
  /** Height that the content of a zone below the bands, or aside, needs in a width, mm. */
  readonly heightOf: (zone_id: string, width: number) => number
}

/** Places, and the ordinates below which the left part and the right column are empty, mm. */
export interface ZonePlaces {
  readonly places: readonly ZonePlace[]
  readonly left_bottom: number
  readonly right: Area
}

/** From the left of a zone to the upright line that its members hang on, mm. */
export const STEM = 12
/** From the lower edge of a band up to its line, mm. */
export const BUS_LIFT = 8
/** From the left of a band to the conduits that lead to the next band, mm. */
export const CONDUIT_X = 410

/** From a band to the next: room for one enforcement point with its text; above the cells for two. */
const BAND_GAP = 34
const CELL_GAP_ABOVE = 54
const BAND_HEIGHT = 44
const OUTSIDE_HEIGHT = 40
const GAP = 8
/** Room of the conduit that leads to the other blocks. */
const ASIDE_GAP = 56
const ASIDE_WIDTH = 186
/** Levels that run across the sheet, from the top. */
const BAND_LEVELS = ['3.5', '3', '2/3', '2']
const BLOCKS = 'BLOCKS'

/** Places of the zones: from the outside down to what is polled, zones without a conduit aside. */
export function zonePlaces({ zones, conduits, heightOf }: PlacesInput, area: Area): ZonePlaces {
  const rank = (zone: NetworkZone): number => BAND_LEVELS.indexOf(zone.level)
  const bands = zones.filter((zone) => rank(zone) >= 0).sort((a, b) => rank(a) - rank(b))
  const asides = zones.filter((zone) => zone.separation !== null)
  const cells = zones.filter((zone) => rank(zone) < 0 && zone.separation === null)
  const right = area.x1 - ASIDE_WIDTH - ASIDE_GAP
  const outside = conduits.find((conduit) => !zones.some((zone) => zone.zone_id === conduit.from_zone))
  const places: ZonePlace[] = []
  let top = area.y1
  const band = (zone_id: string, zone: NetworkZone | null, height: number): void => {
    places.push({ zone_id, zone, role: 'band', area: { x0: area.x0, x1: right, y0: top - height, y1: top } })
    top -= height + BAND_GAP
  }
  band(outside?.from_zone ?? 'WAN', null, OUTSIDE_HEIGHT)
  for (const zone of bands) band(zone.zone_id, zone, BAND_HEIGHT)
  top += BAND_GAP - CELL_GAP_ABOVE
  const width = (right - area.x0 - GAP * (cells.length - 1)) / Math.max(1, cells.length)
  const height = Math.max(...cells.map((zone) => heightOf(zone.zone_id, width)))
  cells.forEach((zone, index) => {
    const x0 = area.x0 + index * (width + GAP)
    const cell = { x0, x1: x0 + width, y0: top - height, y1: top }
    places.push({ zone_id: zone.zone_id, zone, role: 'cell', area: cell })
  })
  const column = { ...area, x0: area.x1 - ASIDE_WIDTH }
  // The other blocks stand beside every band that a conduit joins to them.
  const joined = conduits.filter((conduit) => conduit.to_zone === BLOCKS).map((conduit) => conduit.from_zone)
  const peers = places.filter((place) => joined.includes(place.zone_id)).map((place) => place.area)
  const right_places = asidePlaces(asides, column, peers, heightOf)
  return {
    places: [...places, ...right_places],
    left_bottom: top - height,
    right: { ...column, y1: Math.min(...right_places.map((place) => place.area.y0)) },
  }
}

/** Zones aside below each other; the other blocks stand level with the band that leads to them. */
function asidePlaces(
  zones: readonly NetworkZone[],
  area: Area,
  peers: readonly Area[],
  heightOf: PlacesInput['heightOf'],
): ZonePlace[] {
  const places: ZonePlace[] = []
  const beside = {
    ...area,
    y0: Math.min(...peers.map((peer) => peer.y0)),
    y1: Math.max(...peers.map((peer) => peer.y1)),
  }
  if (peers.length > 0) places.push({ zone_id: BLOCKS, zone: null, role: 'aside', area: beside })
  let top = area.y1
  for (const zone of zones) {
    const height = heightOf(zone.zone_id, area.x1 - area.x0)
    if (peers.length > 0 && top > beside.y0 - GAP && top - height < beside.y1 + GAP) top = beside.y0 - GAP
    places.push({ zone_id: zone.zone_id, zone, role: 'aside', area: { ...area, y0: top - height, y1: top } })
    top -= height + GAP
  }
  return places
}
