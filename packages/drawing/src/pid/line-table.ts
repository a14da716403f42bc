import type { PipeLine, SiteModel } from '@edp/schemas'

import type { Table, TableColumn } from '../sheet/table.ts'

const right = (title: string): TableColumn => ({ title, halign: 'right' })

/** Line list of one container: from, to, size, class, medium, flow, operating and design data, insulation, tracing. */
export function lineTable({ cooling }: SiteModel, each: string, ordinal: string): Table {
  return {
    title: `LINE LIST, ${each}`,
    whole: true,
    columns: [
      { title: 'Line number' },
      { title: 'Description', max_width_mm: 80, wrap: true },
      { title: 'From' },
      { title: 'To' },
      right('DN'),
      { title: 'Class' },
      { title: 'Fluid' },
      right('L/min'),
      right('m/s'),
      right('Pa/m'),
      right('Oper. °C'),
      right('Design °C'),
      right('Design bar(g)'),
      right('Test bar(g)'),
      { title: 'Insul.' },
      { title: 'Trac.' },
    ],
    rows: cooling.lines.map((line) => ({ id: line.line_no, cells: cellsOf(line, ordinal) })),
  }
}

function cellsOf(line: PipeLine, ordinal: string): string[] {
  const flowing = line.flow_lpm > 0
  return [
    line.line_no.replace('{c}', ordinal),
    line.description,
    line.from,
    line.to,
    String(line.dn),
    line.pipe_class,
    line.fluid,
    flowing ? String(line.flow_lpm) : '-',
    flowing ? line.velocity_m_s.toFixed(2) : '-',
    flowing ? String(line.pressure_drop_pa_per_m) : '-',
    String(line.temperature_c),
    `${line.design_min_c}..${line.design_max_c}`,
    line.design_pressure_bar.toFixed(1),
    line.test_pressure_bar.toFixed(1),
    line.insulation,
    line.tracing,
  ]
}
