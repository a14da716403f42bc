import type { AssemblySpec } from '@edp/schemas'

import { assembly, place, type Assembly } from '../kernel/scene.ts'
import { box, cut, group } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS } from './colours.ts'

type Opening = AssemblySpec['openings'][number]

const FRAME_MM = 60
const DEPTH_MM = 60

/** Door or louvre in its wall frame: outside at y = 0, lower left corner at the origin seen from outside. */
export function openingModel(stock: Stock, { kind, size_mm: [width, height] }: Opening): Assembly {
  const surround = stock.part(`opening frame ${width}x${height}`, COLOURS.frame, () =>
    cut(box([0, 0, 0], [width, DEPTH_MM, height]), [
      box([FRAME_MM, -10, FRAME_MM], [width - 2 * FRAME_MM, DEPTH_MM + 20, height - 2 * FRAME_MM]),
    ]),
  )
  const build = { personnel_door: personnelDoor, louvre } satisfies Record<Opening['kind'], unknown>
  return stock.assembly(`${kind} ${width}x${height}`, () => {
    const inner = build[kind](stock, width - 2 * FRAME_MM, height - 2 * FRAME_MM)
    return assembly(`${kind.replace('_', ' ')} ${width}x${height}`, [
      place(surround, [0, 0, 0], { id: 'frame' }),
      place(inner, [FRAME_MM, 0, FRAME_MM], { id: 'leaf' }),
    ])
  })
}

function personnelDoor(stock: Stock, width: number, height: number): Assembly {
  const hardware = stock.part(`lever ${width}`, COLOURS.dark, () => box([0, 0, 0], [130, 14, 24]))
  const bar = stock.block('panic bar', [width - 160, 40, 40], COLOURS.red)
  return assembly(`door leaf ${width}x${height}`, [
    place(stock.block('door panel', [width - 6, 40, height - 6], COLOURS.white), [3, 16, 3], { id: 'panel' }),
    place(hardware, [width - 180, 2, height * 0.48], { id: 'lever' }),
    place(bar, [80, 56, height * 0.46], { id: 'panic bar' }),
  ])
}

function louvre(stock: Stock, width: number, height: number): Assembly {
  const blades = stock.part(`louvre blades ${width}x${height}`, COLOURS.zinc, () => {
    const count = Math.floor(height / 130)
    return group(
      Array.from({ length: count }, (_, index) =>
        box([0, -24, -3], [width, 48, 6])
          .rotate(40, [0, 0, 0], [1, 0, 0])
          .translate([0, DEPTH_MM / 2, ((index + 0.5) * height) / count]),
      ),
    )
  })
  return assembly(`louvre ${width}x${height}`, [place(blades, [0, 0, 0], { id: 'blades' })])
}
