import { drawingArea, roundTo, type InstallationGraph, type Primitive, type Sheet } from '@edp/schemas'

import { days, line, rectangle, text } from '../drawing/pen.ts'
import { tablePages } from '../drawing/table.ts'
import { easyStep } from '../drawing/time-scale.ts'

const TEXT_MM = 2.5
const HEADING_MM = 3.5
const CHART_WIDTH = 520
const AXIS_WIDTH = 14
const AXIS_HEIGHT = 12
const GAP = 12

/** Persons on site by day, with the trades and the shared crews and machines beside it. */
export function crewSheet(graph: InstallationGraph): Sheet {
  const area = drawingArea('A1')
  const right = { ...area, x0: area.x0 + CHART_WIDTH + GAP, y1: area.y1 - 8 }
  const trades = graph.trades ?? []
  const [tradeTable = []] = tablePages(
    [
      { title: 'Trade', width: 110 },
      { title: 'Persons at most', width: 80, halign: 'right' },
      { title: 'Person-days', width: 79, halign: 'right' },
    ],
    trades.map((trade) => ({
      cells: [trade.crew, String(trade.persons_max), days(trade.person_days)],
    })),
    right,
    5,
  )
  const lower = { ...right, y1: roundTo(right.y1 - 11 - trades.length * 5 - 18, 3) }
  const [resourceTable = []] = tablePages(
    [
      { title: 'Crew or machine', width: 46 },
      { title: 'Units', width: 16, halign: 'right' },
      { title: 'Basis', width: 207 },
    ],
    graph.resources.map((resource) => ({
      cells: [resource.resource, String(resource.units_count), resource.note],
    })),
    lower,
    5,
  )
  const most = graph.crew_histogram.reduce((a, b) => (b.persons > a.persons ? b : a), { day: 0, persons: 0 })
  return {
    sheet_id: 'crew',
    size: 'A1',
    title: 'Crew histogram',
    items: [
      ...text('X-ANNO', [area.x0, area.y1 - 5], HEADING_MM, 'Persons on site by working day', CHART_WIDTH),
      ...histogram(graph, { ...area, x1: area.x0 + CHART_WIDTH, y1: area.y1 - 10 }),
      ...text('X-ANNO', [right.x0, area.y1 - 5], HEADING_MM, 'Trades', 200),
      ...tradeTable,
      ...text('X-ANNO', [right.x0, lower.y1 + 3], HEADING_MM, 'Shared crews and machines', 200),
      ...resourceTable,
    ],
    notes: [
      `Most persons at the same time: ${most.persons} on day ${most.day}. Early dates: work with float may be moved to level the curve.`,
      'Standing site management after mobilisation, security and the people of others are not counted. A capped civil task gets more crews instead of more days.',
      'Shared crews and machines go from task to task in the order of the task list: block by block, container by container.',
      ...((graph.work_fronts_count ?? 1) > 1
        ? [
            `${graph.work_fronts_count ?? 1} work fronts of four blocks, each with its own crews and machines (assumption).`,
          ]
        : []),
    ],
  }
}

function histogram(
  graph: InstallationGraph,
  area: { x0: number; y0: number; x1: number; y1: number },
): Primitive[] {
  const bars = graph.crew_histogram
  const left = area.x0 + AXIS_WIDTH
  const bottom = area.y0 + AXIS_HEIGHT
  const most = Math.max(1, ...bars.map((bar) => bar.persons))
  const step = easyStep(most, 12)
  const top_value = Math.ceil(most / step) * step
  const height = (area.y1 - bottom - 4) / top_value
  const width = (area.x1 - left - 2) / Math.max(1, bars.length)
  const y = (persons: number): number => roundTo(bottom + persons * height, 3)
  const x = (day: number): number => roundTo(left + day * width, 3)
  const items: Primitive[] = []
  for (let value = 0; value <= top_value; value += step) {
    if (value > 0) items.push(line('X-GRID', [left, y(value)], [area.x1, y(value)]))
    items.push(
      ...text('X-ANNO', [left - 1.5, y(value)], TEXT_MM, String(value), AXIS_WIDTH, {
        halign: 'right',
        valign: 'middle',
      }),
    )
  }
  const weeks = bars.length / 5
  const dayStep = 5 * easyStep(weeks, Math.max(1, Math.floor((weeks * 5 * width) / 11)))
  for (let day = dayStep; day <= bars.length; day += dayStep) {
    items.push(
      line('X-TABL', [x(day), bottom], [x(day), bottom - 1.5]),
      ...text('X-ANNO', [x(day), bottom - 2.2], TEXT_MM, days(day), dayStep * width, {
        halign: 'centre',
        valign: 'top',
      }),
    )
  }
  // A bar for each run of equal days: fewer lines and the same picture.
  let run = 0
  while (run < bars.length) {
    const persons = bars[run]?.persons ?? 0
    let end = run
    while (end < bars.length && bars[end]?.persons === persons) end += 1
    if (persons > 0) {
      items.push(
        rectangle('X-BARS', [x(run), bottom], roundTo(x(end) - x(run), 3), roundTo(y(persons) - bottom, 3), {
          filled: true,
        }),
      )
    }
    run = end
  }
  return [
    ...items,
    line('X-TABL', [left, bottom], [area.x1, bottom]),
    line('X-TABL', [left, bottom], [left, area.y1]),
    ...text('X-ANNO', [left, area.y0 + 1], TEXT_MM, 'End of working day', 80),
  ]
}
