import { ScheduleDocument } from '@edp/schemas'
import { expect, test } from 'vitest'

import { CONNECTIONS, connection, siteFixture } from '../test/site-fixture.ts'
import { buildSchedule } from './build-schedule.ts'

const site = siteFixture()
const schedule = buildSchedule(site)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

test('the document satisfies its contract', () => {
  expect(() => ScheduleDocument.parse(schedule)).not.toThrow()
})

test('every connection of the site is one row, the internal ones are typicals at the end', () => {
  const rows = schedule.entries.filter((entry) => entry.sheet !== 'internal')
  expect(rows.map((entry) => entry.connection.connection_id).sort()).toEqual(
    CONNECTIONS.map((c) => c.connection_id).sort(),
  )
  expect(
    schedule.entries.slice(rows.length).map((entry) => [entry.designations, entry.modules_count]),
  ).toEqual([
    ['C02, C10', 2],
    ['C02, C10', 2],
  ])
  expect(schedule.entries.map((entry) => entry.row_no)).toEqual(schedule.entries.map((_, index) => index + 1))
})

test('rows stand by block, module and service: supplies first, C02 before C10, A before B', () => {
  const order = (sheet: string): string[] =>
    schedule.entries.filter((entry) => entry.sheet === sheet).map((entry) => entry.connection.connection_id)
  expect(order('cables')).toEqual([
    'PM-U01-G01-01',
    'PL-C02-D02-01',
    'PL-G01-C02-A01',
    'PL-G01-C02-B01',
    'PL-G01-C10-A01',
  ])
  expect(order('hoses')).toEqual(['HS-C02-01', 'HS-C10-01'])
})

test('the order of the site model has no meaning', () => {
  const reversed = siteFixture({ connections: [...CONNECTIONS].reverse() })
  expect(buildSchedule(reversed)).toEqual(schedule)
})

test('a row is listed under the container, not under its heat rejection unit or the grid container', () => {
  const under = Object.fromEntries(schedule.entries.map((e) => [e.connection.connection_id, e.designations]))
  expect([
    under['PL-C02-D02-01'],
    under['G-E01-C02-01'],
    under['PL-G01-C10-A01'],
    under['PM-U01-G01-01'],
  ]).toEqual(['C02', 'C02', 'C10', 'U01'])
})

test('totals add up to the connections: on site once, inside modules times the modules', () => {
  const total = (installed: string): number =>
    sum(schedule.totals.filter((t) => t.installed === installed).map((t) => t.total_length_m))
  expect(total('site')).toBeCloseTo(sum(CONNECTIONS.map((c) => c.total_length_m + c.earth_length_m)), 6)
  const internal = site.typicals.flatMap((t) => t.connections.map((c) => c.total_length_m * t.modules_count))
  expect(total('factory')).toBeCloseTo(sum(internal), 6)
})

test('the feeders to the containers: 66 + 27 + 27 m of three singles, 2 % spare rounded up', () => {
  expect(
    schedule.totals.find((t) => t.size === '250 kcmil (127 mm2)' && t.service === 'power_lv'),
  ).toMatchObject({
    runs_count: 3,
    total_length_m: 360,
    spare_length_m: 8,
    order_length_m: 368,
  })
})

test('one spare hose of the greatest length for every 20 or part of them; none in the factory or BY OTHERS', () => {
  const spare = Object.fromEntries(
    schedule.totals.map((t) => [`${t.service} ${t.size} ${t.installed}`, t.spare_length_m]),
  )
  expect(spare['coolant_supply DN50 site']).toBe(4)
  expect(spare['coolant_supply DN10 factory']).toBe(0)
  expect(spare['power_mv 250 kcmil (127 mm2) site']).toBe(0)
})

test('21 hoses need two spares', () => {
  const hoses = Array.from({ length: 21 }, (_, i) =>
    connection({
      connection_id: `HS-${i}`,
      service: 'coolant_supply',
      from: 'D02',
      to: 'C02',
      cut_m: 3,
      hose_dn: 50,
    }),
  )
  const total = buildSchedule(siteFixture({ connections: hoses })).totals.find((t) => t.installed === 'site')
  expect(total).toMatchObject({ runs_count: 21, total_length_m: 63, spare_length_m: 6, order_length_m: 69 })
})

test('the cut list holds every metre that is cut on site, with earthing conductors, without BY OTHERS', () => {
  const metres = sum(schedule.cut_list.map((cut) => cut.cut_length_m * cut.pieces_count))
  const ours = CONNECTIONS.filter((c) => c.scope !== 'by_others')
  expect(metres).toBeCloseTo(sum(ours.map((c) => c.total_length_m + c.earth_length_m)), 6)
  expect(schedule.cut_list.filter((cut) => cut.size === '250 kcmil (127 mm2)')).toEqual([
    { type: 'XHHW-2 Cu 600 V', size: '250 kcmil (127 mm2)', cut_length_m: 27, pieces_count: 6 },
    { type: 'XHHW-2 Cu 600 V', size: '250 kcmil (127 mm2)', cut_length_m: 66, pieces_count: 3 },
  ])
})

test('numbers of one service of one module stand in their natural order', () => {
  const hoses = ['HS-C02-10', 'HS-C02-9'].map((connection_id) =>
    connection({ connection_id, service: 'drain', from: 'C02', to: 'E01', cut_m: 3, hose_dn: 25 }),
  )
  const rows = buildSchedule(siteFixture({ connections: hoses })).entries.filter(
    (entry) => entry.sheet === 'hoses',
  )
  expect(rows.map((entry) => entry.connection.connection_id)).toEqual(['HS-C02-9', 'HS-C02-10'])
})

test('made-up trunks are spared by the piece of the greatest length, reels by 2 %', () => {
  const fibre = (connection_id: string, type: string, cut_m: number, quantity: number) =>
    connection({
      connection_id,
      service: 'fibre',
      from: 'G01',
      to: 'C02',
      cut_m,
      quantity,
      cable: { type, fibres_count: 12 },
    })
  const { totals } = buildSchedule({
    ...site,
    connections: [
      fibre('F-1', 'OS2 trunk, 12 x MPO-12 both ends', 30, 18),
      fibre('F-2', 'OS2 trunk, 12 x MPO-12 both ends', 50, 3),
      fibre('F-3', 'OS2 12F, LC duplex, armoured', 100, 3),
    ],
    typicals: [],
  })
  expect(totals.map((total) => [total.type, total.total_length_m, total.spare_length_m])).toEqual([
    ['OS2 12F, LC duplex, armoured', 300, 6],
    ['OS2 trunk, 12 x MPO-12 both ends', 690, 100],
  ])
})
