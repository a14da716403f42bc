import { assembly, place } from '../kernel/scene.ts'
import { box, cut, cylinder } from '../kernel/solids.ts'
import { breakerField, cabinet, DOOR_HEIGHT_MM, grille, handle, screen } from './cabinet.ts'
import { COLOURS } from './colours.ts'
import type { ComponentBuilder } from './component-model.ts'

/** Low-voltage board: doors of about 600 mm with a field of breakers and a grille, a screen on the first door. */
export const panel: ComponentBuilder = (stock, shape) => {
  const doors = Math.max(1, Math.round(shape.width / 600))
  const middle = shape.width / doors / 2
  const up = (share: number): number => DOOR_HEIGHT_MM * share
  return cabinet(stock, 'panel', shape, doors, {
    onDoor: [
      place(breakerField(stock), [middle - 180, 0, up(0.5)], { id: 'breakers' }),
      place(grille(stock), [middle - 180, 0, up(0.08)], { id: 'grille' }),
    ],
    onFirst: [place(screen(stock), [middle - 160, 0, up(0.8)], { id: 'screen' })],
  })
}

/** Wall-mounted panelboard: its box, a door over the breakers and the cover of the transformer below them. */
export const panelboard: ComponentBuilder = (stock, { width, depth, height }) => {
  const name = `panelboard ${width}x${depth}x${height}`
  const body = depth - 20
  return stock.assembly(name, () =>
    assembly(name, [
      place(stock.block('panelboard body', [width, body, height], COLOURS.cabinet), [0, 0, 0], {
        id: 'body',
      }),
      place(
        stock.block('panelboard door', [width - 80, 20, height * 0.5], COLOURS.door),
        [40, body, height * 0.45],
        {
          id: 'door',
        },
      ),
      place(
        stock.block('transformer cover', [width - 80, 12, height * 0.34], COLOURS.dark),
        [40, body, height * 0.06],
        {
          id: 'cover',
        },
      ),
    ]),
  )
}

/** Most between the middles of two luminaires of a row, mm: the spacing of an even light at this height. */
const LUMINAIRE_PITCH_MM = 1800
const LUMINAIRE_MM = 1200

/** Luminaires of one row, each 1.2 m, evenly over its length. */
export const luminaires: ComponentBuilder = (stock, { width, depth, height }) => {
  const name = `luminaires ${width}x${depth}x${height}`
  const count = Math.ceil(width / LUMINAIRE_PITCH_MM)
  return stock.assembly(name, () => {
    const luminaire = stock.block('luminaire', [LUMINAIRE_MM, depth, height], COLOURS.white)
    const pitch = (width - LUMINAIRE_MM) / (count - 1)
    return assembly(
      name,
      Array.from({ length: count }, (_, index) =>
        place(luminaire, [index * pitch, 0, 0], { id: `luminaire ${index + 1}` }),
      ),
    )
  })
}

/** Metal-clad medium-voltage switchgear: low-voltage, breaker and cable compartment of each panel. */
export const mvSwitchgear: ComponentBuilder = (stock, { width, depth, height, panels_count }) => {
  const pitch = width / panels_count
  const body = depth - 70
  const cubicle = stock.assembly(`MV panel ${pitch}x${depth}x${height}`, () => {
    const compartment = (name: string, share: number, colour: string) =>
      stock.block(name, [pitch - 26, 40, height * share], colour)
    const port = stock.part('view port', COLOURS.glass, () => cylinder(60, 12, [0, 0, 0], [0, 1, 0]))
    return assembly(`MV panel ${pitch}x${depth}x${height}`, [
      place(stock.block('MV body', [pitch - 6, body, height], COLOURS.cabinet), [3, 0, 0], { id: 'body' }),
      place(compartment('LV compartment', 0.22, COLOURS.white), [13, body, height * 0.76], {
        id: 'LV compartment',
      }),
      place(compartment('breaker compartment', 0.38, COLOURS.door), [13, body, height * 0.36], {
        id: 'breaker compartment',
      }),
      place(compartment('cable compartment', 0.32, COLOURS.door), [13, body, height * 0.02], {
        id: 'cable compartment',
      }),
      place(stock.block('relay', [160, 20, 180], COLOURS.dark), [pitch / 2 - 80, body + 40, height * 0.83], {
        id: 'relay',
      }),
      place(port, [pitch / 2, body + 40, height * 0.62], { id: 'view port' }),
      place(handle(stock), [pitch - 70, body + 40, height * 0.45], { id: 'handle' }),
    ])
  })
  return stock.assembly(`MV switchgear ${panels_count} panels`, () =>
    assembly(
      `MV switchgear ${panels_count} panels`,
      Array.from({ length: panels_count }, (_, index) =>
        place(cubicle, [index * pitch, 0, 0], { id: `panel ${index + 1}` }),
      ),
    ),
  )
}

/** Dry-type transformer: core of three limbs and two yokes, three coils, skids, terminals at the front. */
export const transformer: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`dry-type transformer ${width}x${depth}x${height}`, () => {
    const radius = Math.min(width / 6.4, depth / 2 - 60)
    const middle = depth / 2
    const coilHeight = height - 620
    const core = stock.part(`core ${width}x${height}`, COLOURS.dark, () =>
      cut(
        box([width * 0.06, middle - 80, 120], [width * 0.88, 160, height - 180]),
        [0.24, 0.56].map((share) =>
          box([width * share, middle - 200, 280], [width * 0.2, 400, height - 500]),
        ),
      ),
    )
    const coil = stock.part(`coil ${radius}x${coilHeight}`, COLOURS.resin, () =>
      cylinder(radius, coilHeight, [0, 0, 0]),
    )
    const terminal = stock.part('transformer terminal', COLOURS.copper, () =>
      cylinder(24, Math.min(90, middle - radius), [0, 0, 0], [0, 1, 0]),
    )
    const skid = stock.block('skid', [width, 120, 120], COLOURS.frame)
    return assembly(`dry-type transformer ${width}x${depth}x${height}`, [
      place(skid, [0, middle - 140, 0], { id: 'skid 1' }),
      place(skid, [0, middle + 20, 0], { id: 'skid 2' }),
      place(core, [0, 0, 0], { id: 'core' }),
      ...[0.18, 0.5, 0.82].flatMap((share, index) => [
        place(coil, [width * share, middle, 330], { id: `coil ${index + 1}` }),
        place(terminal, [width * share, middle + radius - 10, height * 0.62], {
          id: `terminal ${index + 1}`,
        }),
      ]),
    ])
  })

/** Device on a door or a wall: meter, relay, probe. */
export const sensor: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.block('device', [width, depth, height], COLOURS.device)
