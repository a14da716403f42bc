import type { Point, Primitive, TextPrimitive, UsePrimitive } from '@edp/schemas'

import { textOrigin } from '../sheet/bounds.ts'
import { ATTRIBUTE_MM, TEXT_STYLE, disc, dxfText, turn } from './entities.ts'
import { dxfNumber as n, dxfString } from './group-values.ts'

/** Takes groups as text. */
type PushText = (groups: string) => void

/** Flags of a boundary that is a polyline of its own and the outermost. */
const POLYLINE_BOUNDARY = 7
const LOW_BYTES = Array.from({ length: 256 }, (_, byte) => hex(byte).padStart(2, '0'))

/** Handles that a primitive takes: its own, and those of its attributes and of what ends them. */
export function handlesOf(item: Primitive): number {
  const attributes = item.kind === 'use' ? Object.keys(item.attributes ?? {}).length : 0
  return attributes === 0 ? 1 : attributes + 2
}

/** A handle as DXF writes it. */
export function hex(handle: number): string {
  return handle.toString(16).toUpperCase()
}

/**
 * Writes primitives as the text of DXF entities, all in one block. The library would make three objects of each and push
 * it group by group; `direct-entities.test.ts` holds this text to what the library writes.
 */
export class DirectEntities {
  private readonly owner: string
  private readonly pushText: PushText
  private handle: number
  /** All but the last two digits of the next handle. */
  private high: string
  /** What all entities of one layer and linetype share. */
  private readonly frames = new Map<string, string>()

  /** `owner` is the handle of the block's record, `first` the handle of the first entity. */
  constructor(owner: string, first: number, pushText: PushText) {
    this.owner = owner
    this.handle = first
    this.high = first < 256 ? '' : hex(first >>> 8)
    this.pushText = pushText
  }

  /** Writes one primitive, moved by `dx` mm. */
  add(item: Primitive, dx: number): void {
    this.pushText(this.textOf(item, dx))
  }

  private textOf(item: Primitive, dx: number): string {
    switch (item.kind) {
      case 'line':
        return `${this.head('LINE', item.layer, item.linetype)}AcDbLine\r\n${point(item.from, dx)} 11\r\n${n(dx + item.to[0])}\r\n 21\r\n${n(item.to[1])}\r\n 31\r\n0.0\r\n`
      case 'polyline':
        if (item.filled === true) return this.solid(item.points, dx, item.layer)
        return `${this.head('LWPOLYLINE', item.layer, item.linetype)}AcDbPolyline\r\n 90\r\n${item.points.length}\r\n 70\r\n${item.closed === true ? 1 : 0}\r\n 43\r\n0.0\r\n 38\r\n0.0\r\n 39\r\n0.0\r\n${vertices(item.points, dx)}`
      case 'circle':
        if (item.filled === true) return this.solid(disc(item.centre, item.radius), dx, item.layer)
        return `${this.head('CIRCLE', item.layer)}AcDbCircle\r\n${point(item.centre, dx)} 40\r\n${n(item.radius)}\r\n`
      case 'arc':
        return `${this.head('ARC', item.layer)}AcDbCircle\r\n${point(item.centre, dx)} 40\r\n${n(item.radius)}\r\n100\r\nAcDbArc\r\n 50\r\n${n(turn(item.start_deg))}\r\n 51\r\n${n(turn(item.end_deg))}\r\n`
      case 'text':
        return this.writing(item, dx)
      case 'use':
        return this.insert(item, dx)
    }
  }

  /** From the type of an entity to the name of its own class. */
  private head(type: string, layer: string, linetype?: string): string {
    const key = linetype === undefined ? layer : `${layer} ${linetype}`
    let frame = this.frames.get(key)
    if (frame === undefined) {
      const dashes = linetype === undefined ? '' : `  6\r\n${dxfString(linetype)}\r\n`
      frame = `\r\n330\r\n${this.owner}\r\n100\r\nAcDbEntity\r\n  8\r\n${dxfString(layer)}\r\n${dashes}100\r\n`
      this.frames.set(key, frame)
    }
    return `  0\r\n${type}\r\n  5\r\n${this.next()}${frame}`
  }

  private next(): string {
    const low = this.handle & 255
    const text = this.high === '' ? hex(low) : `${this.high}${LOW_BYTES[low] ?? ''}`
    this.handle += 1
    if (low === 255) this.high = hex(this.handle >>> 8)
    return text
  }

  private solid(points: readonly Point[], dx: number, layer: string): string {
    return `${this.head('HATCH', layer)}AcDbHatch\r\n 10\r\n0.0\r\n 20\r\n0.0\r\n 30\r\n0.0\r\n210\r\n0.0\r\n220\r\n0.0\r\n230\r\n1.0\r\n  2\r\nSOLID\r\n 70\r\n1\r\n 71\r\n0\r\n 91\r\n1\r\n 92\r\n${POLYLINE_BOUNDARY}\r\n 72\r\n0\r\n 73\r\n1\r\n 93\r\n${points.length}\r\n${vertices(points, dx)} 97\r\n0\r\n 75\r\n1\r\n 76\r\n1\r\n 47\r\n1.0\r\n 98\r\n0\r\n`
  }

  private writing(item: TextPrimitive, dx: number): string {
    return `${this.head('TEXT', item.layer)}AcDbText\r\n${point(textOrigin(item), dx)} 40\r\n${n(item.height)}\r\n  1\r\n${dxfString(dxfText(item.value))}\r\n 50\r\n${n(item.rotation_deg ?? 0)}\r\n  7\r\n${TEXT_STYLE}\r\n100\r\nAcDbText\r\n`
  }

  /** An insert, its attributes, and what ends them. */
  private insert(item: UsePrimitive, dx: number): string {
    const attributes = Object.entries(item.attributes ?? {})
    const own = this.head('INSERT', item.layer)
    const insert = hex(this.handle - 1)
    const at = point(item.at, dx)
    let text = `${own}AcDbBlockReference\r\n  2\r\n${dxfString(item.symbol)}\r\n${at} 41\r\n1.0\r\n 42\r\n1.0\r\n 43\r\n1.0\r\n 50\r\n${n(item.rotation_deg ?? 0)}\r\n 66\r\n${attributes.length > 0 ? 1 : 0}\r\n 70\r\n1\r\n 71\r\n1\r\n 44\r\n0.0\r\n 45\r\n0.0\r\n`
    if (attributes.length === 0) return text
    const inside = `\r\n330\r\n${insert}\r\n100\r\nAcDbEntity\r\n  8\r\n${dxfString(item.layer)}\r\n`
    for (const [tag, value] of attributes)
      text += `  0\r\nATTRIB\r\n  5\r\n${this.next()}${inside}100\r\nAcDbText\r\n${at} 40\r\n${n(ATTRIBUTE_MM)}\r\n  1\r\n${dxfString(dxfText(value))}\r\n  7\r\n${TEXT_STYLE}\r\n100\r\nAcDbAttribute\r\n280\r\n0\r\n  2\r\n${dxfString(tag)}\r\n 70\r\n1\r\n`
    return `${text}  0\r\nSEQEND\r\n  5\r\n${this.next()}${inside}`
  }
}

function point([x, y]: Point, dx: number): string {
  return ` 10\r\n${n(dx + x)}\r\n 20\r\n${n(y)}\r\n 30\r\n0.0\r\n`
}

function vertices(points: readonly Point[], dx: number): string {
  let text = ''
  for (const [x, y] of points) text += ` 10\r\n${n(dx + x)}\r\n 20\r\n${n(y)}\r\n`
  return text
}
