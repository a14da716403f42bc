import type { Point } from '@edp/schemas'

import { AIR_UNIT_HALF } from '../symbols/pid/equipment-symbols.ts'
import { HOSE_HALF } from '../symbols/pid/line-symbols.ts'
import { fitting } from './heat-rejection.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { CONTAINER, PLATE_X, SKID } from './typical-layout.ts'

const HEADER_Y = 100
const UNIT_Y = 138
const HOSE_X = (SKID.x1 + PLATE_X) / 2

/** Residual air cooling: the air units with their traps, the condensate header, the hose to the site drain; leak ropes. */
export function drawResidualAir(canvas: PidCanvas): void {
  const { cooling } = canvas.site
  const units = cooling.equipment.filter((item) => item.kind === 'air_unit')
  const pitch = Math.min(70, (CONTAINER.x1 - 540) / Math.max(1, units.length))
  units.forEach((unit, index) => {
    const x = 560 + index * pitch
    canvas.equipment(unit.tag, 'AIR-UNIT', [x, UNIT_Y], {
      at: [x - AIR_UNIT_HALF.width, UNIT_Y + 21],
      lines: [unit.rating],
    })
    canvas.run('302', [
      [x - 8, UNIT_Y - AIR_UNIT_HALF.height],
      [x - 8, 120],
    ])
    canvas.items.push({ kind: 'use', layer: 'M-VALV', symbol: 'TRAP', at: [x - 8, 115], net: '302' })
    canvas.run('302', [
      [x, 110],
      [x, HEADER_Y],
    ])
  })
  canvas.note([530, UNIT_Y - 20], 'Room air: hot aisle in, cold aisle out, held by TT-301', {
    halign: 'right',
  })
  const last = 560 + (units.length - 1) * pitch
  canvas.run(
    '302',
    [
      [last, HEADER_Y],
      [PLATE_X, HEADER_Y],
    ],
    [],
    [
      [540, HEADER_Y],
      [400, HEADER_Y],
    ],
  )
  canvas.label('302', [420, HEADER_Y + 3])
  canvas.run(
    '301',
    [
      [PLATE_X, HEADER_Y],
      [SKID.x1 - 12, HEADER_Y],
    ],
    [
      fitting('FLANGE', [PLATE_X - 3, HEADER_Y], 0.8),
      fitting('HOSE', [HOSE_X, HEADER_Y], HOSE_HALF, { text: `HS-${canvas.typical.container}-90` }),
    ],
    [[SKID.x1 - 4, HEADER_Y]],
  )
  canvas.label('301', [HOSE_X, HEADER_Y - 8], { halign: 'centre' })
  canvas.note([PLATE_X + 3, HEADER_Y + 3], 'EX-C.DR1')
  canvas.note([SKID.x1 - 14, HEADER_Y + 0.5], 'SITE DRAIN', { halign: 'right' })
  canvas.note([SKID.x1 - 14, HEADER_Y - 3.5], 'BY OTHERS', { halign: 'right' })
  drawDewPoint(canvas)
  for (const [tag, at, number] of [
    ['LDS-202', [745, 233], 'I1'],
    ['LDS-203', [800, 233], 'I1'],
    ['LDS-204', [340, 200], 'I2'],
  ] as const satisfies readonly (readonly [string, Point, string])[]) {
    canvas.instrument(tag, at)
    canvas.interlock(number, [at[0], at[1] - 12])
    const instrument = cooling.instruments.find((i) => i.tag === tag)
    canvas.note([at[0], at[1] + 8.5], instrument?.location ?? '', {
      halign: tag === 'LDS-204' ? 'left' : 'centre',
    })
  }
}

/** Dew point in the cold aisle raises the setpoint of the technology supply. */
function drawDewPoint(canvas: PidCanvas): void {
  const y = 562.5
  canvas.instrument('TT-301', [785, y])
  canvas.instrument('MT-301', [810, y])
  canvas.instrument('TY-301', [755, y], [], 'INST-SHARED')
  canvas.signal(
    [
      [778.75, y],
      [761.25, y],
    ],
    'TT-301',
  )
  canvas.signal(
    [
      [810, y + 6.25],
      [810, 573],
      [755, 573],
      [755, y + 6.25],
    ],
    'MT-301',
  )
  canvas.signal(
    [
      [748.75, y + 4],
      [600, y + 4],
      [600, 573],
      [422.5, 573],
      [422.5, 568.75],
    ],
    'TY-301',
  )
  canvas.note([640, y + 6], 'SP RESET TO DEW POINT + 3 K')
  canvas.note([797, y - 11], 'COLD AISLE', { halign: 'centre' })
}
