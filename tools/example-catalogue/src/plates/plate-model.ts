import type { Shape3D } from 'replicad'

import { assembly, place, type Assembly, type Instance, type Model, type Part } from '../kernel/scene.ts'
import { box, cut, cylinder, group, nut, uprightSheet } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS, POLE_COLOURS, SERVICE_COLOURS } from '../parts/colours.ts'
import { fixingPoints, plateHoles, type Hole } from './plate-holes.ts'
import type { Connector, FittedSlot, Plate } from './plate.ts'

/** Depth of the outer face of a mounted sheet behind the envelope: nothing on a plate may stand out of the container. */
export const RECESS_MM = 70
/** What stands behind the sheet, from its inner face. */
const REAR_MM = 30

/**
 * The plate as it is bought: drilled sheet, gasket, flange frame, bolts and connectors. Frame: x to the right and z up seen from
 * outside, the sheet's outer face at y = 0, outside towards -y.
 */
export function plateModel(stock: Stock, plate: Plate): Assembly {
  const {
    width_mm: width,
    height_mm: height,
    corner_radius_mm: radius,
    thickness_mm: thickness,
  } = plate.outline
  const holes = plateHoles(plate)
  const bolts = holes.filter(({ use }) => use === 'perimeter')
  const ring = (name: string, band: number, depth: number, colour: string): Part =>
    stock.part(`${name} ${plate.plate_id}`, colour, () => {
      const window = uprightSheet(width - 2 * band, height - 2 * band, 8, depth).translate([
        band,
        depth,
        band,
      ])
      const blank = uprightSheet(width, height, radius, depth).translate([0, depth, 0])
      return cut(blank, [window, ...bolts.map(drill)])
    })
  const sheet = stock.part(`sheet ${plate.plate_id}`, COLOURS.aluminium, () =>
    cut(uprightSheet(width, height, radius, thickness).translate([0, thickness, 0]), holes.map(drill)),
  )
  const screw = stock.part(`bolt ${plate.perimeter.bolt}`, COLOURS.zinc, () =>
    group([nut(16, 6.4), cylinder(5, thickness + 30, [0, 0, 0], [0, 1, 0])]),
  )
  const { gasket, flange } = plate
  return assembly(
    `interface plate ${plate.plate_id}`,
    [
      place(sheet, [0, 0, 0], { id: 'sheet' }),
      place(ring('gasket', gasket.width_mm, gasket.thickness_mm, COLOURS.rubber), [0, thickness, 0], {
        id: 'gasket',
      }),
      place(
        ring('flange frame', flange.width_mm, flange.thickness_mm, COLOURS.frame),
        [0, thickness + gasket.thickness_mm, 0],
        { id: 'flange frame' },
      ),
      ...bolts.map(({ x, y }, index) => place(screw, [x, 0, y], { id: `bolt ${index + 1}` })),
      ...connectors(stock, plate, connector),
    ],
    {
      plate_id: plate.plate_id,
      plate_version: plate.plate_version,
      status: 'EXAMPLE - NOT FOR CONSTRUCTION',
    },
  )
}

/** The plate as a container shows it: the sheet without its holes, and the outlines of the connectors. */
export function mountedPlateModel(stock: Stock, plate: Plate): Assembly {
  const { width_mm: width, height_mm: height, thickness_mm: thickness } = plate.outline
  return stock.assembly(`interface plate ${plate.plate_id}, simplified`, () =>
    assembly(`interface plate ${plate.plate_id}, simplified`, [
      place(stock.block('sheet', [width, thickness, height], COLOURS.aluminium), [0, 0, 0], { id: 'sheet' }),
      ...connectors(stock, plate, simpleConnector),
    ]),
  )
}

type ConnectorMaker = (stock: Stock, slot: FittedSlot, pole: string) => Model

function connectors(stock: Stock, plate: Plate, make: ConnectorMaker): Instance[] {
  return plate.slots.flatMap((slot) =>
    slot.at.map(({ pole, x, y }) => {
      const extras = { plate_id: plate.plate_id, slot: slot.id, service: slot.service }
      return slot.poles
        ? place(make(stock, slot, pole), [x, 0, y], { id: `${slot.id} ${pole}`, extras: { ...extras, pole } })
        : place(make(stock, slot, pole), [x, 0, y], { id: slot.id, extras })
    }),
  )
}

