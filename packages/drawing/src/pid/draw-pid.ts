import {
  drawingArea,
  type CoolingEquipment,
  type Drawing,
  type Point,
  type Primitive,
  type Sheet,
  type SiteModel,
  type SymbolDefinition,
} from '@edp/schemas'

import { defineSymbol, symbolsUsed } from '../sheet/define-symbol.ts'
import { LINETYPES, PID_LAYERS } from '../sheet/layers.ts'
import { INHERIT, pen } from '../sheet/pen.ts'
import { flowTables, type Table } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'

const SIZE: Sheet['size'] = 'A1'
const DATA_MM = 2.5
const ink = pen(INHERIT)
const equipment = pen('M-EQPT')
const valve = pen('M-VALV')
const instrument = pen('M-INST')
const boundary = pen('M-BNDY')
const text = pen('M-ANNO-TEXT')
const tag = pen('M-ANNO-TAGS')

const SOURCE = 'ISA-5.1, ISO 10628-2'
const SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'PUMP',
    description: 'Pump',
    source: SOURCE,
    items: [
      ink.circle([0, 0], 6),
      ink.path([
        [-4.2, 4.2],
        [6, 0],
        [-4.2, -4.2],
      ]),
    ],
  }),
  defineSymbol({
    name: 'EXCHANGER',
    description: 'Plate heat exchanger',
    source: SOURCE,
    items: [
      ink.box([-9, -30], 18, 60),
      ink.path([
        [-9, -30],
        [9, 30],
      ]),
    ],
  }),
  defineSymbol({
    name: 'COOLER',
    description: 'Heat rejection unit',
    source: SOURCE,
    items: [
      ink.box([-14, -30], 28, 60),
      ink.circle([0, 18], 8),
      ink.path([
        [-8, 18],
        [8, 18],
      ]),
      ink.path([
        [0, 10],
        [0, 26],
      ]),
    ],
  }),
  defineSymbol({
    name: 'FILTER',
    description: 'Filter or strainer',
    source: SOURCE,
    items: [
      ink.polygon([
        [-5, 0],
        [0, 5],
        [5, 0],
        [0, -5],
      ]),
      ink.line([0, 5], [0, -5]),
    ],
  }),
  defineSymbol({
    name: 'VESSEL',
    description: 'Vessel or tank',
    source: SOURCE,
    items: [ink.circle([0, 0], 6), ink.line([-6, 0], [6, 0])],
  }),
  defineSymbol({
    name: 'MANIFOLD',
    description: 'Manifold',
    source: SOURCE,
    items: [ink.box([-4, -14], 8, 28)],
  }),
  defineSymbol({
    name: 'VALVE',
    description: 'Valve; kind and fail position in the valve list',
    source: SOURCE,
    items: [
      ink.polygon([
        [-4, 2.5],
        [4, -2.5],
        [4, 2.5],
        [-4, -2.5],
      ]),
    ],
  }),
  defineSymbol({
    name: 'INSTRUMENT',
    description: 'Instrument, tag beside it',
    source: SOURCE,
    items: [ink.circle([0, 0], 3)],
  }),
  defineSymbol({
    name: 'AIR-UNIT',
    description: 'Air unit',
    source: SOURCE,
    items: [ink.box([-12, -8], 24, 16), ink.circle([0, 0], 5)],
  }),
]
const SYMBOL_OF: Readonly<Record<string, string>> = {
  pump: 'PUMP',
  heat_exchanger: 'EXCHANGER',
  dry_cooler: 'COOLER',
  chiller: 'COOLER',
  filter: 'FILTER',
  strainer: 'FILTER',
  vessel: 'VESSEL',
  tank: 'VESSEL',
  manifold: 'MANIFOLD',
  air_unit: 'AIR-UNIT',
}

/** Height of the four mains on the typical sheet, mm. */
const MAINS = { FWSS: 480, FWSR: 400, TCSS: 290, TCSR: 210 } as const
type Main = keyof typeof MAINS
const LAYER = { FWSS: 'M-PIPE-FWSS', FWSR: 'M-PIPE-FWSR', TCSS: 'M-PIPE-TCSS', TCSR: 'M-PIPE-TCSR' } as const
const PITCH = 34

