import { BUBBLE_RADIUS, INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { actingInSeries, controllerOf, instrument, signal } from './instruments.ts'
import type { PidCanvas } from './pid-canvas.ts'

const TAG = 'JY-201'
const X = 806
const Y = 243
/** From one interlock to the next, mm. */
const PITCH = 10

/** The relay that switches the nodes off, with what acts on it, and where its contact goes. */
export function drawLoadShed(canvas: PidCanvas): void {
  const numbers = canvas.interlocksOn(TAG)
  const first = X - 16
  const start = first - PITCH * (numbers.length - 1) - INTERLOCK_HALF
  signal(
    canvas,
    [
      [start, Y],
      [X - BUBBLE_RADIUS, Y],
    ],
    TAG,
    actingInSeries(canvas, [TAG], [first, Y], [-PITCH, 0]),
  )
  instrument(canvas, TAG, [X, Y])
  controllerOf(canvas, TAG, [X, Y - 10.5], 'centre')
  canvas.note([start, Y + 6], 'LOAD SHED OF THE NODES')
  signal(
    canvas,
    [
      [X, Y + BUBBLE_RADIUS],
      [X, Y + 12],
    ],
    TAG,
  )
  const breaker = openedBreaker(canvas)
  if (breaker !== undefined) canvas.note([X, Y + 13], `TO ${breaker}`, { halign: 'centre' })
}

/** The breaker whose undervoltage release the contact of the relay holds; none where no board has such a release. */
function openedBreaker({ site }: PidCanvas): string | undefined {
  const releases = site.typicals.flatMap(({ equipment }) =>
    equipment.flatMap((e) => e.undervoltage_release ?? []),
  )
  return releases.find(({ held_by }) => held_by === TAG)?.opens
}
