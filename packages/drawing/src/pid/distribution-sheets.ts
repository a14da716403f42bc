import {
  fitText,
  roundTo,
  type Area,
  type Connection,
  type Primitive,
  type Sheet,
  type SiteModel,
} from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { designationSpan } from '../sheet/designation-range.ts'
import { distributionEntries, type DistributionEntry } from './distribution-entries.ts'
import { CAPACITY, CELL, gridFor, HEAD_MM, rowsFor } from './distribution-grid.ts'
import { typicalDesignation } from './typical-designation.ts'

const TEXT_MM = 2.5
const TAG_MM = 3.5

const tags = pen('M-ANNO-TAGS')
const text = pen('M-ANNO-TEXT')
const body = pen('M-EQPT')

/** Sheets with every container of the site: heat rejection unit, hoses with their lengths, line numbers, flow, heat. */
export function distributionSheets(site: SiteModel, typical_sheet_id: string): Sheet[] {
  const entries = distributionEntries(site)
  return Array.from({ length: Math.ceil(entries.length / CAPACITY) }, (_, index): Sheet => {
    const shown = entries.slice(index * CAPACITY, (index + 1) * CAPACITY)
    const grid = gridFor(shown.length)
    const { size, area } = grid
    const rows = rowsFor(shown.length, grid)
    const range = designationSpan(shown.map(({ container }) => container.designation))
    return {
      sheet_id: `pid-distribution-${index + 1}`,
      size,
      title: `Site distribution, ${range}`,
      items: [
        ...heading(site, range, area),
        ...shown.flatMap((entry, place) =>
          drawEntry(
            site,
            entry,
            area.x0 + Math.floor(place / rows) * CELL.width,
            area.y1 - HEAD_MM - (place % rows) * CELL.height,
            typical_sheet_id,
          ),
        ),
      ],
      notes: [
        'Devices, valves and instruments of each container are those of the typical sheet.',
        'Hose lengths are cut lengths; HS1A hoses, rated 10 bar, design pressure 10 bar facility coolant.',
        ...(site.cooling.site_water_m3_per_h > 0
          ? [
              `Make-up water BY OTHERS to the union of each heat rejection unit (second number below it): line 111, ${flowOf(site, '11')} L/min; ${site.cooling.site_water_m3_per_h} m³/h for the site. Bleed from the union of each unit to the site drain, BY OTHERS: line 122, ${flowOf(site, '22')} L/min; ${bled(site)} m³/h for the site.`,
            ]
          : []),
        `${drainsOf(site)}: drains of the site with a gully between each container and its heat rejection unit, BY OTHERS. What runs there without pressure falls at least 1 in ${site.cooling.drain_fall}.`,
      ],
    }
  })
}

/** Flow of a facility line, L/min. */
function flowOf({ cooling }: SiteModel, sequence: string): number {
  return cooling.lines.find(({ line_no }) => line_no.includes(`-1{c}${sequence}-`))?.flow_lpm ?? 0
}

/** What the pads of the site bleed, m3/h. */
function bled({ cooling }: SiteModel): number {
  return roundTo(cooling.site_water_m3_per_h - cooling.site_evaporation_m3_per_h, 2)
}

/** Designations of the drains: R01, R01..R63. */
function drainsOf({ modules }: SiteModel): string {
  const drains = modules.filter((module) => module.kind === 'site_drain')
  return designationSpan(drains.map((module) => module.designation))
}

function heading(site: SiteModel, range: string, area: Area): Primitive[] {
  const { cooling } = site
  const figures = `each ${cooling.facility_flow_lpm} L/min ${cooling.facility_coolant.name}, ${cooling.facility_supply_c}/${cooling.facility_return_c} °C, ${cooling.liquid_heat_kw.toFixed(1)} kW to liquid, ${cooling.air_heat_kw.toFixed(1)} kW to air`
  const { count } = typicalDesignation(site)
  return [
    tags.text([area.x0 + 2, area.y1 - 6], TAG_MM, `FACILITY COOLANT, ${range} OF ${count} CONTAINERS`),
    text.text([area.x0 + 2, area.y1 - 11.5], TEXT_MM, figures),
  ]
}

