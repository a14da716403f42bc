import type { Point } from '@edp/schemas'

import { HOSE_HALF } from '../symbols/pid/line-symbols.ts'
import type { Fitting, PidCanvas } from './pid-canvas.ts'
import { PLATE_X, RETURN_Y, SKID, SUPPLY_Y } from './typical-layout.ts'

/** Riser from the pumps to the cooler, x mm. */
const RISER_X = 80
/** Pump rows: duty on the return main, standby below it. */
const STANDBY_Y = RETURN_Y - 45
const SUCTION_X = 190
const HOSE_X = (SKID.x1 + PLATE_X) / 2

/** The heat rejection unit: dry cooler, facility pumps, expansion, relief, and what its climate adds. */
export function drawHeatRejection(canvas: PidCanvas): void {
  drawHoses(canvas)
  drawCooler(canvas)
  drawPumps(canvas)
  drawExpansion(canvas)
  drawFillAndDrain(canvas)
  if (canvas.has('111')) drawMakeUpWater(canvas)
}

/** A fitting that is no valve. */
export function fitting(symbol: string, at: Point, half: number, more: Partial<Fitting> = {}): Fitting {
  return { symbol, at, half, layer: 'M-HOSE', ...more }
}

function drawHoses(canvas: PidCanvas): void {
  const { container } = canvas.typical
  const flange = (y: number): Fitting => fitting('FLANGE', [PLATE_X - 3, y], 0.8)
  canvas.run(
    '101',
    [
      [SKID.x1, SUPPLY_Y],
      [PLATE_X, SUPPLY_Y],
    ],
    [fitting('HOSE', [HOSE_X, SUPPLY_Y], HOSE_HALF, { text: `HS-${container}-01` }), flange(SUPPLY_Y)],
  )
  canvas.label('101', [HOSE_X, SUPPLY_Y - 8], { halign: 'centre' })
  canvas.run(
    '102',
    [
      [PLATE_X, RETURN_Y],
      [SKID.x1, RETURN_Y],
    ],
    [fitting('HOSE', [HOSE_X, RETURN_Y], HOSE_HALF, { text: `HS-${container}-02` }), flange(RETURN_Y)],
  )
  canvas.label('102', [HOSE_X, RETURN_Y - 8], { halign: 'centre' })
  canvas.note([PLATE_X - 2, SUPPLY_Y - 14], 'CD.S1', { halign: 'right' })
  canvas.note([PLATE_X - 2, RETURN_Y - 14], 'CD.R1', { halign: 'right' })
}

function drawCooler(canvas: PidCanvas): void {
  const centre: Point = [135, 510]
  const { cooling } = canvas.site
  canvas.equipment('AC-101', 'DRY-COOLER', centre, {
    at: [103, 468],
    lines: [`${cooling.liquid_heat_kw} kW, fans ${cooling.fan_kw} kW`],
  })
  const outlet: Point = [170, SUPPLY_Y]
  const supply = [
    canvas.valve('BV-101', [228, SUPPLY_Y], 'below'),
    canvas.valve('HV-101', [250, SUPPLY_Y], 'below'),
  ]
  const end: Point = [SKID.x1, SUPPLY_Y]
  if (canvas.has('115')) {
    canvas.run('115', [outlet, [185, SUPPLY_Y]], [], [[178, SUPPLY_Y]])
    canvas.label('115', [172, 501])
    canvas.equipment('CH-101', 'CHILLER', [197.5, SUPPLY_Y], { at: [187, 494], lines: ['25 % trim'] })
    canvas.run('107', [[210, SUPPLY_Y], end], supply, [[218, SUPPLY_Y]])
  } else canvas.run('107', [outlet, end], supply, [[205, SUPPLY_Y]])
  canvas.label('107', [SKID.x1 - 2, SUPPLY_Y + 5], { halign: 'right' })
  canvas.instrument('TT-110', [205, 569])
  canvas.instrument('TIC-101', [230, 550], [], 'INST-SHARED')
  canvas.note([238, 553], `SP ${cooling.facility_supply_c} °C`)
  canvas.signal(
    [
      [211.25, 569],
      [230, 569],
      [230, 556.25],
    ],
    'TT-110',
  )
  canvas.signal(
    [
      [223.75, 550],
      [195, 550],
      [195, 540],
      [170, 540],
    ],
    'TIC-101',
  )
  canvas.note([173, 542], 'FAN VFD')
  if (canvas.has('115'))
    canvas.signal(
      [
        [195, 540],
        [195, 532.5],
      ],
      'TIC-101',
    )
}

