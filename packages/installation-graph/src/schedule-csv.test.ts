import { expect, test } from 'vitest'

import { buildInstallationGraph } from './build-installation-graph.ts'
import { toRelationshipCsv, toScheduleCsv } from './schedule-csv.ts'
import { siteFixture } from '../test/site-fixture.ts'

const graph = buildInstallationGraph(siteFixture({ containers: 2, units: 1 }))

/** Cells of a CSV whose every cell is quoted. */
const cells = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.slice(1, -1).split('","'))

test('Microsoft Project gets the field names of its task table', () => {
  const [header, first] = cells(toScheduleCsv(graph, 'ms_project'))
  expect(header?.slice(0, 5)).toEqual(['ID', 'Name', 'Duration', 'Predecessors', 'Resource Names'])
  expect(first?.slice(0, 5)).toEqual([
    '1',
    'Mobilise, survey, permits, safety plan',
    '5 days',
    '',
    'site management',
  ])
})

test('predecessors are row numbers and include the hand-over of the crane', () => {
  const rows = cells(toScheduleCsv(graph, 'ms_project')).slice(1)
  const idOf = (task_id: string): string => rows.find((row) => row[7] === task_id)?.[0] ?? ''
  const second = rows.find((row) => row[7] === 'C02-C220')
  expect(second?.[3]?.split(',')).toEqual(['S045', 'C02-C210', 'G01-G120', 'C01-C220'].map(idOf))
})

test('Primavera gets field names, captions and hours', () => {
  const [fields, captions, first] = cells(toScheduleCsv(graph, 'primavera'))
  expect(fields).toEqual(['task_code', 'status_code', 'wbs_id', 'task_name', 'target_drtn_hr_cnt'])
  expect(captions?.[0]).toBe('Activity ID')
  expect(first).toEqual(['S010', 'Not Started', 'INST.SITE', 'Mobilise, survey, permits, safety plan', '40'])
})

test('the relationship file holds every link once', () => {
  const rows = cells(toRelationshipCsv(graph)).slice(2)
  const links = graph.tasks.flatMap((task) => [...task.predecessors, ...task.resource_predecessors]).length
  const repeated = graph.tasks.flatMap((task) =>
    task.resource_predecessors.filter((id) => task.predecessors.includes(id)),
  ).length
  expect(rows).toHaveLength(links - repeated)
  expect(rows[0]).toEqual(['S010', 'S020', 'FS', '0'])
})

test.each([
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['\r\n=1', `"'\r\n=1"`],
  ['say "no"', '"say ""no"""'],
])('a text %j does no harm in a cell', (name, cell) => {
  const [task] = graph.tasks
  const harmed = { ...graph, tasks: [{ ...task!, name, designation: null }] }
  expect(toScheduleCsv(harmed, 'ms_project')).toContain(`"1",${cell},"5 days"`)
})
