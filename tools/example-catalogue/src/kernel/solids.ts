import {
  compoundShapes,
  draw,
  drawRoundedRectangle,
  makeBaseBox,
  makeCylinder,
  makeSphere,
  type Shape3D,
} from 'replicad'

import './open-cascade.ts'
import type { Vector } from './scene.ts'

const UP: Vector = [0, 0, 1]
const point = ([x, y, z]: Vector): [number, number, number] => [x, y, z]

/** Box from its lower corner and its size. */
export function box(corner: Vector, size: Vector): Shape3D {
  const [x, y, z] = corner
  const [length, width, height] = size
  return makeBaseBox(length, width, height).translate([x + length / 2, y + width / 2, z])
}

/** Cylinder from the centre of its base. */
export function cylinder(radius: number, height: number, base: Vector, direction: Vector = UP): Shape3D {
  return makeCylinder(radius, height, point(base), point(direction))
}

/** Ball from its centre. */
export function ball(radius: number, centre: Vector): Shape3D {
  return makeSphere(radius).translate(point(centre))
}

/** Several solids as one shape. Nothing is fused, so it costs no boolean operation. */
export function group(shapes: readonly Shape3D[]): Shape3D {
  const [first, ...rest] = shapes
  if (!first) throw new Error('a group needs a shape')
  return rest.length === 0 ? first : (compoundShapes([...shapes]) as Shape3D)
}

/** The shape without its tools: one cut, however many tools. */
export function cut(shape: Shape3D, tools: readonly Shape3D[]): Shape3D {
  return tools.length === 0 ? shape : shape.cut(group(tools))
}

/** Upright sheet in the x-z plane with rounded corners: lower left corner at the origin, thickness from y = 0 to `-thickness`. */
export function uprightSheet(width: number, height: number, radius: number, thickness: number): Shape3D {
  return drawRoundedRectangle(width, height, radius)
    .translate(width / 2, height / 2)
    .sketchOnPlane('XZ')
    .extrude(thickness) as Shape3D
}

/** Regular prism along -y, e.g. a nut, centred on the y axis. */
export function nut(acrossFlats: number, thickness: number): Shape3D {
  const radius = acrossFlats / Math.sqrt(3)
  const corner = (index: number): [number, number] => [
    radius * Math.cos((index * Math.PI) / 3),
    radius * Math.sin((index * Math.PI) / 3),
  ]
  let pen = draw(corner(0))
  for (let index = 1; index < 6; index++) pen = pen.lineTo(corner(index))
  return pen.close().sketchOnPlane('XZ').extrude(thickness) as Shape3D
}