/**
 * P&ID of the cooling: the typical of a compute container, the distribution to every container, and the lists of lines,
 * equipment, valves and instruments.
 *
 * @example renderPdf(drawPid(site))
 */
export function drawPid(site: SiteModel): Drawing {
  const title_block = titleBlockOf(site, 'pid_cooling')
  const notes = [
    `Typical of ${rangeOf(site)}: tags are prefixed with the container, e.g. C01-TT-201; {c} in a line number is the container.`,
    `Facility loop ${site.cooling.facility_coolant.name} ${site.cooling.facility_supply_c}/${site.cooling.facility_return_c} degC, technology loop ${site.cooling.technology_coolant.name} ${site.cooling.technology_supply_c}/${site.cooling.technology_return_c} degC.`,
    ...site.findings.filter((f) => f.artifacts.includes('pid_cooling')).map((f) => `${f.code}: ${f.message}`),
  ]
  const tables = flowTables(listTables(site), drawingArea(SIZE), {
    layer: 'M-ANNO-TABL',
    text_layer: 'M-ANNO-TEXT',
    text_mm: DATA_MM,
  })
  const sheets: Sheet[] = [
    {
      sheet_id: 'typical',
      size: SIZE,
      title: 'Cooling of a compute container, typical',
      items: typical(site),
      notes,
      legend: true,
    },
    ...tables.map((items, index): Sheet => ({
      sheet_id: `lists-${index + 1}`,
      size: SIZE,
      title: 'Distribution, lines, equipment, valves, instruments',
      items,
      notes: [],
    })),
  ]
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'pid_cooling',
    title_block,
    layers: PID_LAYERS,
    linetypes: LINETYPES,
    symbols: symbolsUsed(SYMBOLS, sheets),
    sheets,
  }
}

function rangeOf(site: SiteModel): string {
  const names = site.modules.filter((m) => m.kind === 'compute_container').map((m) => m.designation)
  return names.length === 1 ? (names[0] ?? '') : `${names[0] ?? ''}..${names[names.length - 1] ?? ''}`
}

