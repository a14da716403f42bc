import { wrapText, type Area, type Primitive } from '@edp/schemas'

import { PATCH } from './boundary-devices.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { cableRange } from './ranges.ts'
import { placeText } from './zone-rows.ts'
import { CONDUIT_X, type ZonePlace } from './zone-places.ts'

const PAD = 4

/** What lies outside the zones: the wide area network, the station for removable media, the other blocks. */
export function outsideItems(comms: CommsSite, { zone_id, area }: ZonePlace): Primitive[] {
  const outline = PENS.boundary.box([area.x0, area.y0], area.x1 - area.x0, area.y1 - area.y0)
  if (zone_id === 'BLOCKS') return [outline, ...blocksItems(comms, area)]
  return [outline, ...(zone_id === 'MEDIA' ? mediaItems(comms, area) : wanItems(comms, area))]
}

function heading(area: Area, title: string, lines: readonly string[], width: number): Primitive[] {
  const top = area.y1 - PAD - TEXT.heading
  return [
    PENS.tags.text([area.x0 + PAD, top], TEXT.heading, title),
    ...lines
      .flatMap((line) => wrapText(line, TEXT.data, width))
      .map((line, i) => PENS.text.text([area.x0 + PAD, top - 5.5 - i * 4.25], TEXT.data, line)),
  ]
}

/** Numbers of the cables of one path to the WAN service or the cross-connect of the site. */
export function outsideCables({ site, modules }: CommsSite, system: 'A' | 'B'): string {
  const ids = site.connections
    .filter((c) => c.system === system && modules.get(c.to.module_id)?.kind === 'wan_service')
    .map((c) => c.connection_id)
  return ids.length === 0 ? PATCH : cableRange(ids)
}

function wanItems(comms: CommsSite, area: Area): Primitive[] {
  const { uplink } = comms.site.network
  const wan = comms.site.modules.find((module) => module.kind === 'wan_service')
  const centre = [area.x0 + CONDUIT_X, area.y0 + 23] as const
  return [
    ...heading(
      area,
      'WIDE AREA NETWORK',
      [
        `${wan?.designation ?? ''} BY OTHERS; EMS target ${uplink.ems_target}. ${uplink.note}`,
        `Transport: ${uplink.transports.join('; ')}`,
        `Endpoints: ${uplink.endpoints.join('; ')}`,
      ],
      CONDUIT_X - 60,
    ),
    PENS.equipment.use('WAN-CLOUD', centre, { id: 'wan', attributes: { TAG: wan?.designation ?? 'WAN' } }),
    PENS.tags.text([centre[0], centre[1] + 1], TEXT.tag, wan?.designation ?? 'WAN', {
      halign: 'centre',
      valign: 'middle',
    }),
  ]
}

function mediaItems(comms: CommsSite, area: Area): Primitive[] {
  const { nodes, uplink } = comms.site.network
  const station = nodes.find((node) => node.kind === 'media_station')
  const centre = [area.x0 + CONDUIT_X, area.y0 + 18] as const
  const broken = [area.x0 + CONDUIT_X - 100, area.y0 + 18] as const
  const lines = [
    `EMS target ${uplink.ems_target}. ${uplink.note}`,
    `Transport: ${uplink.transports.join('; ')}`,
  ]
  return [
    ...heading(area, 'OUTSIDE', lines, CONDUIT_X - 150),
    PENS.equipment.use('BREAK', broken, { id: 'wan', attributes: { TAG: 'NO EXTERNAL CONNECTION' } }),
    PENS.tags.text([broken[0], broken[1] + 8], TEXT.data, 'WIDE AREA NETWORK', { halign: 'centre' }),
    PENS.tags.text([broken[0], broken[1] - 10], TEXT.data, 'NO CONNECTION', { halign: 'centre' }),
    ...(station === undefined
      ? []
      : [
          PENS.equipment.use('MEDIA-STATION', centre, {
            net: 'K6',
            id: `${station.module_kind}/${station.tag}`,
            attributes: { TAG: station.tag, RATING: station.ports, MODULE_ID: station.module_kind },
          }),
          PENS.tags.text([centre[0] + 11, centre[1] + 2], TEXT.tag, station.tag),
          PENS.text.text([centre[0] + 11, centre[1] - 2.5], TEXT.data, station.description),
          PENS.text.text([centre[0] + 11, centre[1] - 6.5], TEXT.data, placeText(comms, station)),
        ]),
  ]
}

function blocksItems(comms: CommsSite, area: Area): Primitive[] {
  const others = comms.site.blocks.slice(1).map((block) => block.grid_module_id)
  const meeting = comms.site.modules.find((module) => module.kind === 'wan_service')?.designation ?? ''
  const lines = [
    `${designationsOf(comms, others)}: the same zones and conduits in each, subnets 10.2 and up.`,
    `Firewall pair to firewall pair in the cross-connect ${meeting}:`,
    `path A ${outsideCables(comms, 'A')}`,
    `path B ${outsideCables(comms, 'B')}`,
  ]
  return heading(area, `OTHER BLOCKS (${others.length})`, lines, area.x1 - area.x0 - 2 * PAD)
}
