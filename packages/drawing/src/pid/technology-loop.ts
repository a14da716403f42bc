import type { Point } from '@edp/schemas'

import { FILTER_HALF } from '../symbols/pid/equipment-symbols.ts'
import { FLOW_METER_HALF } from '../symbols/pid/line-symbols.ts'
import { HX } from './facility-loop.ts'
import { fitting } from './heat-rejection.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { RETURN_Y, SUPPLY_Y } from './typical-layout.ts'

/** Manifolds right of the CDU; nodes stand between them. */
export const MANIFOLD = { supply_x: 735, return_x: 815, top: SUPPLY_Y, bottom: 362 } as const
const STANDBY_Y = RETURN_Y - 45
/** Headers of the return path, from the manifold to the exchanger. */
const FILTER_IN_X = 682
const PUMP_IN_X = 600
const PUMP_OUT_X = 510
const SAMPLE_Y = 378
const FILL_Y = 243
const EXPANSION_Y = 222

/** The technology loop between heat exchanger and manifolds: filters, pumps, expansion, fill, side stream. */
export function drawTechnologyLoop(canvas: PidCanvas): void {
  drawSupply(canvas)
  drawReturn(canvas)
  drawFilters(canvas)
  drawPumps(canvas)
  drawSideStream(canvas)
  drawExpansion(canvas)
  drawFill(canvas)
  drawControl(canvas)
}

function drawSupply(canvas: PidCanvas): void {
  canvas.run(
    '201',
    [
      [HX.right, HX.top],
      [HX.right, SUPPLY_Y],
      [MANIFOLD.supply_x, SUPPLY_Y],
    ],
    [
      fitting('FLOW-METER', [545, SUPPLY_Y], FLOW_METER_HALF, { layer: 'M-INST' }),
      canvas.valve('XV-201', [672, SUPPLY_Y], 'below'),
      ...canvas.internalHose('coolant_supply', 'from', [708, SUPPLY_Y]),
    ],
    [
      [HX.right, 480],
      [580, SUPPLY_Y],
    ],
  )
  canvas.label('201', [600, SUPPLY_Y + 6], {}, false)
  const { flow_lpm, temperature_c } = canvas.line('201')
  canvas.note([600, SUPPLY_Y - 6], `${flow_lpm} L/min  ${temperature_c} °C`, { net: '201' })
  canvas.run('201', [
    [488, SUPPLY_Y],
    [488, SUPPLY_Y + 5],
  ])
  canvas.endValve('AAV-201', [488, SUPPLY_Y + 5], '201', 'right', 0, 4)
  canvas.tapped('TT-201', [515, SUPPLY_Y], 545)
  canvas.instrument(
    'FT-201',
    [545, 545],
    [
      [545, SUPPLY_Y + 3.5],
      [545, 538.75],
    ],
  )
  canvas.tapped('PT-201', [726, SUPPLY_Y], 545)
  canvas.signal(
    [
      [515, 551.25],
      [515, 562.5],
      [428.75, 562.5],
    ],
    'TT-201',
  )
  canvas.tripped('I1', [672, SUPPLY_Y])
}

function drawReturn(canvas: PidCanvas): void {
  canvas.run(
    '202',
    [
      [MANIFOLD.return_x, MANIFOLD.bottom],
      [MANIFOLD.return_x, RETURN_Y],
      [FILTER_IN_X, RETURN_Y],
    ],
    [
      canvas.valve('XV-202', [763, RETURN_Y], 'below'),
      canvas.valve('BV-201', [727, RETURN_Y], 'above'),
      ...canvas.internalHose('coolant_return', 'to', [706, RETURN_Y]),
    ],
    [
      [786, RETURN_Y],
      [689, RETURN_Y],
    ],
  )
  canvas.label('202', [764, RETURN_Y - 24], { halign: 'right' }, true)
  canvas.tapped('PT-202', [800, RETURN_Y], 306)
  canvas.tapped('TT-202', [743, RETURN_Y], 347)
  canvas.tripped('I1', [763, RETURN_Y])
}

