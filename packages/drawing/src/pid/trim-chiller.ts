import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS, INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { actingInSeries, initiates, instrument, signal } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { SUPPLY_Y } from './typical-layout.ts'

const AT: Point = [193.5, SUPPLY_Y]
const HALF = 12.5
/** Tap and bubble of the flow switch, below the cooler. */
const FLOW_X = 172.5
const FLOW_Y = 442
/** What stops it comes from below, left of its tag. */
const STOP_X = AT[0]
const STOP_Y = 478
const STOP_STEP = 12

/** The trim chiller behind the cooler, with what proves its flow and what stops it. */
export function drawTrimChiller(canvas: PidCanvas, outlet: Point): void {
  run(canvas, '115', [outlet, [AT[0] - HALF, SUPPLY_Y]], [], [[176, SUPPLY_Y]])
  label(canvas, '115', [180.2, 502], {
    rotation_deg: 90,
    halign: 'right',
    leader: [
      [178.9, 502.5],
      [178.9, SUPPLY_Y],
    ],
  })
  machine(canvas, 'CH-101', 'CHILLER', AT, {
    at: [196, 494],
    lines: [canvas.equipment('CH-101').rating, '25 % trim'],
  })
  instrument(
    canvas,
    'FSL-101',
    [FLOW_X, FLOW_Y],
    [
      [FLOW_X, SUPPLY_Y],
      [FLOW_X, FLOW_Y + BUBBLE_RADIUS],
    ],
  )
  initiates(canvas, 'FSL-101', [FLOW_X, FLOW_Y], 'left')
  const last = canvas.interlocksOn('CH-101').length - 1
  signal(
    canvas,
    [
      [STOP_X, SUPPLY_Y - HALF],
      [STOP_X, STOP_Y - STOP_STEP * last - INTERLOCK_HALF],
    ],
    'CH-101',
    actingInSeries(canvas, ['CH-101'], [STOP_X, STOP_Y], [0, -STOP_STEP]),
  )
}