function drawPumps(canvas: PidCanvas): void {
  const row = (letter: 'A' | 'B', y: number): void => {
    const suction: Point[] = [
      [SUCTION_X, y],
      [146.25, y],
    ]
    const discharge: Point[] = [
      [133.75, y],
      [RISER_X, y],
    ]
    canvas.run('105', suction, [canvas.valve(`HV-103${letter}`, [170, y], 'above')])
    canvas.equipment(
      `P-101${letter}`,
      'PUMP',
      [140, y],
      { at: [140, y - 12], halign: 'centre' },
      { rotation_deg: 180, net: '106' },
    )
    canvas.run('106', discharge, [
      canvas.valve(`NRV-101${letter}`, [119, y]),
      canvas.valve(`HV-104${letter}`, [98, y]),
    ])
  }
  row('A', RETURN_Y)
  row('B', STANDBY_Y)
  canvas.interlock('I2', [118, STANDBY_Y - 11])
  canvas.run(
    '105',
    [
      [SKID.x1, RETURN_Y],
      [SUCTION_X, RETURN_Y],
      [SUCTION_X, STANDBY_Y],
    ],
    [canvas.valve('HV-102', [254, RETURN_Y])],
    [[238, RETURN_Y]],
  )
  canvas.label('105', [SUCTION_X - 2, RETURN_Y - 22], { halign: 'right' })
  const bypass = canvas.has('112')
  const inlet: Point[] = [
    [RISER_X, STANDBY_Y],
    [RISER_X, 490],
    [100, 490],
  ]
  canvas.run(
    '106',
    inlet,
    bypass ? [{ ...canvas.valve('TCV-102', [RISER_X, 440]), rotation_deg: 90, text: '' }] : [],
    [[RISER_X, 400]],
  )
  canvas.label('106', [RISER_X + 2, RETURN_Y - 29], {}, false)
  if (bypass) drawBypass(canvas)
  canvas.run('106', [
    [90, 490],
    [90, 495],
  ])
  canvas.endValve('AAV-102', [90, 495], '106', 'left', 0, 4)
}

/** Around the cooler in the cold: the three-way valve on the riser, and the line that meets the supply. */
function drawBypass(canvas: PidCanvas): void {
  canvas.run(
    '112',
    [
      [RISER_X + 4, 440],
      [180, 440],
      [180, SUPPLY_Y],
    ],
    [],
    [[150, 440]],
  )
  canvas.label('112', [RISER_X + 12, 442.5])
  canvas.note([RISER_X - 5, 447], 'FO', { halign: 'right' })
  canvas.beside([RISER_X + 3, 435], 'right', ['TCV-102'], 1, 'TCV-102')
  canvas.signal(
    [
      [175, 540],
      [175, 455],
      [68, 455],
      [68, 440],
      [71, 440],
    ],
    'TIC-101',
  )
}

function drawExpansion(canvas: PidCanvas): void {
  const x = 225
  canvas.run(
    '108',
    [
      [x, RETURN_Y],
      [x, 383.75],
    ],
    [canvas.valve('HV-105', [x, 366], 'left')],
  )
  canvas.equipment('T-101', 'VESSEL-EXPANSION', [x, 392.5], {
    at: [x + 11, 397],
    lines: [`${canvas.site.cooling.facility_expansion_l} L`],
  })
  canvas.label('108', [x + 12.5, 334], { rotation_deg: 90 })
  canvas.run('108', [
    [x, 345],
    [197.5, 345],
    [197.5, 376],
  ])
  canvas.endValve('PSV-101', [197.5, 380], '108', 'right', 0, 4.5)
  canvas.run(
    '109',
    [
      [193.5, 380],
      [162.5, 380],
      [162.5, 375],
    ],
    [],
    [[180, 380]],
  )
  canvas.equipment('V-102', 'TANK', [162.5, 362.5], { at: [148, 362], halign: 'right' })
  canvas.label('109', [191, 384], { halign: 'right' })
  canvas.tapped('PT-101', [228, RETURN_Y], 306)
}

function drawFillAndDrain(canvas: PidCanvas): void {
  canvas.run(
    '110',
    [
      [205, 262],
      [205, RETURN_Y],
    ],
    [canvas.valve('HV-106', [205, 318], 'right')],
    [[205, 300]],
  )
  canvas.items.push({ kind: 'use', layer: 'M-HOSE', symbol: 'CAP', at: [205, 262], net: '110' })
  canvas.label('110', [211, 262], { rotation_deg: 90 })
  canvas.note([205, 254], 'FILL CART, BY OTHERS', { halign: 'centre' })
  canvas.run('105', [
    [240, RETURN_Y],
    [240, 319],
  ])
  canvas.endValve('DV-102', [240, 315], '105', 'right', 0, 4)
}

function drawMakeUpWater(canvas: PidCanvas): void {
  const y = 557.5
  canvas.run(
    '111',
    [
      [SKID.x0 - 12, y],
      [135, y],
      [135, 545],
    ],
    [canvas.valve('HV-107', [82, y], 'above'), canvas.valve('XV-103', [110, y], 'below')],
    [[SKID.x0 - 6, y]],
  )
  canvas.label('111', [138, y - 4])
  canvas.note([SKID.x0 - 14, y + 0.5], 'SITE WATER', { halign: 'right' })
  canvas.note([SKID.x0 - 14, y - 3.5], 'BY OTHERS', { halign: 'right' })
  canvas.signal(
    [
      [198.75, 569],
      [110, 569],
      [110, y + 10],
    ],
    'TT-110',
  )
}
