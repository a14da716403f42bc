import type { SiteModel } from '@edp/schemas'

import type { Table, TableColumn } from '../sheet/table.ts'

const right = (title: string): TableColumn => ({ title, halign: 'right' })
const wide = (title: string, max_width_mm: number): TableColumn => ({ title, max_width_mm, wrap: true })

/** What each relief valve is bought to. */
export function reliefTable({ cooling }: SiteModel, each: string): Table {
  return {
    title: `RELIEF VALVES, ${each}`,
    whole: true,
    columns: [
      { title: 'Tag' },
      wide('Relieves', 62),
      right('Set bar(g)'),
      right('L/min'),
      right('Overpressure'),
      right('Back pressure bar(g)'),
      right('Flow area mm²'),
      { title: 'Inlet / outlet' },
      { title: 'To' },
    ],
    rows: cooling.valves.flatMap(({ tag, relief }) =>
      relief === null
        ? []
        : [
            {
              cells: [
                tag,
                relief.relieves,
                relief.set_bar.toFixed(1),
                String(relief.capacity_lpm),
                `${relief.overpressure_pct} %`,
                `<= ${relief.back_pressure_bar.toFixed(2)}`,
                `>= ${relief.area_mm2.toFixed(1)}`,
                `DN${relief.inlet_dn} / DN${relief.outlet_dn}`,
                relief.discharge,
              ],
            },
          ],
    ),
  }
}

/** Codes of the design, and those of a site under the pressure equipment directive. */
export function codeTable({ cooling }: SiteModel): Table {
  return {
    title: 'DESIGN CODES',
    whole: true,
    columns: [{ title: 'Part' }, wide('Applied', 96), wide('Where Directive 2014/68/EU (PED) applies', 130)],
    rows: cooling.codes.map(({ part, applied, under_ped }) => ({ cells: [part, applied, under_ped] })),
  }
}
