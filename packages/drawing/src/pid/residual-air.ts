import { AIR_UNIT_HALF } from '../symbols/pid/equipment-symbols.ts'
import { HOSE_HALF } from '../symbols/pid/line-symbols.ts'
import { fitting } from './fittings.ts'
import { controllerOf, instrument, signal } from './instruments.ts'
import { machine } from './machines.ts'
import { printed } from './printed.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { CONTROL_TABLE_X, HOSE_X, PLATE_X, SKID } from './typical-layout.ts'

const HEADER_Y = 100
const UNIT_Y = 138

/** Residual air cooling: the air units with their traps, the condensate header, the hose to the site drain. */
export function drawResidualAir(canvas: PidCanvas): void {
  const { cooling } = canvas.site
  const units = cooling.equipment.filter((item) => item.kind === 'air_unit')
  const pitch = Math.min(70, (CONTROL_TABLE_X - 542) / Math.max(1, units.length))
  units.forEach((unit, index) => {
    const x = 560 + index * pitch
    machine(canvas, unit.tag, 'AIR-UNIT', [x, UNIT_Y], {
      at: [x - AIR_UNIT_HALF.width, UNIT_Y + 21],
      lines: [printed(unit.rating)],
    })
    cooling.air_openings
      .filter(({ serves }) => serves === unit.tag)
      .forEach(({ id }, place) => {
        canvas.note([x + AIR_UNIT_HALF.width + 1.5, UNIT_Y - 10 + place * 18], id)
      })
    run(canvas, '302', [
      [x - 8, UNIT_Y - AIR_UNIT_HALF.height],
      [x - 8, 120],
    ])
    canvas.items.push({ kind: 'use', layer: 'M-VALV', symbol: 'TRAP', at: [x - 8, 115], net: '302' })
    run(canvas, '302', [
      [x, 110],
      [x, HEADER_Y],
    ])
  })
  canvas.note(
    [560, HEADER_Y - 8],
    'Room air: hot aisle in, cold aisle out, held by the units. LV: louvres of the condenser in the wall',
  )
  const last = 560 + (units.length - 1) * pitch
  run(
    canvas,
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
  label(canvas, '302', [420, HEADER_Y + 3])
  run(
    canvas,
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
  label(canvas, '301', [HOSE_X, HEADER_Y - 8], { halign: 'centre' })
  canvas.note([PLATE_X + 3, HEADER_Y + 7], 'EX-C.DR1')
  canvas.note([PLATE_X - 4, HEADER_Y + 4], canvas.line('301').pipe_class, { halign: 'right' })
  canvas.note([PLATE_X + 3, HEADER_Y + 3], canvas.line('302').pipe_class)
  canvas.note([PLATE_X + 5, 140], 'INTERFACE PLATE EX-C', { rotation_deg: 90, halign: 'centre' })
  canvas.note([SKID.x1 - 14, HEADER_Y + 0.5], 'SITE DRAIN', { halign: 'right' })
  canvas.note([SKID.x1 - 14, HEADER_Y - 3.5], 'BY OTHERS', { halign: 'right' })
  drawDewPoint(canvas)
}

/** Dew point in the cold aisle raises the setpoint of the technology supply. */
function drawDewPoint(canvas: PidCanvas): void {
  const y = 562.5
  instrument(canvas, 'TT-301', [785, y])
  instrument(canvas, 'MT-301', [810, y])
  instrument(canvas, 'UY-301', [755, y], [], 'INST-SHARED')
  signal(
    canvas,
    [
      [778.75, y],
      [761.25, y],
    ],
    'TT-301',
  )
  signal(
    canvas,
    [
      [810, y + 6.25],
      [810, 573],
      [755, 573],
      [755, y + 6.25],
    ],
    'MT-301',
  )
  signal(
    canvas,
    [
      [748.75, y + 4],
      [600, y + 4],
      [600, 573],
      [428, 573],
      [428, 568.75],
    ],
    'UY-301',
  )
  canvas.note([640, y + 6], 'SP RESET TO DEW POINT + 3 K')
  controllerOf(canvas, 'UY-301', [755, y - 10.5], 'centre')
  canvas.note([797, y - 11], 'COLD AISLE', { halign: 'centre' })
}
