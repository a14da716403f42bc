import { assembly, place, type Assembly, type Instance, type Part } from '../kernel/scene.ts'
import { cylinder, group } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS } from './colours.ts'
import type { ComponentShape } from './component-model.ts'

const PLINTH_MM = 100
const DOOR_MM = 24
/** Cabinets higher than their door have a fixed cover above it. */
export const DOOR_HEIGHT_MM = 1850
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

/** Ventilation slots, one dark field of 300 x 180. */
export function grille(stock: Stock): Part {
  return stock.block('grille', [300, 8, 180], COLOURS.dark)
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

/** Field of breakers in a door, 300 x 320. */
export function breakerField(stock: Stock): Part {
  return stock.block('breaker field', [300, 14, 320], COLOURS.dark)
}

/**
 * Floor-standing cabinet with equal doors at its front. `onDoor` tells what every door carries, `onFirst` what the first one carries
 * besides; both have their origin at the lower left corner of the door's face.
 */
export function cabinet(
  stock: Stock,
  name: string,
  { width, depth, height }: Pick<ComponentShape, 'width' | 'depth' | 'height'>,
  doors: number,
  fittings: { readonly onDoor: readonly Instance[]; readonly onFirst: readonly Instance[] },
): Assembly {
  const title = `${name} ${width}x${depth}x${height}`
  return stock.assembly(title, () => {
    const [doorWidth, doorHeight] = [width / doors, Math.min(height - PLINTH_MM - 10, DOOR_HEIGHT_MM)]
    const body = depth - PROUD_MM - DOOR_MM
    const door = stock.assembly(`${name} door ${doorWidth}x${doorHeight}`, () =>
      assembly(`${name} door ${doorWidth}x${doorHeight}`, [
        place(
          stock.block('door leaf', [doorWidth - 6, DOOR_MM, doorHeight], COLOURS.door),
          [3, -DOOR_MM, 0],
          { id: 'leaf' },
        ),
        place(handle(stock), [doorWidth - 50, 0, doorHeight * 0.45], { id: 'handle' }),
        ...fittings.onDoor,
      ]),
    )
    const face = depth - PROUD_MM
    return assembly(title, [
      place(stock.block('cabinet body', [width, body, height], COLOURS.cabinet), [0, 0, 0], { id: 'body' }),
      ...Array.from({ length: doors }, (_, index) =>
        place(door, [index * doorWidth, face, PLINTH_MM], { id: `door ${index + 1}` }),
      ),
      ...fittings.onFirst.map((fitting) => ({
        ...fitting,
        at: [fitting.at[0], fitting.at[1] + face, fitting.at[2] + PLINTH_MM] as const,
      })),
    ])
  })
}
