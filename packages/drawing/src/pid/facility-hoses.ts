import { HOSE_HALF, REDUCER_HALF } from '../symbols/pid/line-symbols.ts'
import { fitting, type Fitting } from './fittings.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { HOSE_X, PLATE_X, RETURN_Y, SKID, SUPPLY_Y } from './typical-layout.ts'

/** The two hoses between heat rejection unit and interface plate: flanges, reducer, change of pipe class. */
export function drawFacilityHoses(canvas: PidCanvas): void {
  const { container } = canvas.typical
  const narrow = reducerOf(canvas)
  for (const [sequence, y, number, port] of [
    ['101', SUPPLY_Y, '01', 'CD.S1'],
    ['102', RETURN_Y, '02', 'CD.R1'],
  ] as const) {
    const supply = sequence === '101'
    const fittings: Fitting[] = [
      fitting('FLANGE', [SKID.x1 + 2.5, y], 0.8),
      fitting('HOSE', [HOSE_X, y], HOSE_HALF, { text: `HS-${container}-${number}` }),
      ...(narrow === undefined
        ? []
        : [fitting('REDUCER', [314, y], REDUCER_HALF, { rotation_deg: 0, layer: 'M-VALV' })]),
      fitting('FLANGE', [PLATE_X - 3, y], 0.8),
    ]
    const ends = [
      [SKID.x1, y],
      [PLATE_X, y],
    ] as const
    run(canvas, sequence, supply ? ends : [...ends].reverse(), fittings)
    label(canvas, sequence, [HOSE_X, y - 8], { halign: 'centre' })
    canvas.note([PLATE_X - 2, y - 12.5], port, { halign: 'right' })
    if (narrow !== undefined) canvas.note([308, y - 12.5], narrow, { halign: 'right' })
    canvas.note([PLATE_X - 4, y + 4], canvas.line(sequence).pipe_class, { halign: 'right' })
    canvas.note([PLATE_X + 2, y + 4], canvas.line(supply ? '103' : '104').pipe_class)
  }
  canvas.note([PLATE_X - 1.5, 452], 'INTERFACE PLATE CD, BATTERY LIMIT', {
    rotation_deg: 90,
    halign: 'centre',
  })
}

/** Sizes of the reducer that the hoses end with where the plate is narrower, e.g. `DN65/DN50`. */
function reducerOf({ site }: PidCanvas): string | undefined {
  const hose = site.connections.find((c) => c.service === 'coolant_supply' && c.hose !== null)?.hose
  return hose?.reducer_dn == null ? undefined : `DN${hose.dn}/DN${hose.reducer_dn}`
}
