import {
  drawingArea,
  fitText,
  type BessBranch,
  type BlockElectrical,
  type Drawing,
  type EnergySupply,
  type Primitive,
  type Sheet,
  type SiteModel,
  type Transformer,
} from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { LINETYPES, SLD_LAYERS } from '../sheet/layers.ts'
import { pen } from '../sheet/pen.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { flowTables } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'
import { ELECTRICAL_SYMBOLS } from '../symbols/electrical.ts'
import { sldTables } from './sld-tables.ts'

const mv = pen('E-POWR-MV')
const lv = pen('E-POWR-LV')
const dc = pen('E-POWR-DC')
const bus = pen('E-POWR-BUSB')
const equipment = pen('E-SYMB-EQPT')
const relay = pen('E-PROT-RELY')
const metering = pen('E-METR-INST')
const ground = pen('E-GRND')
const boundary = pen('E-BNDY')
const text = pen('E-ANNO-TEXT')
const tag = pen('E-ANNO-TAGS')

/** Text heights on the diagrams, mm: data and tags. */
const DATA_MM = 2.5
const TAG_MM = 3.5
const SIZE: Sheet['size'] = 'A1'
/** Lanes: one transformer with its bus section, or one battery collector, each takes whole lanes of this width. */
const FEEDER_PITCH = 22
const TIERS = {
  source: 565,
  breaker: 525,
  mvBus: 480,
  transformerBreaker: 455,
  transformer: 418,
  main: 380,
  lvBus: 345,
  feeder: 315,
  load: 215,
} as const

/**
 * Single line diagram of a site: one diagram sheet per block (continued where its feeders need more room), then the
 * schedules of supplies, transformers, feeders and battery units.
 *
 * @example renderPdf(drawSld(site))
 */
export function drawSld(site: SiteModel): Drawing {
  const title_block = titleBlockOf(site, 'sld')
  const notes = notesOf(site)
  const diagrams = site.electrical.blocks.flatMap((block) => blockSheets(site, block, notes))
  const area = drawingArea(SIZE)
  const tables = flowTables(sldTables(site), area, {
    layer: 'E-ANNO-TABL',
    text_layer: 'E-ANNO-TEXT',
    text_mm: DATA_MM,
  }).map((items, index): Sheet => ({
    sheet_id: `schedules-${index + 1}`,
    size: SIZE,
    title: 'Supplies, transformers, feeders and batteries',
    items,
    notes,
  }))
  const sheets = [...diagrams, ...tables]
  const list = flowTables([sheetList(title_block, sheets)], area, {
    layer: 'E-ANNO-TABL',
    text_layer: 'E-ANNO-TEXT',
    text_mm: DATA_MM,
  })
  const all = [
    ...sheets,
    ...list.map((items, index): Sheet => ({
      sheet_id: `sheets-${index + 1}`,
      size: SIZE,
      title: 'List of sheets',
      items,
      notes: [],
    })),
  ]
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'sld',
    title_block,
    layers: SLD_LAYERS,
    linetypes: LINETYPES,
    symbols: symbolsUsed(ELECTRICAL_SYMBOLS, all),
    sheets: all,
  }
}

/** Notes of every sheet: the basis, what is to be confirmed, and the findings that concern the diagram. */
function notesOf(site: SiteModel): string[] {
  return [
    '60 Hz, 13.8 kV and 480Y/277 V, solidly grounded. Design basis NEC 2023; cable sizes are preliminary.',
    'Settings by coordination study; arc-flash study (IEEE 1584) required.',
    ...site.findings.filter((f) => f.artifacts.includes('sld')).map((f) => `${f.code}: ${f.message}`),
  ]
}

interface Lane {
  readonly width: number
  draw(x: number): Primitive[]
}