function drawEntry(
  site: SiteModel,
  entry: DistributionEntry,
  x: number,
  y: number,
  sheet_id: string,
): Primitive[] {
  const { container, cooler, supply, back, water } = entry
  const link = { sheet_id }
  const [left, right] = [x + 26, x + 148]
  const [top, low] = [y - 7, y - 18.5]
  const items: Primitive[] = [
    body.box([x + 2, y - 22], 24, 18.5),
    tags.text([x + 14, y - 12], TAG_MM, cooler?.designation ?? '', {
      halign: 'centre',
      ...(cooler === undefined ? {} : { id: cooler.module_id }),
    }),
    text.text([x + 14, y - 17], TEXT_MM, 'AC-101', { halign: 'centre' }),
    body.box([right, y - 23.5], 38, 21),
    tags.text([right + 19, y - 9.5], TAG_MM, container.designation, {
      halign: 'centre',
      id: container.module_id,
      link,
    }),
    text.text([right + 19, y - 14.5], TEXT_MM, fitText(container.container_position, TEXT_MM, 36), {
      halign: 'centre',
    }),
    text.text([right + 19, y - 19.5], TEXT_MM, `${site.cooling.total_heat_kw.toFixed(1)} kW`, {
      halign: 'centre',
    }),
  ]
  for (const [connection, level, layer, towards] of [
    [supply, top, 'M-PIPE-FWSS', 'right'],
    [back, low, 'M-PIPE-FWSR', 'left'],
  ] as const) {
    if (connection === undefined) continue
    const net = connection.connection_id
    const pipe = pen(layer)
    items.push(
      pipe.line([left, level], [left + 4, level], { net }),
      pen('M-HOSE').use('HOSE', [left + 14, level], {
        net,
        id: connection.connection_id,
        attributes: { TAG: connection.connection_id },
      }),
      pipe.line([left + 24, level], [right, level], { net }),
      pipe.use('FLOW-ARROW', [left + 28, level], { net, rotation_deg: towards === 'right' ? 0 : 180 }),
      tags.text([left + 33, level + 1.5], TEXT_MM, `${net}  ${connection.length.cut_m} m`, { net, id: net }),
      text.text(
        [left + 33, level - 4],
        TEXT_MM,
        fitText(
          `${connection.hose?.line_no ?? ''}  ${connection.flow?.flow_lpm ?? 0} L/min  ${connection.flow?.temperature_c ?? ''} °C`,
          TEXT_MM,
          right - left - 34,
        ),
        { net },
      ),
    )
  }
  for (const [drain, drop] of [
    [entry.drain, 27.3],
    [entry.bleed, 31],
  ] as const)
    if (drain !== undefined) items.push(drainText(drain, x, y - drop))
  if (water !== undefined) items.push(waterText(water, x, y))
  return items
}

/** What runs to the drain of the site, with its length. */
function drainText(drain: Connection, x: number, y: number): Primitive {
  const { connection_id: id, length, hose, to } = drain
  return text.text(
    [x + 2, y],
    TEXT_MM,
    `${id}  ${length.cut_m} m  ${hose?.line_no ?? ''} to ${to.designation}`,
    {
      net: id,
      id,
    },
  )
}

/** Make-up water of others to the unit, beside the drain. */
function waterText(water: Connection, x: number, y: number): Primitive {
  const { connection_id: id, length, hose } = water
  const words = fitText(`${id}  ${length.cut_m} m  ${hose?.line_no ?? ''}`, TEXT_MM, CELL.width - 100)
  return text.text([x + 100, y - 27.3], TEXT_MM, words, { net: id, id })
}
