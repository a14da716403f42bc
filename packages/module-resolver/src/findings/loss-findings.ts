import type { Finding, Network } from '@edp/schemas'

import { channelFaults } from '../network/array-polarity.ts'
import { finding } from './checks.ts'
import { counted, plural } from './counted.ts'

/** What the loss of the fabric's channels asks for: within the budget, and with as many panels as the reach assumes. */
export function lossFindings({ fabric }: Pick<Network, 'fabric'>): Finding[] {
  const { budget_db, pair_db, reach_panels, channels } = fabric.loss
  const [worst] = [...channels].sort((a, b) => b.loss_db - a.loss_db)
  if (worst === undefined) return []
  const { way, loss_db, mated_pairs_count, longest_m } = worst
  const figures = { loss_db, budget_db, mated_pairs: mated_pairs_count, pair_db, longest_m }
  if (loss_db > budget_db)
    return [
      finding(
        'FIB-003',
        `Channels of the compute fabric (${way}) lose up to ${loss_db} dB over ${mated_pairs_count} mated pairs and ${longest_m} m, ${budget_db.toFixed(1)} dB are allowed.`,
        ['compute fabric'],
        figures,
      ),
    ]
  return mated_pairs_count <= reach_panels
    ? []
    : [
        finding(
          'FIB-004',
          `Channels of the compute fabric (${way}) pass ${mated_pairs_count} panels, the reach of the transceivers assumes ${reach_panels}; with low-loss connectors of ${pair_db} dB a pair they lose ${loss_db} of ${budget_db.toFixed(1)} dB.`,
          ['compute fabric'],
          figures,
        ),
      ]
}

/** Ways of the fabric that come up with no link: an even number of crossings, or plugs that do not mate. */
export function polarityFindings({ fabric }: Pick<Network, 'fabric'>): Finding[] {
  const wrong = fabric.loss.channels
    .map((channel) => ({ ...channel, faults: channelFaults(channel.segments) }))
    .filter(({ faults }) => faults.length > 0)
  if (wrong.length === 0) return []
  const links = wrong.reduce((sum, { links_count }) => sum + links_count, 0)
  const said = wrong.map(({ way, faults }) => `${way}: ${faults.join(', ')}`).join('; ')
  return [
    finding(
      'FIB-005',
      `Channels of the compute fabric do not join send to receive (${said}); ${counted(links, 'link')} ${plural(links, 'is', 'are')} concerned.`,
      ['compute fabric'],
      { ways: wrong.length, links },
    ),
  ]
}