function blockSheets(site: SiteModel, block: BlockElectrical, notes: readonly string[]): Sheet[] {
  const area = drawingArea(SIZE)
  const lanes = [
    ...block.lv_buses.flatMap((_, index) => sectionLanes(site, block, index)),
    ...block.bess_branches.flatMap((branch) => batteryLanes(branch)),
  ]
  const pages: Lane[][] = [[]]
  let used = 0
  for (const lane of lanes) {
    if (used > 0 && used + lane.width > area.x1 - area.x0 - 20) {
      pages.push([])
      used = 0
    }
    pages[pages.length - 1]?.push(lane)
    used += lane.width
  }
  const ordinal = site.blocks.findIndex((b) => b.block_id === block.block_id) + 1
  return pages.map((page, index) => {
    const width = page.reduce((sum, lane) => sum + lane.width, 0)
    let x = area.x0 + 10
    const right = x + Math.max(width, 120)
    const items = page.flatMap((lane) => {
      const drawn = lane.draw(x)
      x += lane.width
      return drawn
    })
    const part = pages.length === 1 ? '' : `, part ${index + 1} of ${pages.length}`
    return {
      sheet_id: `block-${ordinal}-${index + 1}`,
      size: SIZE,
      legend: true,
      notes,
      title: `Block ${ordinal}, ${headOf(site, block)}${part}`,
      items: [...sourceItems(site, block, area.x0 + 10, right, index === 0), ...items],
    }
  })
}

function headOf(site: SiteModel, block: BlockElectrical): string {
  const id = site.blocks.find((b) => b.block_id === block.block_id)?.grid_module_id
  return site.modules.find((m) => m.module_id === id)?.designation ?? ''
}

/** Supplies, their breakers and the medium-voltage bus; on continuation sheets the bus alone. */
function sourceItems(
  site: SiteModel,
  block: BlockElectrical,
  x0: number,
  x1: number,
  first: boolean,
): Primitive[] {
  const mvBus = block.mv_bus
  const items: Primitive[] = []
  if (mvBus === null) {
    items.push(
      boundary.box([x0 - 4, TIERS.feeder - 12], x1 - x0 + 8, TIERS.source - TIERS.feeder - 8),
      tag.text([x0, TIERS.source - 28], TAG_MM, `CUSTOMER SWITCHGEAR ${headOf(site, block)} - BY OTHERS`),
      text.text(
        [x0, TIERS.source - 36],
        DATA_MM,
        'Supply, transformers, switchgear and protection by the customer, with the ratings of the feeder schedule',
      ),
    )
  } else {
    items.push(bus.line([x0, TIERS.mvBus], [x1, TIERS.mvBus], { net: mvBus.tag }))
    items.push(
      tag.text([x1 - 2, TIERS.mvBus + 9], TAG_MM, mvBus.tag, {
        halign: 'right',
        id: mvBus.module_id,
        net: mvBus.tag,
      }),
      text.text(
        [x1 - 2, TIERS.mvBus + 3],
        DATA_MM,
        `13.8 kV, ${mvBus.rating_a} A, ${mvBus.withstand_ka} kA${first ? '' : ' (continued)'}`,
        { halign: 'right', net: mvBus.tag },
      ),
    )
  }
  if (!first) return items
  block.supplies.forEach((supply, index) =>
    items.push(...supplyItems(supply, x0 + 20 + index * 95, mvBus === null ? null : mvBus.tag)),
  )
  return items
}

const SUPPLY_SYMBOL = {
  utility: 'UTILITY',
  generator: 'GENERATOR',
  nuclear: 'GENERATOR',
  solar: 'SOLAR',
} as const

