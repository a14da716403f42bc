import { drawableText, SHEET_SIZES, textWidth, type Drawing, type Primitive, type SymbolDefinition, type UsePrimitive } from '@edp/schemas'
import { DxfWriter, HatchBoundaryPaths, HatchPolylineBoundary, HatchPredefinedPatterns, pattern, point2d, point3d, SeqEnd, Units, vertex, type DxfBlock, type DxfDocument } from '@tarikjabiri/dxf'

import { checkDrawing } from '../check-drawing.ts'
import { baselineOffset } from '../sheet/bounds.ts'
import { furnish } from '../sheet/furnish.ts'
import { InvisibleAttdef, InvisibleAttrib, LayoutObject, PenLayer, PlotStyleDictionary, PlotStylePlaceholder, ViewportEntity } from './dxf-records.ts'
import { SafeDxfier } from './safe-dxfier.ts'

/** Between sheets in model space, mm. */
const SHEET_GAP = 80
const TEXT_STYLE = 'EDP'
const VIEWPORT_LAYER = 'EDP-VIEWPORT'
const ATTRIBUTE_MM = 1.8

/**
 * Writes a drawing as DXF (AC1021, UTF-8): one pen per layer, symbols as blocks with invisible attributes, all sheets
 * side by side in model space and a layout with a viewport for each.
 *
 * @throws {EdpError} `invalid_drawing` with every unknown layer, symbol and linetype.
 * @example const bytes = renderDxf(drawSld(site))
 */
export function renderDxf(drawing: Drawing): Uint8Array {
  checkDrawing(drawing)
  const furnished = furnish(drawing)
  const writer = new DxfWriter()
  const document = writer.document
  setHeader(writer)
  const layouts = addObjects(document)
  addTables(writer, document, furnished, layouts.plotStyle)
  const symbols = new Map(furnished.symbols.map((s) => [s.name, s]))
  for (const symbol of furnished.symbols) addSymbol(writer, symbol)
  const model = document.modelSpace
  let x = 0
  furnished.sheets.forEach((sheet, index) => {
    const [width, height] = SHEET_SIZES[sheet.size]
    for (const item of sheet.items) addItem(model, item, x, item.layer, symbols)
    const paper = index === 0 ? document.paperSpace : writer.addPaperSpace()
    layouts.add(`${String(index + 1).padStart(3, '0')} ${sheet.sheet_id}`, paper, width, height)
    paper.addEntity(new ViewportEntity({ id: 1, width, height, x: width / 2, y: height / 2, viewHeight: height }, '0'))
    paper.addEntity(new ViewportEntity({ id: 2, width, height, x: x + width / 2, y: height / 2, viewHeight: height }, VIEWPORT_LAYER))
    x += width + SHEET_GAP
  })
  const dxfier = new SafeDxfier()
  finishHandles(document)
  document.dxfy(dxfier)
  return dxfier.bytes()
}

function setHeader(writer: DxfWriter): void {
  writer.setUnits(Units.Millimeters)
  const variables: [string, Record<number, string | number>][] = [
    ['$DWGCODEPAGE', { 3: 'ANSI_1252' }], ['$MEASUREMENT', { 70: 1 }], ['$LTSCALE', { 40: 1 }], ['$LWDISPLAY', { 290: 1 }], ['$TILEMODE', { 70: 1 }], ['$PSLTSCALE', { 70: 1 }], ['$LASTSAVEDBY', { 1: 'EDP generator' }],
  ]
  for (const [name, values] of variables) writer.setVariable(name, values)
}

interface Layouts {
  readonly plotStyle: string
  add(name: string, block: DxfBlock, width: number, height: number): void
}

function addObjects(document: DxfDocument): Layouts {
  const root = document.objects.root
  const styles = document.objects.addObject(new PlotStyleDictionary(root.handle))
  const placeholder = document.objects.addObject(new PlotStylePlaceholder(styles.handle))
  styles.placeholder = placeholder.handle
  root.addEntryObject('ACAD_PLOTSTYLENAME', styles.handle)
  const dictionary = document.objects.addDictionary()
  root.addEntryObject('ACAD_LAYOUT', dictionary.handle)
  let order = 0
  const layouts: Layouts = {
    plotStyle: placeholder.handle,
    add(name, block, width, height) {
      const record = (block as unknown as { blockRecord: { handle: string; layoutObject?: string } }).blockRecord
      const layout = document.objects.addObject(new LayoutObject(dictionary.handle, name, order, record.handle, width, height))
      dictionary.addEntryObject(name, layout.handle)
      record.layoutObject = layout.handle
      order += 1
    },
  }
  layouts.add('Model', document.modelSpace, 420, 297)
  return layouts
}

function addTables(writer: DxfWriter, document: DxfDocument, drawing: Drawing, plotStyle: string): void {
  for (const type of drawing.linetypes) writer.addLType(type.name, type.description, type.pattern_mm.map((length, i) => (i % 2 === 0 ? length : -length)))
  const style = document.tables.addStyle(TEXT_STYLE)
  style.fontFileName = 'arial.ttf'
  style.lastHeightUsed = 2.5
  const table = document.tables.layerTable
  const own = (layer: PenLayer): PenLayer => {
    layer.ownerObjectHandle = table.handle
    layer.plotStyle = plotStyle
    return layer
  }
  const records = (table as unknown as { records: PenLayer[] }).records
  records[0] = own(new PenLayer('0', 7, 'Continuous', 25, true))
  for (const layer of drawing.layers) records.push(own(new PenLayer(layer.name, layer.aci, layer.linetype ?? 'Continuous', Math.round(layer.lineweight_mm * 100), layer.plot ?? true)))
  records.push(own(new PenLayer(VIEWPORT_LAYER, 8, 'Continuous', 13, false)))
}

