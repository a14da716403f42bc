import type { AssemblySpec } from '@edp/schemas'

import { chosenLength } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Spare cages of the leaves (docs/conventions.md). */
const CAGES = ['swl-01.J', 'swl-02.J'] as const
/** Links of a twin-port cable between OSFP cages, and the length it is sold in, m. Source: NVIDIA list of NDR direct-attach cables. */
const CABLE_LINKS = 2
const CABLE_M = 2

/** Cables that join the two leaves of a lone container, between cages that neither nodes nor up-links take. */
export function leafLinkDrafts(links_count: number, { ports }: AssemblySpec): Draft[] {
  const [from, to] = CAGES.map((cage) => ports.find(({ id }) => id === cage))
  if (links_count === 0 || from === undefined || to === undefined) return []
  return [
    {
      source: {
        id: 'N-LL',
        from: from.id,
        to: to.id,
        description: `Leaf 1 to leaf 2, ${links_count} links of 400 Gbit/s`,
        route: 'direct',
        cable: {
          type: 'OSFP direct-attach copper, 2 x 400 Gbit/s',
          neutrals_count: 0,
          runs_count: Math.ceil(links_count / CABLE_LINKS),
        },
      },
      from,
      to,
      length: chosenLength(CABLE_M),
    },
  ]
}