function drawFilters(canvas: PidCanvas): void {
  const row = (letter: 'A' | 'B', y: number): void => {
    const x = 643
    canvas.run(
      '202',
      [
        [FILTER_IN_X, y],
        [x + FILTER_HALF.width, y],
      ],
      [canvas.valve(`HV-201${letter}`, [666, y])],
    )
    canvas.equipment(
      `F-201${letter}`,
      'FILTER',
      [x, y],
      { at: [x, y + 12], halign: 'centre' },
      { net: '202' },
    )
    canvas.run(
      '203',
      [
        [x - FILTER_HALF.width, y],
        [PUMP_IN_X, y],
      ],
      [canvas.valve(`HV-202${letter}`, [619, y])],
    )
  }
  row('A', RETURN_Y)
  row('B', STANDBY_Y)
  canvas.run('202', [
    [FILTER_IN_X, RETURN_Y],
    [FILTER_IN_X, STANDBY_Y],
  ])
  canvas.instrument(
    'PDT-202',
    [643, 368],
    [
      [FILTER_IN_X, RETURN_Y],
      [FILTER_IN_X, 368],
      [649.25, 368],
    ],
  )
  canvas.items.push({
    kind: 'polyline',
    layer: 'M-INST',
    points: [
      [PUMP_IN_X + 6, RETURN_Y],
      [PUMP_IN_X + 6, 368],
      [636.75, 368],
    ],
    net: 'PDT-202',
  })
}

function drawPumps(canvas: PidCanvas): void {
  const row = (letter: 'A' | 'B', y: number): void => {
    canvas.run(
      '203',
      [
        [PUMP_IN_X, y],
        [574.25, y],
      ],
      [canvas.valve(`HV-203${letter}`, [586, y])],
    )
    canvas.equipment(
      `P-201${letter}`,
      'PUMP',
      [568, y],
      { at: [560, y + 9], halign: 'right' },
      { rotation_deg: 180, net: '204' },
    )
    canvas.run(
      '204',
      [
        [561.75, y],
        [PUMP_OUT_X, y],
      ],
      [
        canvas.valve(`NRV-201${letter}`, [546, y], 'below'),
        canvas.valve(`HV-204${letter}`, [526, y], 'below'),
      ],
    )
  }
  row('A', RETURN_Y)
  row('B', STANDBY_Y)
  canvas.run(
    '203',
    [
      [PUMP_IN_X, RETURN_Y],
      [PUMP_IN_X, EXPANSION_Y - 6],
    ],
    [],
    [[PUMP_IN_X, 300]],
  )
  canvas.label('203', [PUMP_IN_X + 2, RETURN_Y - 23])
  canvas.endValve('DV-201', [PUMP_IN_X, EXPANSION_Y - 10], '203', 'right', 0, 4)
  canvas.run('204', [
    [PUMP_OUT_X, STANDBY_Y],
    [PUMP_OUT_X, RETURN_Y],
  ])
  canvas.run(
    '204',
    [
      [PUMP_OUT_X, RETURN_Y],
      [HX.right, RETURN_Y],
      [HX.right, HX.bottom],
    ],
    [],
    [
      [493, RETURN_Y],
      [HX.right, 370],
    ],
  )
  canvas.label('204', [PUMP_OUT_X + 2, RETURN_Y - 18])
}

/** A little of the pump's delivery through the analysers and back to its suction. */
function drawSideStream(canvas: PidCanvas): void {
  const y = SAMPLE_Y
  canvas.run(
    '207',
    [
      [PUMP_OUT_X, RETURN_Y],
      [PUMP_OUT_X, y],
      [PUMP_IN_X, y],
      [PUMP_IN_X, RETURN_Y],
    ],
    [canvas.valve('HV-207', [PUMP_OUT_X, 356], 'left'), canvas.valve('HV-208', [PUMP_IN_X, 356], 'left')],
    [
      [525, y],
      [588, y],
    ],
  )
  canvas.label('207', [527, y - 6])
  canvas.tapped('AT-201', [542, y], 402)
  canvas.tapped('AT-202', [568, y], 402)
  canvas.note([542, 410.5], 'pH', { halign: 'centre' })
  canvas.note([568, 410.5], 'mS/cm', { halign: 'centre' })
}

