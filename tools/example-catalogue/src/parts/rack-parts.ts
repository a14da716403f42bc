import { assembly, place } from '../kernel/scene.ts'
import { box, cut, cylinder } from '../kernel/solids.ts'
import { COLOURS } from './colours.ts'
import type { ComponentBuilder } from './component-model.ts'

/** 19-inch rack: side panels, base and roof, open at the back, and a mesh door that shows what is inside. */
export const rack: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`rack ${width}x${depth}x${height}`, () => {
    const frame = stock.part(`rack frame ${width}x${depth}x${height}`, COLOURS.dark, () =>
      cut(box([0, 0, 0], [width, depth - 12, height]), [
        box([40, -10, 80], [width - 80, depth + 20, height - 130]),
      ]),
    )
    const door = stock.block('mesh door', [width - 12, 12, height - 20], COLOURS.dark, 0.25)
    return assembly(`rack ${width}x${depth}x${height}`, [
      place(frame, [0, 0, 0], { id: 'frame' }),
      place(door, [6, depth - 12, 10], { id: 'front door' }),
    ])
  })

/** Node: chassis and a front of four fans. */
export const node: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`node ${width}x${depth}x${height}`, () => {
    const fan = stock.part('node fan', COLOURS.gold, () => cylinder(70, 14, [0, 0, 0], [0, 1, 0]))
    const fans = [0.27, 0.73].flatMap((x) =>
      [0.27, 0.73].map((z): [number, number] => [width * x, height * z]),
    )
    return assembly(`node ${width}x${depth}x${height}`, [
      place(stock.block('chassis', [width, depth - 14, height], COLOURS.zinc), [0, 0, 0], { id: 'chassis' }),
      ...fans.map(([x, z], index) => place(fan, [x, depth - 14, z], { id: `fan ${index + 1}` })),
    ])
  })

/** Switch, router or distribution frame of one or two units with a row of ports. */
export const switchUnit: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`switch ${width}x${depth}x${height}`, () =>
    assembly(`switch ${width}x${depth}x${height}`, [
      place(stock.block('switch body', [width, depth - 6, height], COLOURS.dark), [0, 0, 0], { id: 'body' }),
      place(
        stock.block('ports', [400, 6, 22], COLOURS.green),
        [(width - 400) / 2, depth - 6, height / 2 - 11],
        { id: 'ports' },
      ),
    ]),
  )

/** Upright rack power distribution unit. */
export const rackPdu: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.block('rack PDU', [width, depth, height], COLOURS.rubber)
