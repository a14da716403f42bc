import { conductorsText as textOf, type Connection } from '@edp/schemas'

import type { TableColumn } from '../../sheet/table.ts'

/** Cables of the site by their number. */
export type Cables = ReadonlyMap<string, Connection>

/** A column of figures. */
export const right = (title: string): TableColumn => ({ title, halign: 'right' })

/** A column of names. */
export const left = (title: string): TableColumn => ({ title })

/** A column of texts in lines of at most a width, mm: a table that stands beside a diagram. */
export const wrapped = (title: string, max_width_mm: number): TableColumn => ({
  title,
  wrap: true,
  max_width_mm,
})

/** Conductors of a cable for a cell; a dash where there is no cable. */
export function conductorsText(cables: Cables, id: string | null): string {
  const cable = id === null ? undefined : cables.get(id)?.cable
  return cable == null ? '-' : textOf(cable)
}
