import { INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { valve } from './fittings.ts'
import { actingInSeries, initiates, instrument, signal } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { FILTER_IN_X } from './technology-layout.ts'
import { CDU, STANDBY_Y } from './typical-layout.ts'

const Y = 243
const TANK_X = 600
const PUMP_X = 631
const NON_RETURN_X = 644
const CAP_X = 679.5
/** Where the interlocks of the pump stand above it. */
const TRIP_Y = 260

/** Make-up from its tank into the return before the filters, so that no dirt comes with it. */
export function drawTechnologyFill(canvas: PidCanvas): void {
  machine(canvas, 'V-201', 'TANK', [TANK_X, Y], { at: [TANK_X, Y - 1], halign: 'centre', lines: ['make-up'] })
  run(
    canvas,
    '206',
    [
      [TANK_X + 12.5, Y],
      [PUMP_X - 6.25, Y],
    ],
    [valve(canvas, 'HV-206', [619, Y], 'above')],
  )
  machine(
    canvas,
    'P-203',
    'PUMP',
    [PUMP_X, Y],
    { at: [PUMP_X + 1, Y - 11.5], halign: 'centre' },
    { net: '206' },
  )
  run(
    canvas,
    '206',
    [
      [PUMP_X + 6.25, Y],
      [FILTER_IN_X, Y],
      [FILTER_IN_X, STANDBY_Y],
    ],
    [
      valve(canvas, 'NRV-203', [NON_RETURN_X, Y], 'below'),
      valve(canvas, 'HV-210', [FILTER_IN_X, 275], 'right'),
    ],
    [[FILTER_IN_X, 261]],
  )
  label(canvas, '206', [CDU.x1 - 13, 221], {
    halign: 'right',
    leader: [
      [623.6, 224.5],
      [623.6, Y],
    ],
  })
  drawFillConnection(canvas)
  instrument(
    canvas,
    'LSL-201',
    [593.5, 213],
    [
      [593.5, 230.5],
      [593.5, 219.25],
    ],
  )
  instrument(
    canvas,
    'LSLL-201',
    [610, 213],
    [
      [610, 230.5],
      [610, 219.25],
    ],
  )
  initiates(canvas, 'LSLL-201', [610, 213], 'right', 5)
  const numbers = canvas.interlocksOn('P-203')
  signal(
    canvas,
    [
      [PUMP_X, Y + 6.25],
      [PUMP_X, TRIP_Y],
      [PUMP_X - 8 - 9.5 * (numbers.length - 1) - INTERLOCK_HALF, TRIP_Y],
    ],
    'P-203',
    actingInSeries(canvas, ['P-203'], [PUMP_X - 8, TRIP_Y], [-9.5, 0]),
  )
}

/** Where a cart or a drum fills the loop: behind the check valve of the make-up pump, so that nothing goes back through it. */
function drawFillConnection(canvas: PidCanvas): void {
  run(
    canvas,
    '216',
    [
      [CAP_X, Y],
      [FILTER_IN_X, Y],
    ],
    [valve(canvas, 'HV-211', [672, Y], 'below'), valve(canvas, 'NRV-204', [660, Y], 'above')],
  )
  canvas.items.push({
    kind: 'use',
    layer: 'M-HOSE',
    symbol: 'CAP',
    at: [CAP_X, Y],
    rotation_deg: 90,
    net: '216',
  })
  label(canvas, '216', [CDU.x1 - 2, 227], {
    halign: 'right',
    leader: [
      [654, 230],
      [654, Y],
    ],
  })
  canvas.note([CDU.x1 + 2, Y], 'FILL CART, BY OTHERS', { valign: 'middle' })
}
