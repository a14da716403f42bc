import { assembly, place } from '../kernel/scene.ts'
import { box, cut, cylinder, group } from '../kernel/solids.ts'
import { COLOURS } from './colours.ts'
import type { ComponentBuilder } from './component-model.ts'

/** Open 19-inch rack with four posts, rails, base and roof, and a mesh door that shows what is inside. */
export const rack: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`rack ${width}x${depth}x${height}`, () => {
    const frame = stock.part(`rack frame ${width}x${depth}x${height}`, COLOURS.dark, () =>
      group([
        box([0, 0, 0], [width, depth - 12, 80]),
        box([0, 0, height - 50], [width, depth - 12, 50]),
        ...[0, width - 50].flatMap((x) =>
          [0, depth - 62].map((y) => box([x, y, 80], [50, 50, height - 130])),
        ),
      ]),
    )
    const rail = stock.block('19-inch rail', [20, 20, height - 130], COLOURS.zinc)
    const door = stock.block('mesh door', [width - 12, 12, height - 20], COLOURS.dark, 0.25)
    const inset = (width - 482.6) / 2
    return assembly(`rack ${width}x${depth}x${height}`, [
      place(frame, [0, 0, 0], { id: 'frame' }),
      ...[inset - 20, width - inset].flatMap((x, side) =>
        [130, depth - 160].map((y, end) => place(rail, [x, y, 80], { id: `rail ${side + 1}.${end + 1}` })),
      ),
      place(door, [6, depth - 12, 10], { id: 'front door' }),
    ])
  })

/** Node with eight accelerators: chassis and a bezel with two rows of fans. */
export const node: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`node ${width}x${depth}x${height}`, () => {
    const radius = Math.min(width / 10, height / 5)
    const bezel = stock.part(`bezel ${width}x${height}`, COLOURS.gold, () =>
      cut(
        box([0, 0, 0], [width, 24, height]),
        [0.14, 0.38, 0.62, 0.86].flatMap((x) =>
          [0.28, 0.72].map((z) => cylinder(radius, 60, [width * x, -10, height * z], [0, 1, 0])),
        ),
      ),
    )
    return assembly(`node ${width}x${depth}x${height}`, [
      place(stock.block('chassis', [width, depth - 24, height], COLOURS.zinc), [0, 0, 0], { id: 'chassis' }),
      place(bezel, [0, depth - 24, 0], { id: 'bezel' }),
    ])
  })

/** Switch, router or distribution frame of one or two units with a row of ports. */
export const switchUnit: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`switch ${width}x${depth}x${height}`, () =>
    assembly(`switch ${width}x${depth}x${height}`, [
      place(stock.block('switch body', [width, depth - 6, height], COLOURS.dark), [0, 0, 0], { id: 'body' }),
      place(
        stock.block('ports', [width - 60, 6, height * 0.5], COLOURS.green),
        [30, depth - 6, height * 0.25],
        { id: 'ports' },
      ),
    ]),
  )

/** Upright rack power distribution unit with its outlets. */
export const rackPdu: ComponentBuilder = (stock, { width, depth, height }) =>
  stock.assembly(`rack PDU ${width}x${depth}x${height}`, () =>
    assembly(`rack PDU ${width}x${depth}x${height}`, [
      place(stock.block('PDU body', [width, depth - 4, height], COLOURS.rubber), [0, 0, 0], { id: 'body' }),
      place(
        stock.block('outlets', [width * 0.5, 4, height - 200], COLOURS.white),
        [width * 0.25, depth - 4, 100],
        { id: 'outlets' },
      ),
    ]),
  )
