import type { AssemblySpec } from '@edp/schemas'

import { assembly, place, type Assembly, type Instance } from '../kernel/scene.ts'
import { box, cut } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS } from './colours.ts'

type Opening = AssemblySpec['openings'][number]

const FRAME_MM = 60
const DEPTH_MM = 60

/** Door or louvre in a wall: outside at y = 0, lower left corner at the origin seen from outside. */
export function openingModel(stock: Stock, { kind, size_mm: [width, height] }: Opening): Assembly {
  const build = { personnel_door: personnelDoor, louvre } satisfies Record<Opening['kind'], unknown>
  const name = `${kind.replace('_', ' ')} ${width}x${height}`
  return stock.assembly(name, () => assembly(name, build[kind](stock, width, height)))
}

function personnelDoor(stock: Stock, width: number, height: number): Instance[] {
  return [
    place(stock.block('door panel', [width - 10, 44, height - 10], COLOURS.white), [5, 6, 5], {
      id: 'panel',
    }),
    place(stock.block('panic bar', [width - 240, 40, 40], COLOURS.red), [120, 50, height * 0.48], {
      id: 'panic bar',
    }),
  ]
}

function louvre(stock: Stock, width: number, height: number): Instance[] {
  const surround = stock.part(`louvre frame ${width}x${height}`, COLOURS.frame, () =>
    cut(box([0, 0, 0], [width, DEPTH_MM, height]), [
      box([FRAME_MM, -10, FRAME_MM], [width - 2 * FRAME_MM, DEPTH_MM + 20, height - 2 * FRAME_MM]),
    ]),
  )
  const inner = height - 2 * FRAME_MM
  const blade = stock.part(`louvre blade ${width}`, COLOURS.zinc, () =>
    box([0, -28, -3], [width - 2 * FRAME_MM, 56, 6]).rotate(40, [0, 0, 0], [1, 0, 0]),
  )
  const count = Math.floor(inner / 140)
  return [
    place(surround, [0, 0, 0], { id: 'frame' }),
    ...Array.from({ length: count }, (_, index) =>
      place(blade, [FRAME_MM, DEPTH_MM / 2, FRAME_MM + ((index + 0.5) * inner) / count], {
        id: `blade ${index + 1}`,
      }),
    ),
  ]
}
