import type { ArrayPlugs } from '@edp/schemas'

import type { Table, TableColumn } from '../sheet/table.ts'
import type { CommsSite } from './comms-site.ts'

const right = (title: string): TableColumn => ({ title, halign: 'right' })

/** Loss of every channel of the fabric from leaf to spine, by the way that it takes. Null where no fabric leaves a container. */
export function lossTable({ site }: CommsSite): Table | null {
  const { pair_db, fibre_db_per_km, budget_db, channels } = site.network.fabric.loss
  if (channels.length === 0) return null
  return {
    title: `FABRIC CHANNELS; ${pair_db} dB a pair, ${fibre_db_per_km} dB/km, at most ${budget_db.toFixed(1)} dB`,
    whole: true,
    columns: [
      { title: 'Way' },
      { title: 'Segments, type and pins' },
      right('Type B'),
      right('Links'),
      right('Longest m'),
      right('Mated pairs'),
      right('Pairs dB'),
      right('Glass dB'),
      right('Loss dB'),
      right('Margin dB'),
    ],
    rows: channels.map((channel) => {
      const { way, links_count, longest_m, mated_pairs_count, loss_db, segments, crossings_count } = channel
      const pairs = mated_pairs_count * pair_db
      return {
        cells: [
          way,
          segments.map(({ plugs }) => plugsCode(plugs)).join(' '),
          String(crossings_count),
          String(links_count),
          String(longest_m),
          String(mated_pairs_count),
          pairs.toFixed(2),
          (loss_db - pairs).toFixed(2),
          loss_db.toFixed(2),
          (budget_db - loss_db).toFixed(2),
        ],
      }
    }),
  }
}

/** Type of a segment and the plug at either end, that towards the leaf first: `Bup` has pins towards the spine alone. */
function plugsCode(plugs: ArrayPlugs | null): string {
  if (plugs === null) return '-'
  const [from, to] = [plugs.from_pinned, plugs.to_pinned].map((pinned) => (pinned ? 'p' : 'u'))
  return `${plugs.polarity}${from}${to}`
}