function addSymbol(writer: DxfWriter, symbol: SymbolDefinition): void {
  const block = writer.addBlock(symbol.name)
  for (const item of symbol.items) addItem(block, item, 0, '0', new Map())
  for (const tag of symbol.attributes) {
    const definition = new InvisibleAttdef(point3d(0, 0), ATTRIBUTE_MM, tag, '', { layerName: '0' })
    definition.textStyle = TEXT_STYLE
    block.addEntity(definition)
  }
  if (symbol.attributes.length > 0) block.flags = 2
}

function addItem(block: DxfBlock, item: Primitive, dx: number, layerName: string, symbols: ReadonlyMap<string, SymbolDefinition>): void {
  const options = 'linetype' in item && item.linetype !== undefined ? { layerName, lineType: item.linetype } : { layerName }
  switch (item.kind) {
    case 'line':
      block.addLine(point3d(dx + item.from[0], item.from[1]), point3d(dx + item.to[0], item.to[1]), options)
      return
    case 'polyline':
      if (item.filled === true) addSolid(block, item.points.map(([x, y]): [number, number] => [dx + x, y]), layerName)
      else block.addLWPolyline(item.points.map(([x, y]) => ({ point: point2d(dx + x, y) })), { ...options, flags: item.closed === true ? 1 : 0 })
      return
    case 'circle':
      if (item.filled === true) addSolid(block, Array.from({ length: 24 }, (_, i): [number, number] => [dx + item.centre[0] + item.radius * Math.cos((i * Math.PI) / 12), item.centre[1] + item.radius * Math.sin((i * Math.PI) / 12)]), layerName)
      else block.addCircle(point3d(dx + item.centre[0], item.centre[1]), item.radius, options)
      return
    case 'arc':
      block.addArc(point3d(dx + item.centre[0], item.centre[1]), item.radius, positive(item.start_deg), positive(item.end_deg), options)
      return
    case 'text':
      addText(block, item, dx, layerName)
      return
    case 'use':
      addUse(block, item, dx, layerName, symbols.get(item.symbol))
  }
}

function positive(angle: number): number {
  return ((angle % 360) + 360) % 360
}

function addSolid(block: DxfBlock, points: readonly (readonly [number, number])[], layerName: string): void {
  const paths = new HatchBoundaryPaths()
  const boundary = new HatchPolylineBoundary()
  for (const [x, y] of points) boundary.add(vertex(x, y))
  paths.addPolylineBoundary(boundary)
  block.addHatch(paths, pattern({ name: HatchPredefinedPatterns.SOLID }), { layerName })
}

/** Text is anchored at its lower left corner whatever its alignment, so that a reader with another font shows it where the PDF does. */
function addText(block: DxfBlock, item: Extract<Primitive, { kind: 'text' }>, dx: number, layerName: string): void {
  const value = drawableText(item.value)
  const width = textWidth(value, item.height)
  const along = item.halign === 'right' ? -width : item.halign === 'centre' ? -width / 2 : 0
  const up = baselineOffset(item)
  const upright = item.rotation_deg === 90
  const [x, y] = upright ? [item.at[0] - up, item.at[1] + along] : [item.at[0] + along, item.at[1] + up]
  const text = block.addText(point3d(dx + x, y), item.height, value.replaceAll('%%', '% %').replaceAll('\\U+', '\\ U+'), { layerName, rotation: item.rotation_deg ?? 0 })
  text.textStyle = TEXT_STYLE
}

function addUse(block: DxfBlock, item: UsePrimitive, dx: number, layerName: string, symbol: SymbolDefinition | undefined): void {
  const at = point3d(dx + item.at[0], item.at[1])
  const insert = block.addInsert(item.symbol, at, { rotationAngle: item.rotation_deg ?? 0, layerName })
  const tags = (symbol?.attributes ?? []).filter((tag) => item.attributes?.[tag] !== undefined)
  if (tags.length === 0) return
  insert.attributesFollowFlag = 1
  const entities = (block as unknown as { entities: object[] }).entities
  for (const tag of tags) {
    const attribute = new InvisibleAttrib(at, ATTRIBUTE_MM, tag, drawableText(item.attributes?.[tag] ?? ''), { layerName })
    attribute.textStyle = TEXT_STYLE
    entities.push(Object.assign(attribute, { ownerBlockRecord: insert.handle }))
  }
  entities.push(Object.assign(new SeqEnd(), { ownerBlockRecord: insert.handle, layerName }))
}

/** Sets the next free handle and the view, as the library does in its own serialiser. */
function finishHandles(document: DxfDocument): void {
  const inside = document as unknown as { _handseed(): void; modelSpace: { centerView(): { x: number; y: number; z: number }; viewHeight(): number } }
  inside._handseed()
  document.setViewCenter(inside.modelSpace.centerView())
  document.activeVPort.viewHeight = inside.modelSpace.viewHeight()
}
