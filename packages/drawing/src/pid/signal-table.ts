import type { SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'
import { printed } from './printed.ts'

/** What the controllers tell each other by a wire of its own. */
export function signalTable({ cooling }: SiteModel, each: string): Table {
  return {
    title: `HARD-WIRED SIGNALS, ${each}`,
    whole: true,
    columns: [
      { title: 'Cable' },
      { title: 'From' },
      { title: 'To' },
      { title: 'Signal', max_width_mm: 120, wrap: true },
      { title: 'Cores', halign: 'right' },
    ],
    rows: cooling.signals.map(({ cable, from, to, signal, cores_count }) => ({
      cells: [cable, from, to, printed(signal), String(cores_count)],
    })),
  }
}