/** The four mains from heat rejection to manifolds; what stands on a main follows its line, left to right. */
function typical(site: SiteModel): Primitive[] {
  const area = drawingArea(SIZE)
  const { cooling } = site
  const [coolerX, exchangerX, manifoldX] = [area.x0 + 30, area.x0 + 420, area.x0 + 740]
  const items: Primitive[] = []
  const place = (e: CoolingEquipment, at: Point): void => {
    const net = `E-${e.tag}`
    items.push(
      equipment.use(SYMBOL_OF[e.kind] ?? 'VESSEL', at, {
        attributes: { TAG: e.tag, RATING: e.rating },
        id: e.tag,
        net,
      }),
    )
  }
  const label = (e: CoolingEquipment, at: Point): void => {
    items.push(
      tag.text(at, DATA_MM, e.tag, { halign: 'centre', id: e.tag }),
      text.text([at[0], at[1] - 4.5], DATA_MM, e.rating, { halign: 'centre' }),
    )
  }
  const rows: Record<Main, { from: number; to: number; equipment: CoolingEquipment[] }> = {
    FWSS: { from: coolerX + 14, to: exchangerX - 9, equipment: [] },
    FWSR: { from: coolerX + 14, to: exchangerX - 9, equipment: [] },
    TCSS: { from: exchangerX + 9, to: manifoldX - 4, equipment: [] },
    TCSR: { from: exchangerX + 9, to: manifoldX - 4, equipment: [] },
  }
  const top = (MAINS.FWSS + MAINS.FWSR) / 2
  const loose: CoolingEquipment[] = []
  for (const e of cooling.equipment) {
    if (e.kind === 'dry_cooler') {
      place(e, [coolerX, top])
      label(e, [coolerX, top - 38])
    } else if (e.kind === 'heat_exchanger') {
      place(e, [exchangerX, top])
      label(e, [exchangerX + 26, top + 20])
    } else if (e.kind === 'manifold') {
      const y = e.tag.endsWith('R') ? MAINS.TCSR : MAINS.TCSS
      place(e, [manifoldX, y])
      label(e, [manifoldX, y - 22])
    } else if (e.loop === 'facility') rows.FWSS.equipment.push(e)
    else if (e.kind === 'pump' && e.loop === 'technology') rows.TCSS.equipment.push(e)
    else if (e.kind === 'filter') rows.TCSR.equipment.push(e)
    else loose.push(e)
  }
  for (const main of Object.keys(MAINS) as Main[]) {
    const row = rows[main]
    const y = MAINS[main]
    const pipe = pen(LAYER[main])
    const line = cooling.lines.find((l) => l.service === main)
    const valves = cooling.valves.filter((v) => v.line_no === main || v.line_no.includes(`-${main}-`))
    const fittings: {
      readonly tag: string
      readonly lines: readonly string[]
      readonly symbol: string
      readonly layer: 'e' | 'v'
    }[] = [
      ...row.equipment.map((e) => ({
        tag: e.tag,
        lines: [e.rating],
        symbol: SYMBOL_OF[e.kind] ?? 'VESSEL',
        layer: 'e' as const,
      })),
      ...valves.map((v) => ({
        tag: v.tag,
        lines: [v.fail_position === '-' ? v.setting : v.fail_position],
        symbol: 'VALVE',
        layer: 'v' as const,
      })),
    ]
    const instruments = cooling.instruments.filter(
      (i) => i.line_no === main || (i.line_no?.includes(`-${main}-`) ?? false),
    )
    const length = row.to - row.from
    const step = Math.min(PITCH, length / (fittings.length + 1))
    items.push(pipe.line([row.from, y], [row.to, y], { net: main }))
    items.push(
      text.text(
        [row.from + 4, y + 22],
        DATA_MM,
        `${line?.line_no ?? main}, ${line?.flow_lpm ?? 0} L/min, ${line?.velocity_m_s ?? 0} m/s, ${line?.temperature_c ?? 0} degC`,
      ),
    )
    fittings.forEach((f, i) => {
      const x = row.from + step * (i + 1)
      const ink = f.layer === 'e' ? equipment : valve
      items.push(ink.use(f.symbol, [x, y], { attributes: { TAG: f.tag }, id: f.tag, net: main }))
      items.push(
        tag.text([x, y - 9], DATA_MM, f.tag, {
          rotation_deg: 90,
          halign: 'right',
          valign: 'middle',
          id: f.tag,
        }),
      )
      f.lines
        .filter((value) => value !== '')
        .forEach((value, k) =>
          items.push(
            text.text([x + 4.5 * (k + 1), y - 9], DATA_MM, value, {
              rotation_deg: 90,
              halign: 'right',
              valign: 'middle',
            }),
          ),
        )
    })
    instruments.forEach((device, i) => {
      const x = row.from + step / 2 + ((length - step) / Math.max(instruments.length, 1)) * i
      items.push(
        instrument.line([x, y], [x, y + 9], { net: main }),
        instrument.use('INSTRUMENT', [x, y + 12], {
          attributes: { TAG: device.tag },
          id: device.tag,
          net: main,
        }),
        tag.text([x + 4, y + 11], DATA_MM, device.tag, { id: device.tag }),
      )
    })
  }
  items.push(
    pen('M-PIPE-TCSS').path(
      [
        [exchangerX + 9, MAINS.TCSS],
        [exchangerX + 9, top - 10],
      ],
      { net: 'TCSS' },
    ),
    pen('M-PIPE-TCSR').path(
      [
        [exchangerX + 9, MAINS.TCSR],
        [exchangerX - 2, MAINS.TCSR],
        [exchangerX - 2, top - 30],
      ],
      { net: 'TCSR' },
    ),
    boundary.line([area.x0 + 90, 165], [area.x0 + 90, 520]),
    text.text([area.x0 + 92, 522], DATA_MM, 'outdoors | plate CD | compute container'),
  )
  loose.forEach((e, i) => {
    const at: Point = [area.x0 + 400 + (i % 9) * 44, 145 - Math.floor(i / 9) * 38]
    place(e, at)
    label(e, [at[0], at[1] - 13])
  })
  const others = cooling.instruments.filter(
    (i) =>
      i.line_no === null ||
      !(Object.keys(MAINS) as Main[]).some(
        (m) => i.line_no === m || (i.line_no?.includes(`-${m}-`) ?? false),
      ),
  )
  others.forEach((device, i) => {
    const at: Point = [area.x0 + 20 + (i % 5) * 72, 150 - Math.floor(i / 5) * 20]
    items.push(
      instrument.use('INSTRUMENT', at, { attributes: { TAG: device.tag }, id: device.tag, net: device.tag }),
      tag.text([at[0] + 5, at[1] + 1], DATA_MM, device.tag, { id: device.tag }),
      text.text([at[0] + 5, at[1] - 3.5], DATA_MM, device.location),
    )
  })
  return items
}