function supplyItems(supply: EnergySupply, x: number, busTag: string | null): Primitive[] {
  if (busTag === null) return []
  const net = supply.tag
  const y = TIERS.source
  const breakerY = TIERS.breaker - 14
  return [
    equipment.use(SUPPLY_SYMBOL[supply.kind], [x, y], {
      attributes: { TAG: supply.tag, RATING: `${supply.rated_kva} kVA`, MODULE_ID: supply.module_id },
      id: supply.module_id,
      net,
    }),
    boundary.line([x - 12, y - 12], [x + 78, y - 12]),
    text.text([x + 78, y - 10.5], DATA_MM, 'BY OTHERS', { halign: 'right' }),
    tag.text([x + 10, y + 2], TAG_MM, supply.tag, { net }),
    text.text([x + 10, y - 3], DATA_MM, `${supply.short_circuit_mva} MVA, ${supply.normally}`, { net }),
    mv.line(
      [
        x,
        y -
          4 -
          (supply.kind === 'generator' || supply.kind === 'nuclear' ? 2 : supply.kind === 'solar' ? 1 : 0),
      ],
      [x, breakerY + 25],
      { net },
    ),
    equipment.use('ISOLATOR', [x, breakerY + 20], { attributes: { TAG: supply.isolator_tag }, net }),
    text.text([x + 6, breakerY + 18.5], DATA_MM, supply.isolator_tag, { net }),
    mv.line([x, breakerY + 15], [x, breakerY + 5], { net }),
    equipment.use('BREAKER-MV', [x, breakerY], {
      attributes: { TAG: supply.breaker.tag, RATING: ratingOf(supply.breaker) },
      id: supply.breaker.tag,
      net,
    }),
    tag.text([x + 6, breakerY + 3], TAG_MM, supply.breaker.tag, { net }),
    text.text([x + 6, breakerY - 2], DATA_MM, ratingOf(supply.breaker), { net }),
    text.text(
      [x + 6, breakerY - 6.5],
      DATA_MM,
      `CT ${supply.breaker.ct_ratio ?? '-'}, VT ${supply.breaker.vt_ratio ?? '-'}, ${supply.metering}`,
      { net },
    ),
    mv.line([x, breakerY - 5], [x, TIERS.mvBus], { net: busTag }),
    relay.use('RELAY', [x - 12, breakerY], { net }),
    relay.line([x - 9, breakerY], [x - 2.5, breakerY], { net }),
    text.text([x + 6, breakerY - 11], DATA_MM, supply.breaker.functions.join(', '), { net }),
  ]
}

function ratingOf(breaker: { frame_a: number; trip_a: number; interrupting_ka: number }): string {
  return breaker.frame_a === breaker.trip_a
    ? `${breaker.frame_a} A, ${breaker.interrupting_ka} kA`
    : `${breaker.frame_a}/${breaker.trip_a} A, ${breaker.interrupting_ka} kA`
}

