import { assembly, place, type Assembly, type Instance, type Part } from '../kernel/scene.ts'
import { cylinder, group } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS } from './colours.ts'
import type { ComponentShape } from './component-model.ts'

const PLINTH_MM = 100
const DOOR_MM = 24
/** What stands out of a door: the box of a component includes it. */
const PROUD_MM = 30

/** Swing handle of a cabinet door, one block: 24 wide, 30 deep, 170 high. */
export function handle(stock: Stock): Part {
  return stock.block('handle', [24, PROUD_MM, 170], COLOURS.dark)
}

/** Operator panel with a screen, 260 x 190. */
export function screen(stock: Stock): Part {
  return stock.block('screen', [260, 16, 190], COLOURS.glass)
}

/** Ventilation slots, one dark field. */
export function grille(stock: Stock, width: number, height: number): Part {
  return stock.block('grille', [width, 8, height], COLOURS.dark)
}

/** Fan guard: a ring around a hub, its back at y = 0. */
export function fan(stock: Stock, radius: number): Part {
  return stock.part(`fan ${radius}`, COLOURS.dark, () =>
    group([
      cylinder(radius, 12, [0, 0, 0], [0, 1, 0]).cut(cylinder(radius - 22, 40, [0, -10, 0], [0, 1, 0])),
      cylinder(radius * 0.3, 14, [0, 0, 0], [0, 1, 0]),
    ]),
  )
}

/**
 * Floor-standing cabinet with doors of equal width at its front. `front` adds what sits on door number `index`, whose lower left
 * corner is at `x` and whose face is at `face`.
 */
export function cabinet(
  stock: Stock,
  name: string,
  { width, depth, height }: ComponentShape,
  doors: number,
  front: (door: { index: number; x: number; width: number; face: number }) => Instance[],
): Assembly {
  return stock.assembly(`${name} ${width}x${depth}x${height}`, () => {
    const doorWidth = width / doors
    const face = depth - PROUD_MM
    const body = face - DOOR_MM
    const leaf = stock.block('door', [doorWidth - 6, DOOR_MM, height - PLINTH_MM - 20], COLOURS.door)
    const instances = [
      place(stock.block('plinth', [width, body - 40, PLINTH_MM], COLOURS.dark), [0, 0, 0], { id: 'plinth' }),
      place(stock.block('body', [width, body, height - PLINTH_MM], COLOURS.cabinet), [0, 0, PLINTH_MM], {
        id: 'body',
      }),
    ]
    for (let index = 0; index < doors; index++) {
      const x = index * doorWidth
      instances.push(
        place(leaf, [x + 3, body, PLINTH_MM + 10], { id: `door ${index + 1}` }),
        place(handle(stock), [x + doorWidth - 50, face, height * 0.45], { id: `handle ${index + 1}` }),
        ...front({ index, x, width: doorWidth, face }),
      )
    }
    return assembly(`${name} ${width}x${depth}x${height}`, instances)
  })
}
