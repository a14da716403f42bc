import type { Basis } from '@edp/schemas'

import { POLARITY_SOURCE } from '../network/array-polarity.ts'
import type { BasisInput } from './design-basis.ts'

/** Working of the fabric's optic and of the loss of its channels; none where no fabric leaves a container. */
export function fabricBasis({ network }: BasisInput): Basis[] {
  const { optic, spines_count, loss } = network.fabric
  if (spines_count === 0) return []
  return [
    {
      rule_id: 'NE-OPTIC-01',
      quantity: 'Reach of the single-mode optics',
      applies_to: 'compute fabric',
      value: optic.reach_m,
      unit: 'm',
      formula: `least of 100 and 500 m that holds the longest channel: ${optic.longest_channel}`,
      inputs: { longest_channel_m: optic.longest_channel_m },
      source: 'product specifications MMS4X00-NS and MMS4X00-NM, NVIDIA; patch cords: assumption',
    },
    ...loss.channels.map(({ way, links_count, segments, crossings_count }): Basis => ({
      rule_id: 'NE-POL-01',
      quantity: 'Segments of type B from send to receive',
      applies_to: `compute fabric, ${way}: ${links_count} links`,
      value: crossings_count,
      unit: 'segments',
      formula: `${segments.map(({ segment, plugs }) => `${segment} ${plugs?.polarity ?? '-'}`).join(' + ')}; an odd number is right`,
      inputs: { segments: segments.length, crossings: crossings_count },
      source: POLARITY_SOURCE,
    })),
    ...loss.channels.map(({ way, links_count, longest_m, mated_pairs_count, loss_db }): Basis => ({
      rule_id: 'NE-LOSS-01',
      quantity: 'Insertion loss of the longest channel',
      applies_to: `compute fabric, ${way}: ${links_count} links`,
      value: loss_db,
      unit: 'dB',
      formula: `${mated_pairs_count} mated pairs x ${loss.pair_db} dB + ${longest_m} m x ${loss.fibre_db_per_km} dB/km; at most ${loss.budget_db.toFixed(1)} dB`,
      inputs: {
        mated_pairs: mated_pairs_count,
        pair_db: loss.pair_db,
        longest_m,
        fibre_db_per_km: loss.fibre_db_per_km,
        budget_db: loss.budget_db,
      },
      source:
        'NVIDIA structured cabling requirements for NDR (low-loss MPO, OS2); IEEE 802.3, 400GBASE-DR4 (budget)',
    })),
  ]
}
