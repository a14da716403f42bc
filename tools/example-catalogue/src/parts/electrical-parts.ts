import { assembly, place } from '../kernel/scene.ts'
import { box, cylinder, group } from '../kernel/solids.ts'
import { cabinet, grille, handle, screen } from './cabinet.ts'
import { COLOURS } from './colours.ts'
import type { ComponentBuilder } from './component-model.ts'

/** Low-voltage board: doors of about 600 mm, breakers behind windows, a screen on the first door. */
export const panel: ComponentBuilder = (stock, shape) =>
  cabinet(stock, 'panel', shape, Math.max(1, Math.round(shape.width / 600)), ({ index, x, width, face }) => {
    const rows = [0.55, 0.64].map((height, row) =>
      place(
        stock.block('breaker row', [width - 180, 14, 110], COLOURS.dark),
        [x + 60, face, shape.height * height],
        {
          id: `breakers ${index + 1}.${row + 1}`,
        },
      ),
    )
    const vent = place(grille(stock, width - 180, 150), [x + 60, face, 220], { id: `grille ${index + 1}` })
    if (index > 0) return [...rows, vent]
    return [
      ...rows,
      vent,
      place(screen(stock), [x + width / 2 - 130, face, shape.height * 0.76], { id: 'screen' }),
    ]
  })

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
      group([
        box([width * 0.05, middle - 80, 120], [width * 0.9, 160, 160]),
        box([width * 0.05, middle - 80, height - 220], [width * 0.9, 160, 160]),
        ...[0.18, 0.5, 0.82].map((share) =>
          box([width * share - 60, middle - 80, 280], [120, 160, height - 500]),
        ),
      ]),
    )
    const coil = stock.part(`coil ${radius}x${coilHeight}`, COLOURS.resin, () =>
      cylinder(radius, coilHeight, [0, 0, 0]),
    )
    const terminal = stock.part('transformer terminal', COLOURS.copper, () =>
      cylinder(24, Math.min(90, middle - radius), [0, 0, 0], [0, 1, 0]),
    )
    const skid = stock.block('skid', [width, 120, 120], COLOURS.frame)
    return assembly(`dry-type transformer ${width}x${depth}x${height}`, [
      place(skid, [0, 60, 0], { id: 'skid 1' }),
      place(skid, [0, depth - 180, 0], { id: 'skid 2' }),
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
  stock.assembly(`device ${width}x${depth}x${height}`, () =>
    assembly(`device ${width}x${depth}x${height}`, [
      place(stock.block('device body', [width, depth - 4, height], COLOURS.dark), [0, 0, 0], { id: 'body' }),
      place(
        stock.block('device face', [width * 0.7, 4, height * 0.5], COLOURS.glass),
        [width * 0.15, depth - 4, height * 0.35],
        { id: 'face' },
      ),
    ]),
  )
