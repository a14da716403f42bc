import type { OtRing } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'

/** Rings of a block, in order. */
export function ringsOf({ site }: CommsSite, block_id: string): OtRing[] {
  return site.network.ot_rings.filter((ring) => ring.block_id === block_id)
}

/** Every ring of container switches: its containers in order and how core switches A and B close it. Null without rings. */
export function ringTable(comms: CommsSite): Table | null {
  const { ot_rings, host_module_id } = comms.site.network
  if (ot_rings.length === 0) return null
  const cables = new Map<string, string>()
  for (const { data, system, to, connection_id } of comms.site.connections)
    if (data?.network === 'OT' && system !== null) cables.set(`${to.module_id}/${system}`, connection_id)
  const cable = (module_id: string | undefined, system: 'A' | 'B'): string =>
    cables.get(`${module_id ?? ''}/${system}`) ?? ''
  return {
    title: 'OT RINGS; core switch A - first container ... last container - core switch B',
    columns: [
      { title: 'Ring' },
      { title: 'Containers' },
      { title: 'Switches', halign: 'right' },
      { title: 'From core A to' },
      { title: 'To core B from' },
      { title: 'Core fibres, channel of 6' },
    ],
    rows: ot_rings.map((ring) => {
      return {
        id: ring.ring_id,
        cells: [
          ring.ring_id,
          designationsOf(comms, ring.module_ids),
          `${ring.module_ids.length} + 2`,
          cable(ring.module_ids[0], 'A'),
          cable(ring.module_ids.at(-1), 'B'),
          ring.core_channel === null
            ? 'to be designed, NET-004'
            : `${ring.core_channel} of ${cable(host_module_id, 'A')} and ${cable(host_module_id, 'B')}`,
        ],
      }
    }),
  }
}