/** A bus section in pieces of up to 32 feeders; the transformer stands over the first piece. */
function sectionLanes(site: SiteModel, block: BlockElectrical, index: number): Lane[] {
  const section = block.lv_buses[index]
  if (section === undefined) return []
  const feeders = block.feeders.filter((f) => f.bus_tag === section.tag)
  const perPiece = 32
  const pieces = Math.max(1, Math.ceil(feeders.length / perPiece))
  const cables = new Map(site.connections.map((c) => [c.connection_id, c]))
  return Array.from({ length: pieces }, (_, piece): Lane => {
    const some = feeders.slice(piece * perPiece, (piece + 1) * perPiece)
    const width = Math.max(110, some.length * FEEDER_PITCH + 20)
    return {
      width,
      draw(x) {
        const net = section.tag
        const items: Primitive[] = [
          bus.line([x, TIERS.lvBus], [x + width - 10, TIERS.lvBus], { net }),
          tag.text([x + width - 12, TIERS.lvBus + 9], TAG_MM, section.tag, { halign: 'right', net }),
          text.text(
            [x + width - 12, TIERS.lvBus + 3],
            DATA_MM,
            `480Y/277 V, ${section.rating_a} A, ${section.withstand_ka} kA${piece === 0 ? '' : ' (continued)'}`,
            { halign: 'right', net },
          ),
        ]
        const transformer = block.transformers[index]
        if (piece === 0 && transformer !== undefined)
          items.push(...transformerItems(transformer, x + 20, block.mv_bus?.tag ?? ''))
        some.forEach((feeder, k) => {
          const fx = x + 10 + k * FEEDER_PITCH
          const feederNet = feeder.breaker.tag
          const cable = feeder.connection_id === null ? undefined : cables.get(feeder.connection_id)
          const y = TIERS.feeder
          items.push(
            lv.line([fx, TIERS.lvBus], [fx, y + 2.5], { net }),
            equipment.use('BREAKER', [fx, y], {
              attributes: {
                TAG: feeder.breaker.tag,
                RATING: ratingOf(feeder.breaker),
                MODULE_ID: feeder.load_module_id ?? '',
              },
              id: feeder.breaker.tag,
              net: feederNet,
            }),
            lv.line([fx, y - 2.5], [fx, TIERS.load], { net: feederNet }),
            equipment.use('LOAD', [fx, TIERS.load], {
              id: feeder.load_module_id ?? feeder.breaker.tag,
              attributes: { TAG: feeder.load_designation },
              net: feederNet,
            }),
            tag.text([fx + 6.5, y - 5], DATA_MM, feeder.breaker.tag, {
              rotation_deg: 90,
              halign: 'right',
              valign: 'middle',
              net: feederNet,
            }),
            text.text([fx + 10.5, y - 5], DATA_MM, ratingOf(feeder.breaker), {
              rotation_deg: 90,
              halign: 'right',
              valign: 'middle',
              net: feederNet,
            }),
            text.text([fx + 3, y - 32], DATA_MM, feeder.connection_id ?? 'internal', {
              rotation_deg: 90,
              halign: 'right',
              valign: 'middle',
              net: feederNet,
            }),
            ...(cable?.power == null
              ? []
              : [
                  text.text(
                    [fx + 6.5, y - 40],
                    DATA_MM,
                    `${cable.cable?.sets_count ?? 1} x (3 x ${cable.cable?.size_awg ?? ''} + ${cable.cable?.earth_size_awg ?? ''})`,
                    { rotation_deg: 90, halign: 'right', valign: 'middle', net: feederNet },
                  ),
                  text.text(
                    [fx + 10.5, y - 40],
                    DATA_MM,
                    `${cable.length.cut_m} m, ${cable.power.voltage_drop_pct} %`,
                    { rotation_deg: 90, halign: 'right', valign: 'middle', net: feederNet },
                  ),
                ]),
            tag.text(
              [fx, TIERS.load - 8],
              DATA_MM,
              fitText(feeder.load_designation.replace(' auxiliaries', ' AUX'), DATA_MM, FEEDER_PITCH - 2),
              { halign: 'centre', net: feederNet, id: feeder.load_module_id ?? feeder.breaker.tag },
            ),
            text.text([fx, TIERS.load - 13], DATA_MM, `${feeder.load_kw} kW`, {
              halign: 'centre',
              net: feederNet,
            }),
          )
        })
        if (piece === 0)
          items.push(
            ground.use('EARTH', [x + width - 14, TIERS.lvBus - 6], { net }),
            ground.line([x + width - 14, TIERS.lvBus], [x + width - 14, TIERS.lvBus - 6], { net }),
          )
        return items
      },
    }
  })
}