function listTables(site: SiteModel): Table[] {
  const { cooling } = site
  const column = (...titles: string[]): Table['columns'] =>
    titles.map((title) => ({ title, max_width_mm: 90 }))
  const hoses = new Map<string, string[]>()
  for (const c of site.connections) {
    if (c.service !== 'coolant_supply' && c.service !== 'coolant_return') continue
    const container = c.from.designation.startsWith('C') ? c.from.designation : c.to.designation
    hoses.set(container, [...(hoses.get(container) ?? []), `${c.connection_id} (${c.length.cut_m} m)`])
  }
  const coolers = new Map(
    site.modules
      .filter((m) => m.kind === 'heat_rejection_unit')
      .map((m) => [m.parent_module_id, m.designation]),
  )
  return [
    {
      title: 'LINE LIST (one container)',
      columns: column('Line', 'Service', 'From', 'To', 'DN', 'Fluid', 'L/min', 'm/s', 'Pa/m', 'degC', 'bar'),
      rows: cooling.lines.map((l) => ({
        cells: [
          l.line_no,
          l.description,
          l.from,
          l.to,
          String(l.dn),
          l.fluid,
          String(l.flow_lpm),
          String(l.velocity_m_s),
          String(l.pressure_drop_pa_per_m),
          String(l.temperature_c),
          String(l.design_pressure_bar),
        ],
      })),
    },
    {
      title: 'EQUIPMENT LIST (one container)',
      columns: column('Tag', 'Description', 'Rating', 'Loop'),
      rows: cooling.equipment.map((e) => ({ cells: [e.tag, e.description, e.rating, e.loop] })),
    },
    {
      title: 'VALVE LIST (one container)',
      columns: column('Tag', 'Kind', 'Description', 'Line', 'DN', 'Fail', 'Setting'),
      rows: cooling.valves.map((v) => ({
        cells: [v.tag, v.kind, v.description, v.line_no, String(v.dn), v.fail_position, v.setting],
      })),
    },
    {
      title: 'INSTRUMENT LIST (one container)',
      columns: column('Tag', 'Description', 'Location', 'Range', 'Setpoint', 'Alarms', 'Action', 'Signal'),
      rows: cooling.instruments.map((i) => ({
        cells: [i.tag, i.description, i.location, i.range, i.setpoint, i.alarms, i.action, i.signal],
      })),
    },
    {
      title: 'DISTRIBUTION: EVERY CONTAINER',
      columns: column('Container', 'Position', 'Heat rejection', 'Heat kW', 'Flow L/min', 'Hoses'),
      rows: site.modules
        .filter((m) => m.kind === 'compute_container')
        .map((m) => ({
          id: m.module_id,
          cells: [
            m.designation,
            m.container_position,
            coolers.get(m.module_id) ?? '',
            String(cooling.liquid_heat_kw),
            String(cooling.facility_flow_lpm),
            (hoses.get(m.designation) ?? []).join(', '),
          ],
        })),
    },
  ]
}
