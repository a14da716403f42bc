import { assembly, place } from '../kernel/scene.ts'
import type { Shape3D } from 'replicad'

import { ball, box, cut, cylinder, group } from '../kernel/solids.ts'
import { cabinet, fan, grille, screen } from './cabinet.ts'
import { COLOURS } from './colours.ts'
import type { ComponentBuilder } from './component-model.ts'

/** Coolant distribution unit: screen, two pump covers, and flanged stubs on top for supply and return. */
export const cdu: ComponentBuilder = (stock, { width, depth, height }) => {
  const stubHeight = 90
  const lower = { width, depth, height: height - stubHeight }
  const pump = stock.part('pump cover', COLOURS.supply, () => cylinder(80, 24, [0, 0, 0], [0, 1, 0]))
  const body = cabinet(stock, 'CDU', lower, 1, {
    onDoor: [
      place(grille(stock), [width / 2 - 150, 0, 160], { id: 'grille' }),
      ...[0.3, 0.64].map((share, index) =>
        place(pump, [width * share, 0, lower.height * 0.36], { id: `pump ${index + 1}` }),
      ),
    ],
    onFirst: [place(screen(stock), [width / 2 - 130, 0, lower.height * 0.62], { id: 'screen' })],
  })
  const stub = (colour: string) =>
    stock.part('stub DN 50', colour, () =>
      group([cylinder(30, stubHeight - 18, [0, 0, 0]), cylinder(82, 18, [0, 0, stubHeight - 18])]),
    )
  return stock.assembly(`coolant distribution unit ${width}x${depth}x${height}`, () =>
    assembly(`coolant distribution unit ${width}x${depth}x${height}`, [
      place(body, [0, 0, 0], { id: 'cabinet' }),
      place(stub(COLOURS.supply), [width * 0.3, depth * 0.3, lower.height], { id: 'facility supply' }),
      place(stub(COLOURS.return), [width * 0.7, depth * 0.3, lower.height], { id: 'facility return' }),
    ]),
  )
}

/** Air unit with two fans and an inlet grille. */
export const airUnit: ComponentBuilder = (stock, shape) => {
  const middle = shape.width / 2
  return cabinet(stock, 'air unit', shape, 1, {
    onDoor: [
      ...[0.32, 0.6].map((share, index) =>
        place(fan(stock, 200), [middle, 0, shape.height * share], { id: `fan ${index + 1}` }),
      ),
      place(grille(stock), [middle - 150, 0, 120], { id: 'grille' }),
    ],
    onFirst: [],
  })
}

/** Box on the wall; a fire panel is red. */
export const wallBox: ComponentBuilder = (stock, { id, width, depth, height }) =>
  id.startsWith('fap')
    ? stock.block('fire panel', [width, depth, height], COLOURS.red)
    : stock.block('wall box', [width, depth, height], COLOURS.white)

/** Cylinder of extinguishing agent with its valve. */
export const cylinderBottle: ComponentBuilder = (stock, { width, depth, height }) => {
  const name = `agent cylinder ${width}x${height}`
  return stock.assembly(name, () => {
    const radius = Math.min(width, depth) / 2
    const shoulder = height - radius - 90
    const bottle = stock.part(`bottle ${radius}x${height}`, COLOURS.red, () =>
      cylinder(radius, shoulder, [width / 2, depth / 2, 0]).fuse(
        ball(radius, [width / 2, depth / 2, shoulder]),
      ),
    )
    const valve = stock.part('cylinder valve', COLOURS.gold, () => cylinder(34, 110, [0, 0, 0]))
    return assembly(name, [
      place(bottle, [0, 0, 0], { id: 'bottle' }),
      place(valve, [width / 2, depth / 2, height - 110], { id: 'valve' }),
    ])
  })
}

/** Ladder cable tray: two rails and rungs every metre. */
export const tray: ComponentBuilder = (stock, { width, depth, height }) => {
  const name = `cable tray ${width}x${depth}x${height}`
  return stock.assembly(name, () => {
    const rail = stock.block('tray rail', [width, 12, height], COLOURS.zinc)
    const rung = stock.block('tray rung', [40, depth - 24, 16], COLOURS.zinc)
    const count = Math.floor(width / 1000)
    return assembly(name, [
      place(rail, [0, 0, 0], { id: 'rail 1' }),
      place(rail, [0, depth - 12, 0], { id: 'rail 2' }),
      ...Array.from({ length: count }, (_, index) =>
        place(rung, [((index + 0.5) * width) / count - 20, 12, 8], { id: `rung ${index + 1}` }),
      ),
    ])
  })
}

/** Manifold pipe along the racks, in the colour of what it carries. */
export const manifold: ComponentBuilder = (stock, { width, depth, height, colour }) => {
  const diameter = Math.min(depth, height)
  const paint = colour === 'supply' ? COLOURS.supply : COLOURS.return
  return stock.part(`manifold ${width}x${diameter}`, paint, () =>
    cylinder(diameter / 2, width, [0, depth / 2, height / 2], [1, 0, 0]),
  )
}

/** Frame of the zone where a plate is mounted, with a window for it; lower left corner at the origin, outside at y = 0. */
export function plateZone(
  zone: { readonly width: number; readonly depth: number; readonly height: number },
  window: { readonly x: number; readonly z: number; readonly width: number; readonly height: number },
): Shape3D {
  return cut(box([0, 0, 0], [zone.width, zone.depth, zone.height]), [
    box([window.x, -10, window.z], [window.width, zone.depth + 20, window.height]),
  ])
}
