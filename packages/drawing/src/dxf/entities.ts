import { drawableText, type Point, type Primitive, type TextPrimitive, type UsePrimitive } from '@edp/schemas'
import {
  Attdef,
  Attrib,
  HatchBoundaryPaths,
  HatchPolylineBoundary,
  HatchPredefinedPatterns,
  LWPolylineFlags,
  SeqEnd,
  pattern,
  point2d,
  point3d,
  vertex,
  type DxfBlock,
  type Dxfier,
} from '@tarikjabiri/dxf'

import { cosDeg, sinDeg, textOrigin } from '../sheet/bounds.ts'

/** Text style of every text; its font has the advance widths that the drawing was laid out with. */
export const TEXT_STYLE = 'EDP'
/** Height of attributes, mm; nobody sees them. */
export const ATTRIBUTE_MM = 1.8
/** Sides of the polygon that stands for a filled circle. */
const DISC_SIDES = 24

/** Writes one primitive into a block, moved by `dx` mm. Inside a symbol all is on layer 0, which takes the use's layer. */
export function addEntity(block: DxfBlock, item: Primitive, dx: number, layerName: string): void {
  const at = ([x, y]: Point): ReturnType<typeof point3d> => point3d(dx + x, y)
  const options =
    'linetype' in item && item.linetype !== undefined ? { layerName, lineType: item.linetype } : { layerName }
  switch (item.kind) {
    case 'line':
      block.addLine(at(item.from), at(item.to), options)
      return
    case 'polyline':
      if (item.filled === true) addSolid(block, item.points, dx, layerName)
      else
        block.addLWPolyline(
          item.points.map(([x, y]) => ({ point: point2d(dx + x, y) })),
          { ...options, flags: item.closed === true ? LWPolylineFlags.Closed : LWPolylineFlags.None },
        )
      return
    case 'circle':
      if (item.filled === true) addSolid(block, disc(item.centre, item.radius), dx, layerName)
      else block.addCircle(at(item.centre), item.radius, options)
      return
    case 'arc':
      block.addArc(at(item.centre), item.radius, turn(item.start_deg), turn(item.end_deg), options)
      return
    case 'text':
      addText(block, item, dx, layerName)
      return
    case 'use':
      addInsert(block, item, dx, layerName)
  }
}

/** Declares an attribute of a symbol. */
export function addAttributeDefinition(block: DxfBlock, tag: string): void {
  const definition = new InvisibleAttdef(point3d(0, 0), ATTRIBUTE_MM, tag, '', { layerName: '0' })
  definition.textStyle = TEXT_STYLE
  block.addEntity(definition)
}

/**
 * Text as it is drawn. CAD reads `%%d` and `\U+00B0` as codes, also in TEXT; a blank breaks them in a text that came
 * from a person.
 */
export function dxfText(value: string): string {
  const text = drawableText(value)
  return text.includes('%%') || text.includes('\\')
    ? text.replaceAll('%%', '% %').replaceAll('\\U+', '\\ U+').replaceAll('\\M+', '\\ M+')
    : text
}

/** Anchored at its lower left corner whatever its alignment: a reader with other metrics then shows it where the PDF does. */
function addText(block: DxfBlock, item: TextPrimitive, dx: number, layerName: string): void {
  const [x, y] = textOrigin(item)
  const rotation = item.rotation_deg ?? 0
  const text = block.addText(point3d(dx + x, y), item.height, dxfText(item.value), { layerName, rotation })
  text.textStyle = TEXT_STYLE
}

/** An insert, its attributes and the SEQEND that ends them; the library's own `addAttrib` orphans the second one. */
function addInsert(block: DxfBlock, item: UsePrimitive, dx: number, layerName: string): void {
  const at = point3d(dx + item.at[0], item.at[1])
  const insert = block.addInsert(item.symbol, at, { rotationAngle: item.rotation_deg ?? 0, layerName })
  const attributes = Object.entries(item.attributes ?? {})
  if (attributes.length === 0) return
  insert.attributesFollowFlag = 1
  for (const [tag, value] of attributes) {
    const attribute = new InvisibleAttrib(at, ATTRIBUTE_MM, tag, dxfText(value), { layerName })
    attribute.textStyle = TEXT_STYLE
    attribute.ownerBlockRecord = insert.handle
    block.entities.push(attribute)
  }
  const end = new SeqEnd()
  end.ownerBlockRecord = insert.handle
  end.layerName = layerName
  block.entities.push(end)
}

/** A filled area; only SOLID, because the library shares the state of its other patterns between documents. */
function addSolid(block: DxfBlock, points: readonly Point[], dx: number, layerName: string): void {
  const boundary = new HatchPolylineBoundary()
  for (const [x, y] of points) boundary.add(vertex(dx + x, y))
  const paths = new HatchBoundaryPaths()
  paths.addPolylineBoundary(boundary)
  block.addHatch(paths, pattern({ name: HatchPredefinedPatterns.SOLID }), { layerName })
}

/** The polygon that stands for a filled circle. */
export function disc([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: DISC_SIDES }, (_, side) => {
    const angle = (side * 360) / DISC_SIDES
    return [x + radius * cosDeg(angle), y + radius * sinDeg(angle)]
  })
}

/** An angle from 0 up to 360 degrees. */
export function turn(angle: number): number {
  return ((angle % 360) + 360) % 360
}

/** Group 70 of an attribute is 1: data of the block, not drawn. */
function invisibly(dx: Dxfier): Dxfier {
  const through = Object.create(dx) as Dxfier
  through.push = (code, value) => {
    dx.push(code, code === 70 ? 1 : value)
  }
  return through
}

class InvisibleAttrib extends Attrib {
  protected override dxfyChild(dx: Dxfier): void {
    super.dxfyChild(invisibly(dx))
  }
}

class InvisibleAttdef extends Attdef {
  protected override dxfyChild(dx: Dxfier): void {
    super.dxfyChild(invisibly(dx))
  }
}
