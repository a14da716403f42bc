import { BomDocument } from '@edp/schemas'
import { expect, test } from 'vitest'

import { item, siteFixture } from '../test/site-fixture.ts'
import { buildBom } from './build-bom.ts'
import { buildSchedule } from './build-schedule.ts'

const site = siteFixture()
const bom = buildBom(site)
const lineOf = (id: string): BomDocument['lines'][number] | undefined =>
  bom.lines.find((line) => line.item_id === id)

test('the document satisfies its contract', () => {
  expect(() => BomDocument.parse(bom)).not.toThrow()
})

test('every item is one line with the quantities of the site model', () => {
  const lines = bom.lines.filter((line) => line.runs_count === null)
  expect(new Map(lines.map((line) => [line.item_id, [line.quantity, line.spare_quantity]]))).toEqual(
    new Map(site.items.map((i) => [i.item_id, [i.quantity, i.spare_quantity]])),
  )
})

test('a line stands below the line that contains it', () => {
  expect(bom.lines.slice(0, 4).map((line) => [line.item_id, line.parent_line_no, line.level])).toEqual([
    ['compute', null, 1],
    ['C-080', 1, 2],
    ['C-081', 2, 3],
    ['52-C02A', null, 2],
  ])
})

test('a container that is missing makes its content a line of its own', () => {
  const [line] = buildBom(
    siteFixture({
      items: [
        item({ item_id: 'a', parent_item_id: 'gone', level: 'part', category: 'it', description: 'a' }),
      ],
    }),
  ).lines
  expect(line).toMatchObject({ item_id: 'a', parent_line_no: null })
})

test('items that contain each other are refused, not lost', () => {
  const loop = [
    item({ item_id: 'a', parent_item_id: 'b', level: 'part', category: 'it', description: 'a' }),
    item({ item_id: 'b', parent_item_id: 'a', level: 'part', category: 'it', description: 'b' }),
  ]
  expect(() => buildBom(siteFixture({ items: loop }))).toThrow('items contain each other')
})

test('order quantity is quantity and spares', () => {
  expect(lineOf('C-081')).toMatchObject({ quantity: 4, spare_quantity: 1, order_quantity: 5 })
})

test('cable and hose lines are the totals of the schedule, to the metre', () => {
  const cables = bom.lines.filter((line) => line.runs_count !== null)
  expect(
    cables.map((line) => [
      line.description.replace(/, rated \d+ bar, bursts above \d+ bar$/, ''),
      line.runs_count,
      line.quantity,
      line.spare_quantity,
      line.order_quantity,
    ]),
  ).toEqual(
    buildSchedule(site).totals.map((t) => [
      `${t.type}, ${t.size}`,
      t.runs_count,
      t.total_length_m,
      t.spare_length_m,
      t.order_length_m,
    ]),
  )
  expect(
    cables.filter((line) => line.description.includes(', rated 10 bar,')).map((c) => c.category),
  ).toContain('hose')
  expect(new Set(cables.map((line) => line.item_id)).size).toBe(cables.length)
})

test('a factory-made cable names its modules and its length in one of them', () => {
  expect(bom.lines.find((line) => line.description === 'XHHW-2 Cu 600 V, 107.2 mm2')).toMatchObject({
    module_kind: 'compute_container',
    module_designations: 'C02, C10',
    quantity_per_module: 18,
    quantity: 36,
    spare_quantity: 0,
    total_mass_kg: 43.2,
  })
})

test('masses: what others contain is not counted twice, unknown masses are counted as unknown', () => {
  // two containers 24,000 kg + three feeders 120 m x 4 kg/m + earth 5 m x 0.6 kg/m; the CDU is inside the containers
  expect(bom.summary).toMatchObject({ mass_supply_kg: 24_483, mass_bought_in_kg: 38_000 })
  const unknown = bom.lines.filter(
    (l) =>
      l.parent_line_no === null &&
      l.scope !== 'by_others' &&
      l.total_mass_kg === null &&
      !(l.runs_count !== null && l.module_kind !== null),
  )
  expect(bom.summary['mass_unknown_lines_count']).toBe(unknown.length)
})

test('summary: scopes and exclusions are counted, the rules of the spares are stated', () => {
  expect(bom.summary).toMatchObject({
    lines_bought_in_count: 1,
    lines_by_others_count: 3,
    lines_excluded_count: 1,
    site_hoses_m: 7,
  })
  expect(bom.summary['spare_rule_cables']).toContain('2 %')
})
