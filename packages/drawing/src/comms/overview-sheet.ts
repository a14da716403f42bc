import { drawingArea, fitText, textWidth, wrapText, type NetworkZone, type Primitive } from '@edp/schemas'

import type { Pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { detailLink, type CommsSite } from './comms-site.ts'
import { overviewNotes } from './comms-notes.ts'
import { LEGEND_LAYERS, PENS, TEXT } from './comms-style.ts'
import { freeOf } from './free-room.ts'
import { conduitItems } from './overview-conduits.ts'
import { outsideItems } from './overview-outside.ts'
import type { DrawnSheet } from './table-sheets.ts'
import { BUS_LIFT, CONDUIT_X, STEM, zonePlaces, type ZonePlace, type ZonePlaces } from './zone-places.ts'
import { placeText, rowItems, zoneNodes, zoneRows } from './zone-rows.ts'

const PAD = 4
const GAP = 10
const LINE_PITCH = 4.25
const HEADING_WIDTH = 150
const NODE_PITCH = 118

/** The zones of the site with what is in them, the conduits between them with what enforces them, and the way out. */
export function overviewSheet(comms: CommsSite): DrawnSheet {
  const { places, left_bottom, right } = overviewPlaces(comms)
  const area = drawingArea('A1')
  const zones = { ...area, x1: right.x0 - GAP, y0: left_bottom }
  const aside = { ...right, y0: right.y1, y1: area.y1 }
  const items = [
    ...places.flatMap((place) =>
      place.zone === null ? outsideItems(comms, place) : zoneItems(comms, place),
    ),
    ...conduitItems(comms, places),
  ]
  return {
    sheet: {
      sheet_id: 'net-overview',
      size: 'A1',
      title: 'Zones, conduits and up-link',
      items,
      notes: overviewNotes(comms),
      legend: true,
      legend_layers: LEGEND_LAYERS,
    },
    free: freeOf(area, [zones, aside]),
  }
}

/** Where everything on the overview stands. */
function overviewPlaces(comms: CommsSite): ZonePlaces {
  const { zones, conduits } = comms.site.network
  const heightOf = (zone_id: string, width: number): number => {
    const zone = zones.find((z) => z.zone_id === zone_id)
    const rows = zoneRows(comms, zone_id).reduce((sum, row) => sum + row.height, 0)
    const lines = zone === undefined ? 0 : headingLines(zone, width - STEM - 10).length
    return PAD + TEXT.heading + 3 + lines * LINE_PITCH + rows + PAD
  }
  return zonePlaces({ zones, conduits, heightOf }, drawingArea('A1'))
}

function headingLines(zone: NetworkZone, width: number): string[] {
  const level = zone.level === '-' ? 'outside the Purdue model' : `level ${zone.level}`
  return [
    `VLAN ${zone.vlan_id}, ${zone.subnet}, ${level}, ${zone.security_level}`,
    ...wrapText(zone.members, TEXT.data, width),
    ...(zone.separation === null ? [] : wrapText(`No conduit: ${zone.separation}`, TEXT.data, width)),
  ]
}

function zoneItems(comms: CommsSite, { area, zone, role }: ZonePlace): Primitive[] {
  if (zone === null) return []
  const net = `zone/${zone.zone_id}`
  const outline = PENS.zone.box([area.x0, area.y0], area.x1 - area.x0, area.y1 - area.y0)
  // Where no conduit arrives the line of the equipment begins below the heading.
  const x = role === 'band' || zone.separation !== null ? area.x0 + PAD : area.x0 + STEM + 6
  const width = role === 'band' ? HEADING_WIDTH - 2 * PAD : area.x1 - x - PAD
  const lines = headingLines(zone, width)
  const top = area.y1 - PAD - TEXT.heading
  const name = `${zone.zone_id} ${zone.name.toUpperCase()}`
  const height_mm = textWidth(name, TEXT.heading) > width ? TEXT.tag : TEXT.heading
  const heading = [
    PENS.tags.text([x, top], height_mm, fitText(name, height_mm, width), { id: zone.zone_id }),
    ...lines.map((line, i) =>
      PENS.text.text([x, top - 5.5 - i * LINE_PITCH], TEXT.data, fitText(line, TEXT.data, width)),
    ),
  ]
  if (role === 'band') return [outline, ...heading, ...bandItems(comms, { area, zone, net })]
  const rows = zoneRows(comms, zone.zone_id)
  const first = top - 3 - lines.length * LINE_PITCH
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  const last = rows.at(-1)
  if (last === undefined) return [outline, ...heading]
  const stem_top = zone.separation === null ? area.y1 : first - (rows[0]?.height ?? 0) / 2
  return [
    outline,
    ...heading,
    lineOf(zone).line([area.x0 + STEM, stem_top], [area.x0 + STEM, first - height + last.height / 2], {
      net,
    }),
    ...rowItems(comms, rows, {
      x: area.x0 + STEM,
      top: first,
      right: area.x1 - PAD,
      net,
      line: lineOf(zone),
    }),
  ]
}

/** Equipment of a band side by side on its line. */
function bandItems(
  comms: CommsSite,
  { area, zone, net }: { area: ZonePlace['area']; zone: NetworkZone; net: string },
): Primitive[] {
  const bus = area.y0 + BUS_LIFT
  const nodes = zoneNodes(comms, zone.zone_id)
  return [
    PENS.copper.line([area.x0 + PAD, bus], [area.x1, bus], { net }),
    ...nodes.flatMap((node, index) => {
      const x = area.x0 + HEADING_WIDTH + 8 + index * NODE_PITCH
      const y = bus + 17
      const text_x = x + 12
      const room = Math.min(NODE_PITCH - 22, area.x0 + CONDUIT_X - 6 - text_x)
      return [
        PENS.equipment.use(NODE_SYMBOL[node.kind], [x, y], {
          net,
          id: `${node.module_kind}/${node.tag}`,
          attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: node.module_kind },
        }),
        PENS.copper.line([x, bus], [x, y - 5], { net }),
        PENS.tags.text([text_x, y + 2], TEXT.tag, node.tag, detailLink(comms, node.module_kind)),
        ...[node.description, placeText(comms, node)]
          .flatMap((line) => wrapText(line, TEXT.data, room))
          .slice(0, 3)
          .map((line, i) => PENS.text.text([text_x, y - 2.5 - i * 4], TEXT.data, line)),
      ]
    }),
  ]
}

/** The fabric has fibres of its own; the lines of the other zones are VLANs on the OT and out-of-band switches. */
function lineOf(zone: NetworkZone): Pen {
  return zone.zone_id === 'Z5' ? PENS.fabric : PENS.copper
}