function transformerItems(t: Transformer, x: number, mvTag: string): Primitive[] {
  const net = t.tag
  return [
    mv.line([x, TIERS.mvBus], [x, TIERS.transformerBreaker + 5], { net: mvTag }),
    equipment.use('BREAKER-MV', [x, TIERS.transformerBreaker], {
      attributes: { TAG: t.primary_breaker.tag, RATING: ratingOf(t.primary_breaker) },
      id: t.primary_breaker.tag,
      net,
    }),
    tag.text([x + 6, TIERS.transformerBreaker + 3], TAG_MM, t.primary_breaker.tag, { net }),
    text.text(
      [x + 6, TIERS.transformerBreaker - 2],
      DATA_MM,
      `${ratingOf(t.primary_breaker)}, CT ${t.primary_breaker.ct_ratio ?? '-'}`,
      { net },
    ),
    text.text([x + 6, TIERS.transformerBreaker - 6.5], DATA_MM, t.primary_breaker.functions.join(', '), {
      net,
    }),
    mv.line([x, TIERS.transformerBreaker - 5], [x, TIERS.transformer + 7.5], { net }),
    equipment.use('TRANSFORMER', [x, TIERS.transformer], {
      attributes: { TAG: t.tag, RATING: `${t.rating_kva} kVA`, MODULE_ID: t.module_id },
      id: t.module_id,
      net,
    }),
    tag.text([x + 7, TIERS.transformer + 4], TAG_MM, t.tag, { net, id: t.module_id }),
    text.text(
      [x + 7, TIERS.transformer - 1],
      DATA_MM,
      `${t.rating_kva} kVA, ${t.impedance_pct} %, ${t.vector_group}`,
      { net },
    ),
    text.text([x + 7, TIERS.transformer - 5.5], DATA_MM, `13.8/0.48 kV, loading ${t.loading_pct} %`, { net }),
    lv.line([x, TIERS.transformer - 7.5], [x, TIERS.main + 2.5], { net }),
    equipment.use('BREAKER', [x, TIERS.main], {
      attributes: { TAG: t.secondary_breaker.tag, RATING: ratingOf(t.secondary_breaker) },
      id: t.secondary_breaker.tag,
      net,
    }),
    tag.text([x + 5, TIERS.main + 3], TAG_MM, t.secondary_breaker.tag, { net }),
    text.text(
      [x + 5, TIERS.main - 2],
      DATA_MM,
      `${ratingOf(t.secondary_breaker)}, ${t.secondary_breaker.functions.join(', ')}`,
      { net },
    ),
    text.text(
      [x + 5, TIERS.main - 6.5],
      DATA_MM,
      `Isc ${t.short_circuit_ka} kA, ${t.secondary_connection_id ?? ''}`,
      { net },
    ),
    lv.line([x, TIERS.main - 2.5], [x, TIERS.lvBus], { net: t.bus_tag }),
  ]
}

const UNIT_PITCH = 60

