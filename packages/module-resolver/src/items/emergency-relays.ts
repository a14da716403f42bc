import type { BlockElectrical, EmergencyOff, SiteItem } from '@edp/schemas'

import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'

/** Relays and modules of the interlock panel of a block by their number, as its line of the bill says them. */
export function lockOutRating({ emergency_off: off }: BlockElectrical): string {
  return off === null
    ? ''
    : `${off.lock_out}; ${off.auxiliary.relays_count} x ${off.auxiliary.tag}, ${off.monitor.modules_count} monitor modules, in lines of their own`
}

/** What is ordered for each relay or module. */
const KINDS = [
  {
    name: 'auxiliary-relay',
    category: 'control',
    description: ({ auxiliary, lock_out }: EmergencyOff) =>
      `Auxiliary relay ${auxiliary.tag} of ${lock_out}: a contact for each compute container sets its emergency power off`,
    rating: ({ auxiliary }: EmergencyOff) => `coil 125 V DC, ${auxiliary.contacts_per_relay_count} contacts`,
    count: ({ auxiliary }: EmergencyOff) => auxiliary.relays_count,
  },
  {
    name: 'monitor-module',
    category: 'safety',
    description: ({ monitor }: EmergencyOff) =>
      `Monitor module on the loop of ${monitor.panel}, fire alarm and fault of the compute containers, with end-of-line devices`,
    rating: ({ monitor }: EmergencyOff) => `${monitor.inputs_per_module_count} supervised inputs`,
    count: ({ monitor }: EmergencyOff) => monitor.modules_count,
  },
] as const

/** Monitor modules at the battery skids. */
export function skidMonitors(input: ItemsInput): SiteItem[] {
  const offs = input.electrical.blocks.flatMap(({ emergency_off: off }) =>
    off === null ? [] : [off.monitor],
  )
  const quantity = offs.reduce((sum, { skids }) => sum + skids.modules_count, 0)
  const [first] = offs
  const skids = modulesOf(input, 'bess_skid')
  if (first === undefined || quantity === 0) return []
  return [
    siteItem(input, {
      item_id: 'bess_skid/monitor-module',
      parent_item_id: 'bess_skid',
      level: 'part',
      category: 'safety',
      module_kind: 'bess_skid',
      module_ids: skids.map(({ module_id }) => module_id),
      description: `Monitor module on the loop of ${first.panel} with isolator, in the terminal box of a skid, fire alarm and fault of its battery unit, with end-of-line devices`,
      rating: `${first.skids.inputs_per_module_count} supervised inputs`,
      unit: 'ea',
      quantity_per_module: quantity / skids.length,
      quantity,
      spec_ref: 'EL-EPO-01',
    }),
  ]
}

/** Auxiliary relays of emergency power off and monitor modules of the grid containers, alike numbers in a line. */
export function emergencyRelays(input: ItemsInput): SiteItem[] {
  return KINDS.flatMap((kind) => {
    const byCount = new Map<number, { readonly off: EmergencyOff; readonly heads: string[] }>()
    for (const { emergency_off: off, mv_bus } of input.electrical.blocks) {
      if (off === null || mv_bus?.module_id === undefined) continue
      const group = byCount.get(kind.count(off)) ?? { off, heads: [] }
      group.heads.push(mv_bus.module_id)
      byCount.set(kind.count(off), group)
    }
    return [...byCount].map(([count, { off, heads }], index) =>
      siteItem(input, {
        item_id: `grid_container/${kind.name}${index === 0 ? '' : `-${index + 1}`}`,
        parent_item_id: 'grid_container',
        level: 'part',
        category: kind.category,
        component_tags: off.panel,
        module_kind: 'grid_container',
        module_ids: heads,
        description: kind.description(off),
        rating: kind.rating(off),
        unit: 'ea',
        quantity_per_module: count,
        quantity: count * heads.length,
        spec_ref: 'EL-EPO-01',
      }),
    )
  })
}