function drawExpansion(canvas: PidCanvas): void {
  const y = EXPANSION_Y
  canvas.run(
    '205',
    [
      [PUMP_IN_X, y],
      [532, y],
      [532, 234],
    ],
    [],
  )
  canvas.run(
    '205',
    [
      [558, y],
      [558, 240],
    ],
    [canvas.valve('HV-205', [558, 231], 'right')],
  )
  canvas.equipment('T-201', 'VESSEL-EXPANSION', [558, 248.75], {
    at: [569, 249],
    lines: [`${canvas.site.cooling.technology_expansion_l} L`],
  })
  canvas.endValve('PSV-201', [532, 238], '205', 'above', 0, 10.5)
  canvas.label('205', [538, y - 6])
  canvas.run(
    '208',
    [
      [528, 238],
      [505, 238],
      [505, 204],
    ],
    [],
    [[505, 225]],
  )
  canvas.label('208', [502, 222], { halign: 'right' })
  canvas.equipment('V-202', 'TANK', [505, 191.5], { at: [490, 191], halign: 'right', lines: ['catch tank'] })
  canvas.equipment('DT-201', 'DRIP-TRAY', [600, 183], { at: [652.5, 183] })
  canvas.run(
    '209',
    [
      [550, 186],
      [517.5, 186],
    ],
    [],
    [[530, 186]],
  )
  canvas.label('209', [549, 174], { halign: 'right' })
  canvas.tapped('LSH-203', [565, 184], 199)
  canvas.interlock('I1', [577, 199])
  canvas.instrument('LDS-201', [632, 199])
  canvas.interlock('I1', [644, 199])
}

function drawFill(canvas: PidCanvas): void {
  const y = FILL_Y
  canvas.equipment('V-201', 'TANK', [672, y], { at: [662, y + 18], lines: [] })
  canvas.run(
    '206',
    [
      [659.5, y],
      [646.25, y],
    ],
    [canvas.valve('HV-206', [653, y], 'below')],
  )
  canvas.equipment(
    'P-203',
    'PUMP',
    [640, y],
    { at: [640, y + 9], halign: 'centre' },
    { rotation_deg: 180, net: '206' },
  )
  canvas.run(
    '206',
    [
      [633.75, y],
      [PUMP_IN_X, y],
    ],
    [canvas.valve('NRV-203', [618, y], 'above')],
    [[607, y]],
  )
  canvas.label('206', [608, y - 16])
  canvas.instrument(
    'LSL-201',
    [663, 213],
    [
      [663, 230.5],
      [663, 219.25],
    ],
  )
  canvas.instrument(
    'LSLL-201',
    [681, 213],
    [
      [681, 230.5],
      [681, 219.25],
    ],
  )
  canvas.interlock('I3', [681, 201])
}

/** Differential pressure holds the speed of both pumps; one signal to both drives. */
function drawControl(canvas: PidCanvas): void {
  const y = 266
  canvas.instrument(
    'PDT-201',
    [775, 356],
    [
      [MANIFOLD.supply_x, MANIFOLD.bottom],
      [MANIFOLD.supply_x, 356],
      [768.75, 356],
    ],
  )
  canvas.items.push({
    kind: 'polyline',
    layer: 'M-INST',
    points: [
      [MANIFOLD.return_x, 356],
      [781.25, 356],
    ],
    net: 'PDT-201',
  })
  canvas.instrument('PDIC-201', [775, y], [], 'INST-SHARED')
  canvas.signal(
    [
      [775, 349.75],
      [775, y + 6.25],
    ],
    'PDT-201',
  )
  const drive: Point[] = [
    [768.75, y],
    [568, y],
    [568, STANDBY_Y - 6.25],
  ]
  canvas.signal(drive, 'PDIC-201')
  canvas.signal(
    [
      [568, STANDBY_Y + 6.25],
      [568, RETURN_Y - 6.25],
    ],
    'PDIC-201',
  )
  canvas.note([783, y], 'SP 1.5 bar', { valign: 'middle' })
  canvas.note([571, y + 2], 'VFD A, B')
  canvas.interlock('I1', [544, y + 4])
  canvas.interlock('I3', [554, y + 4])
}
