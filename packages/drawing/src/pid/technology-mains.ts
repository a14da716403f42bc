import { FILTER_HALF } from '../symbols/pid/equipment-symbols.ts'
import { FLOW_METER_HALF } from '../symbols/pid/line-symbols.ts'
import { HX } from './facility-loop.ts'
import { endValve, fitting, internalHose, valve } from './fittings.ts'
import { closedBy, impulse, initiates, instrument, positionSwitch, signal, tapped } from './instruments.ts'
import { hosedRun } from './hose-run.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { FILTER_IN_X, MANIFOLD, PUMP_IN_X } from './technology-layout.ts'
import { drawThermalRelief } from './thermal-relief.ts'
import { RETURN_Y, STANDBY_Y, SUPPLY_Y } from './typical-layout.ts'

const ISOLATION_X = 667
const HOSE_X = 699
const FILTER_X = 618
/** TT-201 with the interlocks left of it, its letters clear of those of FT-201. */
const SUPPLY_TEMPERATURE_X = 507
const FLOW_X = 564

/** Supply from the heat exchanger to its manifold, and return from the other to the filters. */
export function drawTechnologyMains(canvas: PidCanvas): void {
  drawSupply(canvas)
  drawReturn(canvas)
  closedBy(canvas, 'XV-201', [ISOLATION_X, SUPPLY_Y])
  closedBy(canvas, 'XV-202', [ISOLATION_X, RETURN_Y])
  positionSwitch(canvas, 'ZS-201', [ISOLATION_X, SUPPLY_Y], 12, 'left')
  positionSwitch(canvas, 'ZS-202', [ISOLATION_X, RETURN_Y], 11.5, 'above')
  for (const [tag, x, net, side] of [
    ['AAV-201', MANIFOLD.supply_x, '201', 'right'],
    ['AAV-202', MANIFOLD.return_x, '202', 'left'],
  ] as const) {
    run(canvas, net, [
      [x, MANIFOLD.top],
      [x, MANIFOLD.top + 4],
    ])
    endValve(canvas, tag, [x, MANIFOLD.top + 4], net, side, 0, 4)
  }
  for (const [tag, x, y, net] of [
    ['DV-203', MANIFOLD.supply_x - 2.5, 368, '201'],
    ['DV-204', MANIFOLD.return_x, 347, '202'],
  ] as const) {
    run(canvas, net, [
      [x, y],
      [x - 4, y],
    ])
    endValve(canvas, tag, [x - 8, y], net, 'left', 270, 8)
  }
}

function drawSupply(canvas: PidCanvas): void {
  hosedRun(
    canvas,
    '201',
    {
      sequence: '213',
      at: [HOSE_X, SUPPLY_Y],
      fittings: internalHose(canvas, 'coolant_supply', 'from', [HOSE_X, SUPPLY_Y]),
      label_at: [HOSE_X + 14, SUPPLY_Y - 4],
    },
    [
      [HX.right, HX.top],
      [HX.right, SUPPLY_Y],
      [MANIFOLD.supply_x, SUPPLY_Y],
    ],
    [
      fitting('FLOW-METER', [FLOW_X, SUPPLY_Y], FLOW_METER_HALF, { layer: 'M-INST' }),
      valve(canvas, 'XV-201', [ISOLATION_X, SUPPLY_Y], 'below'),
    ],
    [
      [HX.right, 480],
      [575, SUPPLY_Y],
    ],
  )
  label(canvas, '201', [585, SUPPLY_Y + 5.5], { flow: true })
  tapped(canvas, 'TT-201', [SUPPLY_TEMPERATURE_X, SUPPLY_Y], 545)
  initiates(canvas, 'TT-201', [SUPPLY_TEMPERATURE_X, 545], 'left')
  instrument(
    canvas,
    'FT-201',
    [FLOW_X, 545],
    [
      [FLOW_X, SUPPLY_Y + 3.5],
      [FLOW_X, 538.75],
    ],
  )
  initiates(canvas, 'FT-201', [FLOW_X, 545], 'left')
  tapped(canvas, 'PT-201', [722, SUPPLY_Y], 545)
  initiates(canvas, 'PT-201', [722, 545], 'left')
  signal(
    canvas,
    [
      [SUPPLY_TEMPERATURE_X, 551.25],
      [SUPPLY_TEMPERATURE_X, 562.5],
      [434.25, 562.5],
    ],
    'TT-201',
  )
}

function drawReturn(canvas: PidCanvas): void {
  hosedRun(
    canvas,
    '202',
    {
      sequence: '214',
      at: [HOSE_X, RETURN_Y],
      fittings: internalHose(canvas, 'coolant_return', 'to', [HOSE_X, RETURN_Y]),
      label_at: [HOSE_X + 14, RETURN_Y - 4],
    },
    [
      [MANIFOLD.return_x, MANIFOLD.bottom],
      [MANIFOLD.return_x, RETURN_Y],
      [FILTER_IN_X, RETURN_Y],
    ],
    [
      valve(canvas, 'BV-201', [721, RETURN_Y], 'above'),
      valve(canvas, 'XV-202', [ISOLATION_X, RETURN_Y], 'below'),
    ],
    [[740, RETURN_Y]],
  )
  label(canvas, '202', [MANIFOLD.return_x - 2, RETURN_Y + 5.5], { halign: 'right', flow: true })
  tapped(canvas, 'TT-202', [732, RETURN_Y], 306)
  initiates(canvas, 'TT-202', [732, 306], 'left')
  tapped(canvas, 'PT-203', [674, RETURN_Y], 306)
  drawThermalRelief(canvas, {
    tag: 'PSV-202',
    letter: 'B',
    main: '202',
    discharge: '212',
    foot: [677.5, RETURN_Y],
    valve: [670, 404],
    outlet: [659, 374],
  })
}

/** Duplex filter: one element in service, the other ready. */
export function drawFilters(canvas: PidCanvas): void {
  for (const [letter, y] of [
    ['A', RETURN_Y],
    ['B', STANDBY_Y],
  ] as const) {
    run(
      canvas,
      '202',
      [
        [FILTER_IN_X, y],
        [FILTER_X + FILTER_HALF.width, y],
      ],
      [valve(canvas, `HV-201${letter}`, [638, y])],
    )
    machine(
      canvas,
      `F-201${letter}`,
      'FILTER',
      [FILTER_X, y],
      { at: [FILTER_X, y + 12], halign: 'centre' },
      { net: '202' },
    )
    run(
      canvas,
      '202',
      [
        [FILTER_X - FILTER_HALF.width, y],
        [PUMP_IN_X, y],
      ],
      [valve(canvas, `HV-202${letter}`, [598, y])],
    )
  }
  run(canvas, '202', [
    [FILTER_IN_X, RETURN_Y],
    [FILTER_IN_X, STANDBY_Y],
  ])
  instrument(
    canvas,
    'PDT-202',
    [FILTER_X, 368],
    [
      [FILTER_IN_X - 5, RETURN_Y],
      [FILTER_IN_X - 5, 368],
      [FILTER_X + 6.25, 368],
    ],
  )
  impulse(
    canvas,
    [
      [PUMP_IN_X + 6, RETURN_Y],
      [PUMP_IN_X + 6, 368],
      [FILTER_X - 6.25, 368],
    ],
    'PDT-202',
  )
}
