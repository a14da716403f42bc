import type { AssemblySpec } from '@edp/schemas'

import { assembly, place, type Assembly, type Instance, type Part } from '../kernel/scene.ts'
import { box, cut, cylinder, group, uprightSheet } from '../kernel/solids.ts'
import type { Stock } from '../kernel/stock.ts'
import { COLOURS } from './colours.ts'
import { wallPlace, type Wall } from './wall-frame.ts'

type Envelope = AssemblySpec['envelope']

/** A hole in a wall: centre along the wall and up, and size, mm. */
export interface WallOpening {
  readonly wall: Wall
  readonly centre_mm: readonly [number, number]
  readonly size_mm: readonly [number, number]
}

/** Corner casting of ISO 1161: length, width, height, mm. */
const CASTING = [178, 162, 118] as const
const POST_MM = 140
const RAIL_MM = 118
const SHEET_MM = 4
const FLOOR_TOP_MM = 170
const DOOR_MM = 60

/**
 * Freight container of ISO 668 in its outer envelope: castings, posts, rails, floor, walls with their openings, roof and, where the wall
 * x_max is free, cargo doors. Walls are flat and transparent: corrugation would be four fifths of the file and hide what is inside.
 */
export function containerShell(stock: Stock, envelope: Envelope, openings: readonly WallOpening[]): Assembly {
  const { length_mm: length, width_mm: width, height_mm: height } = envelope
  const onWall = (wall: Wall): WallOpening[] => openings.filter((opening) => opening.wall === wall)
  const doors = onWall('x_max').length === 0 ? cargoDoors(stock, envelope) : []
  const end: Wall[] = doors.length === 0 ? ['x_min', 'x_max'] : ['x_min']
  return assembly(`container ${envelope.iso_code}`, [
    ...frame(stock, envelope),
    place(
      stock.block('floor', [length - 2 * POST_MM, width - 60, 28], COLOURS.floor),
      [POST_MM, 30, FLOOR_TOP_MM - 28],
      {
        id: 'floor',
      },
    ),
    ...(['y_min', 'y_max', ...end] as const).map((wall) =>
      place(wallSheet(stock, envelope, wall, onWall(wall)), [0, 0, 0], { id: `wall ${wall}` }),
    ),
    place(
      stock.block('roof', [length - 2 * CASTING[0], width - 120, SHEET_MM], COLOURS.wall, 0.15),
      [CASTING[0], 60, height - 12],
      { id: 'roof' },
    ),
    ...doors,
  ])
}

function frame(
  stock: Stock,
  { length_mm: length, width_mm: width, height_mm: height }: Envelope,
): Instance[] {
  const [castingLength, castingWidth, castingHeight] = CASTING
  const corners = [0, 1].flatMap((i) => [0, 1].map((j): [number, number] => [i, j]))
  const post = stock.block('corner post', [POST_MM, POST_MM, height - 2 * castingHeight], COLOURS.frame)
  const rail = stock.block('side rail', [length - 2 * castingLength, 60, RAIL_MM], COLOURS.frame)
  const beam = stock.block('end beam', [castingLength, width - 2 * castingWidth, RAIL_MM], COLOURS.frame)
  return [
    ...corners.flatMap(([i, j]) =>
      [0, 1].map((k) =>
        place(
          casting(stock),
          [i * (length - castingLength), j * (width - castingWidth), k * (height - castingHeight)],
          { id: `casting ${i}${j}${k}` },
        ),
      ),
    ),
    ...corners.map(([i, j]) =>
      place(post, [i * (length - POST_MM), j * (width - POST_MM), castingHeight], { id: `post ${i}${j}` }),
    ),
    ...[0, 1].flatMap((j) => [
      place(rail, [castingLength, j * (width - 60), 0], { id: `bottom rail ${j}` }),
      place(rail, [castingLength, j * (width - 60), height - RAIL_MM], { id: `top rail ${j}` }),
      place(beam, [j * (length - castingLength), castingWidth, 0], { id: `sill ${j}` }),
      place(beam, [j * (length - castingLength), castingWidth, height - RAIL_MM], { id: `header ${j}` }),
    ]),
  ]
}

/** Casting with its top and bottom slot; it fits all eight corners without mirroring. */
function casting(stock: Stock): Assembly {
  const [length, width] = CASTING
  const part = stock.part('slotted block', COLOURS.casting, () =>
    cut(box([0, 0, 0], CASTING), [
      uprightSheet(124, 63.5, 31, 400)
        .rotate(90, [0, 0, 0], [1, 0, 0])
        .translate([length / 2 - 62, width / 2 + 31.75, -100]),
    ]),
  )
  return stock.assembly('corner casting', () => assembly('corner casting', [place(part)]))
}

function wallSheet(stock: Stock, envelope: Envelope, wall: Wall, openings: readonly WallOpening[]): Part {
  const along = wall.startsWith('y') ? envelope.length_mm : envelope.width_mm
  const [from, to] = [POST_MM, along - POST_MM]
  return stock.part(
    `wall ${wall}`,
    COLOURS.wall,
    () => {
      // Made lying on the wall y_min and turned into place with everything else that is mounted on a wall.
      const sheet = box([from, 0, RAIL_MM], [to - from, SHEET_MM, envelope.height_mm - 2 * RAIL_MM])
      const holes = openings.map(({ centre_mm: [centre, z], size_mm: [size, height] }) => {
        const x = wall === 'y_max' || wall === 'x_min' ? along - centre : centre
        return box([x - size / 2, -50, z - height / 2], [size, 200, height])
      })
      const { at, turn_deg } = wallPlace(envelope, wall, [along / 2, 0], [along, 0], 20)
      return cut(sheet, holes)
        .rotate(turn_deg, [0, 0, 0], [0, 0, 1])
        .translate([...at])
    },
    0.25,
  )
}

function cargoDoors(
  stock: Stock,
  { length_mm: length, width_mm: width, height_mm: height }: Envelope,
): Instance[] {
  const leafWidth = (width - 2 * POST_MM) / 2 - 4
  const leafHeight = height - 2 * RAIL_MM - 8
  const leaf = stock.assembly('cargo door', () => {
    const bar = stock.part(`lock bar ${leafHeight}`, COLOURS.white, () =>
      group([cylinder(16, leafHeight, [0, 0, 0]), box([-6, -90, leafHeight * 0.4], [16, 180, 24])]),
    )
    return assembly('cargo door', [
      place(stock.block('door leaf', [DOOR_MM - 34, leafWidth, leafHeight], COLOURS.wall, 0.6), [0, 0, 0], {
        id: 'leaf',
      }),
      ...[0.28, 0.72].map((share, index) =>
        place(bar, [DOOR_MM - 17, leafWidth * share, 0], { id: `lock bar ${index + 1}` }),
      ),
    ])
  })
  return [0, 1].map((index) =>
    place(leaf, [length - DOOR_MM - 10, POST_MM + 2 + index * (leafWidth + 4), RAIL_MM + 4], {
      id: `cargo door ${index + 1}`,
    }),
  )
}
