import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { endValve, valve } from './fittings.ts'
import { instrument, signal, tapped } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { drawTrimChiller } from './trim-chiller.ts'
import { FAN_Y, SKID, SUPPLY_Y } from './typical-layout.ts'

/** Where the least flow leaves the supply. */
export const LEAST_FLOW_X = 243
/** Where PDT-101 takes supply and return. */
export const DIFFERENCE_X = 259

/** The cooler with its control, the supply to the hose, trim chiller and make-up water. */
export function drawCooler(canvas: PidCanvas): void {
  const { cooling } = canvas.site
  const centre: Point = [135, 510]
  machine(canvas, 'AC-101', 'DRY-COOLER', centre, {
    at: [103, 468],
    lines: [`${cooling.liquid_heat_kw.toFixed(1)} kW, fans ${cooling.fan_kw.toFixed(1)} kW`],
  })
  const outlet: Point = [170, SUPPLY_Y]
  const tee: Point = [LEAST_FLOW_X, SUPPLY_Y]
  const fittings = [valve(canvas, 'BV-101', [226, SUPPLY_Y], 'below')]
  if (canvas.has('115')) {
    drawTrimChiller(canvas, outlet)
    run(canvas, '107', [[206, SUPPLY_Y], tee], fittings, [[213, SUPPLY_Y]])
  } else run(canvas, '107', [outlet, tee], fittings, [[200, SUPPLY_Y]])
  const tap = canvas.has('115') ? 207.8 : 188
  drawSupplyTemperature(canvas, tap)
  label(canvas, '107', [tap + 2, SUPPLY_Y + 7.5], { flow: true })
  const hose_end: Point = [SKID.x1, SUPPLY_Y]
  run(canvas, '120', [tee, hose_end], [valve(canvas, 'HV-101', [252, SUPPLY_Y], 'below')])
  label(canvas, '120', [SKID.x1 - 1.5, SUPPLY_Y - 4], { rotation_deg: 90, halign: 'right' })
  drawCoolerControl(canvas)
  if (canvas.has('111')) drawMakeUpWater(canvas)
  if (canvas.has('122')) drawBleed(canvas)
}

/** What leaves the cooler: the controller works by it where TT-101 is lost or shut off. */
function drawSupplyTemperature(canvas: PidCanvas, tap: number): void {
  const [x, y]: Point = [216, 538]
  instrument(
    canvas,
    'TT-103',
    [x, y],
    [
      [tap, SUPPLY_Y],
      [tap, y],
      [x - BUBBLE_RADIUS, y],
    ],
  )
  signal(
    canvas,
    [
      [x, y + BUBBLE_RADIUS],
      [x, 547],
      [230 - BUBBLE_RADIUS, 547],
    ],
    'TT-103',
  )
}

/** TIC-101 holds the supply by the fans, then by what the climate adds. */
function drawCoolerControl(canvas: PidCanvas): void {
  instrument(canvas, 'TT-110', [250, 567])
  instrument(canvas, 'TIC-101', [230, 550], [], 'INST-SHARED')
  canvas.note([238, 553], `SP ${canvas.site.cooling.facility_supply_c} °C`)
  signal(
    canvas,
    [
      [243.75, 567],
      [230, 567],
      [230, 556.25],
    ],
    'TT-110',
  )
  const fans: Point[] = [
    [223.75, 550],
    [195, 550],
    [195, FAN_Y],
    [170, FAN_Y],
  ]
  signal(canvas, fans, 'TIC-101')
  canvas.note([173, FAN_Y + 2], 'FAN VFD')
  if (!canvas.has('115')) return
  signal(
    canvas,
    [
      [195, FAN_Y],
      [195, 532.5],
    ],
    'TIC-101',
  )
}

function drawMakeUpWater(canvas: PidCanvas): void {
  const y = 557.5
  run(
    canvas,
    '111',
    [
      [SKID.x0 - 10, y],
      [135, y],
      [135, 545],
    ],
    [
      valve(canvas, 'HV-107', [68, y], 'above'),
      valve(canvas, 'BFP-102', [83, y], 'above'),
      valve(canvas, 'XV-103', [112, y], 'below'),
    ],
    [[SKID.x0 - 5, y]],
  )
  run(canvas, '111', [
    [94, y],
    [94, y - 3.5],
  ])
  endValve(canvas, 'DV-103', [94, y - 7.5], '111', 'left', 0, 4)
  tapped(canvas, 'PSL-103', [99, y], y + 12.5)
  label(canvas, '111', [138, y - 4])
  canvas.note([SKID.x0 - 11.5, y + 0.5], 'SITE WATER', { halign: 'right' })
  canvas.note([SKID.x0 - 11.5, y - 3.5], 'BY OTHERS', { halign: 'right' })
  signal(
    canvas,
    [
      [195, 550],
      [195, 572.5],
      [112, 572.5],
      [112, y + 10],
    ],
    'TIC-101',
  )
}

/** What the pads bleed goes to the drain of the site. */
function drawBleed(canvas: PidCanvas): void {
  const y = 532
  const end = SKID.x0 - 10
  run(
    canvas,
    '122',
    [
      [100, y],
      [end, y],
    ],
    [],
    [[SKID.x0 - 5, y]],
  )
  label(canvas, '122', [67, y - 2], { rotation_deg: 90, halign: 'right' })
  canvas.note([end - 1.5, y + 0.5], 'SITE DRAIN', { halign: 'right' })
  canvas.note([end - 1.5, y - 3.5], 'BY OTHERS', { halign: 'right' })
}