function connector(stock: Stock, slot: FittedSlot, pole: string): Assembly {
  const { body, cutout, fixings } = slot.fitted
  const colour = poleColour(slot, pole)
  const name = `${slot.connector} ${colour.slice(1)}`
  return stock.assembly(name, () => {
    const base = stock.part(
      `base ${slot.connector}`,
      body.form === 'frame' ? COLOURS.dark : COLOURS.zinc,
      () => flange(body, fixings),
    )
    const barrel = stock.part(`barrel ${slot.connector}`, colour, () => barrels(slot.fitted))
    const parts = [place(base), place(barrel)]
    if (cutout.shape === 'circle' && body.bore_mm === undefined) {
      const rear = stock.part(`rear ${slot.connector}`, COLOURS.dark, () =>
        cylinder(cutout.diameter_mm / 2 - 1, REAR_MM, [0, 0, 0], [0, 1, 0]),
      )
      parts.push(place(rear))
    }
    return assembly(name, parts)
  })
}

/** A connector as one body: what stands out of the sheet, in the colour of its pole. */
function simpleConnector(stock: Stock, slot: FittedSlot, pole: string): Part {
  const {
    form,
    thickness_mm: thickness,
    barrel_length_mm: length,
    barrel_diameter_mm,
    flange_mm: size,
  } = slot.fitted.body
  const barrel = cylinderOut(barrel_diameter_mm, thickness + length)
  return stock.part(`${slot.connector}, simplified`, poleColour(slot, pole), () => {
    if (form === 'round') return group([cylinderOut(size, thickness), barrel])
    return form === 'frame'
      ? box([-size / 2, -thickness - length, -size * 0.7], [size, thickness + length, size * 1.4])
      : barrel
  })
}

const cylinderOut = (diameter: number, length: number): Shape3D =>
  cylinder(diameter / 2, length, [0, 0, 0], [0, -1, 0])

function poleColour({ service, poles }: FittedSlot, pole: string): string {
  if (!poles) return SERVICE_COLOURS[service]
  return POLE_COLOURS[pole] ?? POLE_COLOURS[pole.replace(/\d$/, '')] ?? SERVICE_COLOURS[service]
}

/** What lies on the sheet, from y = 0 to minus its thickness. */
function flange(body: Connector['body'], fixings: Connector['fixings']): Shape3D {
  const { form, flange_mm: size, thickness_mm: thickness } = body
  if (form === 'hexagon') return nut(size, thickness)
  if (form === 'round') {
    const holes = fixingPoints(fixings).map(([x, z, diameter]) =>
      cylinder(diameter / 2, thickness + 20, [x, 10, z], [0, -1, 0]),
    )
    return cut(cylinder(size / 2, thickness, [0, 0, 0], [0, -1, 0]), holes)
  }
  const height = body.flange_height_mm ?? size
  return box([-size / 2, -thickness, -height / 2], [size, thickness, height])
}

/** What a plug, cable or pipe goes into, in front of the flange. */
function barrels({ body, cutout }: Connector): Shape3D {
  const {
    thickness_mm: thickness,
    barrel_diameter_mm: diameter,
    barrel_length_mm: length,
    bore_mm: bore,
  } = body
  if (cutout.shape === 'rectangle') {
    const columns = 3
    const rows = 6
    const plugs = Array.from({ length: columns * rows }, (_, index) => {
      const x = ((index % columns) - (columns - 1) / 2) * (cutout.width_mm / columns)
      const z = (Math.floor(index / columns) - (rows - 1) / 2) * (cutout.height_mm / rows)
      return cylinder(diameter / 2, length, [x, -thickness, z], [0, -1, 0])
    })
    return group(plugs)
  }
  const isStud = diameter < cutout.diameter_mm && diameter < 15
  if (isStud) return cylinder(diameter / 2, length, [0, -thickness, 0], [0, -1, 0])
  if (bore === undefined)
    return cut(cylinder(diameter / 2, length, [0, -thickness, 0], [0, -1, 0]), [
      cylinder(diameter * 0.34, length, [0, -thickness - 10, 0], [0, -1, 0]),
    ])
  const through = length + thickness + REAR_MM
  return cut(cylinder(diameter / 2, through, [0, REAR_MM, 0], [0, -1, 0]), [
    cylinder(bore / 2, through + 20, [0, REAR_MM + 10, 0], [0, -1, 0]),
  ])
}

function drill(hole: Hole): Shape3D {
  if (hole.shape === 'circle') return cylinder(hole.diameter / 2, 200, [hole.x, -100, hole.y], [0, 1, 0])
  return uprightSheet(hole.width, hole.height, hole.radius, 200).translate([
    hole.x - hole.width / 2,
    100,
    hole.y - hole.height / 2,
  ])
}
