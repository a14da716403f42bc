import { Drawing, drawingArea, textWidth, wrapText, type Area, type Primitive } from '@edp/schemas'
import { expect, test } from 'vitest'

import { activitiesOf } from './activities.ts'
import { buildInstallationGraph } from './build-installation-graph.ts'
import { drawInstallationGraph } from './draw-installation-graph.ts'
import { TASK_LIBRARY } from './library/task-library.ts'
import { PLACEMENT } from './precedence/placement.ts'
import { siteFixture, type FixtureOptions } from '../test/site-fixture.ts'

const SITES = (
  [
    { containers: 1, units: 0, customer: true },
    { containers: 1, units: 0 },
    { containers: 2, units: 1 },
    { containers: 4, units: 4 },
    { containers: 5, units: 1 },
    { containers: 6, units: 0, containers_per_block: 2 },
    { containers: 32, units: 16 },
    { containers: 2000, units: 1000 },
  ] satisfies FixtureOptions[]
).map((options) => ({
  ...options,
  drawing: drawInstallationGraph(buildInstallationGraph(siteFixture(options))),
}))

test('each library row has a place, and each link of the library leads to a greater column', () => {
  for (const row of TASK_LIBRARY) {
    for (const id of row.after)
      expect(PLACEMENT[row.id]?.column, `${id} to ${row.id}`).toBeGreaterThan(
        PLACEMENT[id]?.column ?? Number.POSITIVE_INFINITY,
      )
  }
})

test('each name of the library fits into two lines of a box', () => {
  for (const row of TASK_LIBRARY) expect(wrapText(row.name, 2.5, 33).length, row.name).toBeLessThanOrEqual(2)
})

test.each(SITES)(
  'the drawing of $containers containers and $units units satisfies its schema',
  ({ drawing }) => {
    expect(Drawing.safeParse(drawing).error).toBeUndefined()
  },
)

test.each(SITES)(
  '$containers containers and $units units: readable texts inside the drawing area',
  ({ drawing }) => {
    const area = drawingArea('A1')
    for (const sheet of drawing.sheets) {
      for (const item of sheet.items) {
        const box = boxOf(item)
        expect(
          box.x0 >= area.x0 - 0.01 && box.x1 <= area.x1 + 0.01,
          `${sheet.sheet_id} ${JSON.stringify(item)}`,
        ).toBe(true)
        expect(
          box.y0 >= area.y0 - 0.01 && box.y1 <= area.y1 + 0.01,
          `${sheet.sheet_id} ${JSON.stringify(item)}`,
        ).toBe(true)
        if (item.kind === 'text') expect(item.height).toBeGreaterThanOrEqual(2.5)
      }
    }
  },
)

test.each(SITES)(
  '$containers containers and $units units: the legend explains every layer that the diagrams draw on',
  ({ drawing }) => {
    const plain = new Set(['X-ANNO', 'X-TABL'])
    for (const sheet of drawing.sheets.filter(({ sheet_id }) => /^(precedence|bars)-/.test(sheet_id))) {
      const drawn = sheet.items.filter((item) => item.kind !== 'use' && !plain.has(item.layer))
      const layers = new Set(drawn.map((item) => item.layer))
      expect(layers.size).toBeGreaterThan(2)
      expect([...layers].filter((name) => sheet.legend_layers?.includes(name) !== true)).toEqual([])
      expect(sheet.legend).toBe(true)
    }
  },
)

test.each(SITES)(
  '$containers containers and $units units: no link crosses a box or lies on another',
  ({ drawing }) => {
    for (const sheet of drawing.sheets.filter(({ sheet_id }) => sheet_id.startsWith('precedence'))) {
      const boxes = sheet.items
        .filter((item) => item.kind === 'polyline' && item.points.length === 4 && item.layer !== 'X-GRID')
        .map(boxOf)
      const links = sheet.items.flatMap((item) =>
        item.kind === 'line' && item.net !== undefined ? [{ net: item.net, box: boxOf(item) }] : [],
      )
      expect(boxes.length).toBeGreaterThan(10)
      for (const { net, box } of links) {
        expect(
          boxes.filter((other) => overlap(box, other)),
          net,
        ).toEqual([])
      }
      for (const vertical of [true, false]) {
        const along = links.filter(({ box }) => (vertical ? box.x0 === box.x1 : box.y0 === box.y1))
        for (const a of along)
          for (const b of along)
            expect(a.net !== b.net && sameLine(a.box, b.box, vertical), `${a.net} and ${b.net}`).toBe(false)
      }
    }
  },
)