function batteryLanes(branch: BessBranch): Lane[] {
  const width = Math.max(110, branch.units.length * UNIT_PITCH + 20)
  return [
    {
      width,
      draw(x) {
        const net = branch.tag
        const chainY = TIERS.lvBus + 20
        const first = x + 15
        const last = first + (branch.units.length - 1) * UNIT_PITCH
        const items: Primitive[] = [
          mv.line([first, TIERS.mvBus], [first, TIERS.transformerBreaker + 5], { net }),
          equipment.use('BREAKER-MV', [first, TIERS.transformerBreaker], {
            attributes: { TAG: branch.tag, RATING: ratingOf(branch.breaker) },
            id: branch.tag,
            net,
          }),
          tag.text([first + 6, TIERS.transformerBreaker + 3], TAG_MM, branch.tag, { net }),
          text.text(
            [first + 6, TIERS.transformerBreaker - 2],
            DATA_MM,
            `${ratingOf(branch.breaker)}, ${branch.current_a} A`,
            { net },
          ),
          text.text(
            [first + 6, TIERS.transformerBreaker - 6.5],
            DATA_MM,
            branch.breaker.functions.join(', '),
            { net },
          ),
          mv.line([first, TIERS.transformerBreaker - 5], [first, chainY], { net }),
          ...(last > first ? [mv.line([first, chainY], [last, chainY], { net })] : []),
        ]
        branch.units.forEach((unit, k) => {
          const ux = first + k * UNIT_PITCH
          const id = unit.designation
          const external = unit.pcs_location === 'skid'
          const pcsY = chainY - 70
          const batteryY = chainY - 105
          items.push(
            text.text([ux + 2, chainY + 3], DATA_MM, branch.collector_connection_ids[k] ?? '', { net }),
            mv.line([ux, chainY], [ux, chainY - 22.5], { net }),
            equipment.use('TRANSFORMER', [ux, chainY - 30], {
              attributes: {
                TAG: unit.skid_designation,
                RATING: `${unit.transformer_kva} kVA`,
                MODULE_ID: unit.skid_module_id,
              },
              id: unit.skid_module_id,
              net: id,
            }),
            tag.text([ux + 7, chainY - 27], TAG_MM, unit.skid_designation, {
              net: id,
              id: unit.skid_module_id,
            }),
            text.text(
              [ux + 7, chainY - 32],
              DATA_MM,
              `${unit.transformer_kva} kVA, ${unit.transformer_vector_group}`,
              { net: id },
            ),
            lv.line([ux, chainY - 37.5], [ux, chainY - 47.5], { net: id }),
            equipment.use('BREAKER', [ux, chainY - 50], {
              attributes: { TAG: unit.ac_breaker.tag, RATING: ratingOf(unit.ac_breaker) },
              id: unit.ac_breaker.tag,
              net: id,
            }),
            tag.text([ux + 5, chainY - 49], DATA_MM, unit.ac_breaker.tag, { net: id }),
            text.text([ux + 5, chainY - 53.5], DATA_MM, ratingOf(unit.ac_breaker), { net: id }),
            lv.line([ux, chainY - 52.5], [ux, pcsY + 5], { net: id }),
            equipment.use('PCS', [ux, pcsY], {
              attributes: { TAG: unit.pcs_tag ?? '', RATING: `${unit.pcs_kva} kVA` },
              id: unit.pcs_tag ?? unit.module_id,
              net: id,
            }),
            tag.text([ux + 7, pcsY + 1], DATA_MM, unit.pcs_tag ?? '', { net: id }),
            text.text([ux + 7, pcsY - 3.5], DATA_MM, `${unit.pcs_kva} kVA, ${unit.pcs_location}`, {
              net: id,
            }),
            (external ? dc : lv).line([ux, pcsY - 5], [ux, batteryY + 5], { net: id }),
            text.text(
              [ux + 2, batteryY + 16],
              DATA_MM,
              external ? (unit.power_connection_ids[0] ?? '') : 'inside the enclosure',
              { net: id },
            ),
            equipment.use('BATTERY', [ux, batteryY], {
              attributes: {
                TAG: unit.designation,
                RATING: `${unit.energy_mwh} MWh`,
                MODULE_ID: unit.module_id,
              },
              id: unit.module_id,
              net: id,
            }),
            tag.text([ux + 6, batteryY], TAG_MM, unit.designation, { net: id, id: unit.module_id }),
            text.text([ux - 4, batteryY - 8], DATA_MM, `${unit.energy_mwh} MWh, ${unit.power_kw} kW`, {
              net: id,
            }),
            ...(unit.dc_min_v === null
              ? []
              : [
                  text.text(
                    [ux - 4, batteryY - 12.5],
                    DATA_MM,
                    `${unit.dc_min_v} to ${unit.dc_max_v ?? 0} V DC`,
                    { net: id },
                  ),
                ]),
            boundary.box([ux - 8, batteryY - 16], UNIT_PITCH - 4, external ? 24 : 66),
            boundary.box([ux - 8, external ? pcsY - 9 : chainY - 58], UNIT_PITCH - 4, external ? 64 : 43),
          )
        })
        items.push(
          metering.line([first, TIERS.mvBus - 8], [first - 5, TIERS.mvBus - 8], { net }),
          metering.use('METER', [first - 8, TIERS.mvBus - 8], { net }),
        )
        return items
      },
    },
  ]
}
