import { SHEET_SIZES, type Drawing } from '@edp/schemas'
import { BlockFlags, DxfWriter, Units, type values_t } from '@tarikjabiri/dxf'

import { furnished } from '../sheet/furnished.ts'
import { sheetNumber } from '../sheet/title-block.ts'
import { TEXT_STYLE, addAttributeDefinition, addEntity } from './entities.ts'
import { startLayouts } from './layouts.ts'
import { ModelEntities } from './model-entities.ts'
import { addLayers } from './pen-layer.ts'
import { SafeDxfier } from './safe-dxfier.ts'

/** Between sheets in model space, mm. */
const SHEET_GAP = 80
const VIEWPORT_LAYER = 'G-ANNO-NPLT'

const HEADER: readonly (readonly [string, values_t])[] = [
  ['$DWGCODEPAGE', { 3: 'ANSI_1252' }],
  ['$MEASUREMENT', { 70: 1 }],
  ['$LTSCALE', { 40: 1 }],
  ['$LWDISPLAY', { 290: 1 }],
  ['$TILEMODE', { 70: 1 }],
  ['$PSLTSCALE', { 70: 1 }],
  ['$LASTSAVEDBY', { 1: 'EDP generator' }],
]

/**
 * Writes a drawing as DXF (AC1021, UTF-8): one pen per layer, symbols as blocks with invisible attributes, all sheets
 * side by side in model space, and for each a layout with a viewport onto it.
 *
 * @throws {EdpError} `invalid_drawing` with every unknown name and every number that is not finite.
 * @example const bytes = renderDxf(drawSld(site))
 */
export function renderDxf(drawing: Drawing): Uint8Array {
  const ready = furnished(drawing)
  // The library counts handles in a static field: one document is built and written without a pause in between.
  const writer = new DxfWriter()
  const { document } = writer
  writer.setUnits(Units.Millimeters)
  for (const [name, values] of HEADER) writer.setVariable(name, values)
  for (const type of ready.linetypes)
    writer.addLType(
      type.name,
      type.description,
      type.pattern_mm.map((length, index) => (index % 2 === 0 ? length : -length)),
    )
  addLayers(document, [
    { name: '0', aci: 7, lineweight_mm: 0.25 },
    ...ready.layers,
    { name: VIEWPORT_LAYER, aci: 8, lineweight_mm: 0.13, plot: false },
  ])
  const style = document.tables.addStyle(TEXT_STYLE)
  style.fontFileName = 'arial.ttf'
  style.lastHeightUsed = 2.5

  for (const symbol of ready.symbols) {
    const block = writer.addBlock(symbol.name)
    for (const item of symbol.items) addEntity(block, item, 0, '0')
    for (const tag of symbol.attributes) addAttributeDefinition(block, tag)
    if (symbol.attributes.length > 0) block.flags = BlockFlags.HasNonConstantAttribute
  }

  const layouts = startLayouts(document, VIEWPORT_LAYER)
  const sheetX: number[] = []
  let x = 0
  let tallest = 0
  ready.sheets.forEach((sheet, index) => {
    const [width, height] = SHEET_SIZES[sheet.size]
    sheetX.push(x)
    const paper = index === 0 ? document.paperSpace : writer.addPaperSpace()
    layouts.add(`${sheetNumber(index, ready.sheets.length)} ${sheet.sheet_id}`, paper, width, height, x)
    x += width + SHEET_GAP
    tallest = Math.max(tallest, height)
  })
  const extent = x - SHEET_GAP
  writer.setVariable('$EXTMIN', { 10: 0, 20: 0, 30: 0 })
  writer.setVariable('$EXTMAX', { 10: extent, 20: tallest, 30: 0 })
  document.activeVPort.viewCenter = [extent / 2, tallest / 2]
  document.activeVPort.viewHeight = Math.max(tallest, extent / 2) * 1.05
  const dxfier = new SafeDxfier()
  const model = new ModelEntities(document.modelSpace, ready, sheetX, dxfier)
  writer.setVariable('$HANDSEED', { 5: model.nextHandle() })
  document.dxfy(dxfier)
  return dxfier.bytes()
}