test('four alike containers are shown one by one, five as a family', () => {
  const shown = (containers: number): string[] =>
    activitiesOf(buildInstallationGraph(siteFixture({ containers, units: 0 })))
      .filter((activity) => activity.library_id === 'C310')
      .map((activity) => `${activity.activity_id} ${activity.designations} ${activity.tasks.length}`)
  expect(shown(4)).toEqual(['C01-C310 C01 1', 'C02-C310 C02 1', 'C03-C310 C03 1', 'C04-C310 C04 1'])
  expect(shown(5)).toEqual(['C310 C01..C05 5'])
})

test('each link of a site with several diagram sheets is drawn on one of them', () => {
  const graph = buildInstallationGraph(siteFixture({ containers: 4, units: 4 }))
  const sheets = drawInstallationGraph(graph).sheets.filter(({ sheet_id }) =>
    sheet_id.startsWith('precedence'),
  )
  expect(sheets.length).toBeGreaterThan(1)
  const arrows = sheets.flatMap((sheet) =>
    sheet.items.filter((item) => item.kind === 'polyline' && item.points.length === 3),
  )
  expect(arrows).toHaveLength(graph.tasks.flatMap((task) => task.predecessors).length)
})

test('2,000 containers do not make thousands of rows', () => {
  const drawing = drawInstallationGraph(
    buildInstallationGraph(siteFixture({ containers: 2000, units: 1000 })),
  )
  expect(drawing.sheets.length).toBeLessThan(10)
  expect(JSON.stringify(drawing.sheets.map((sheet) => sheet.notes))).toContain('C0001..C2000 (2000)')
})

test('the same graph gives the same drawing', () => {
  const draw = (): string =>
    JSON.stringify(drawInstallationGraph(buildInstallationGraph(siteFixture({ containers: 6, units: 3 }))))
  expect(draw()).toBe(draw())
})

function boxOf(item: Primitive): Area {
  const points =
    item.kind === 'line'
      ? [item.from, item.to]
      : item.kind === 'polyline'
        ? item.points
        : item.kind === 'text'
          ? cornersOf(item)
          : item.kind === 'use'
            ? [item.at]
            : [item.centre]
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

function cornersOf(item: Extract<Primitive, { kind: 'text' }>): [number, number][] {
  const width = textWidth(item.value, item.height)
  const along = item.halign === 'right' ? -width : item.halign === 'centre' ? -width / 2 : 0
  const across = item.valign === 'middle' ? -item.height / 2 : item.valign === 'top' ? -item.height : 0
  const [x, y] = item.at
  return item.rotation_deg === 90
    ? [
        [x - across - item.height, y + along],
        [x - across, y + along + width],
      ]
    : [
        [x + along, y + across],
        [x + along + width, y + across + item.height],
      ]
}

/** Whether a line passes the inside of a box. */
function overlap(a: Area, b: Area): boolean {
  return a.x0 < b.x1 - 0.01 && a.x1 > b.x0 + 0.01 && a.y0 < b.y1 - 0.01 && a.y1 > b.y0 + 0.01
}

/** Whether two parallel lines lie on each other. */
function sameLine(a: Area, b: Area, vertical: boolean): boolean {
  return vertical
    ? Math.abs(a.x0 - b.x0) < 0.3 && a.y0 < b.y1 && b.y0 < a.y1
    : Math.abs(a.y0 - b.y0) < 0.3 && a.x0 < b.x1 && b.x0 < a.x1
}
