import { roundTo, type SiteItem } from '@edp/schemas'

import { siteItem, type ItemsInput } from './items-input.ts'

/** Transceivers of the OT network by rate. Reach: IEEE 802.3, 10GBASE-LR and 1000BASE-LX10 on single mode. */
const OPTICS = {
  '10': { name: 'SFP+ 10GBASE-LR', rating: '10 Gbit/s, OS2 LC duplex, up to 10 km' },
  '1': { name: 'SFP 1000BASE-LX', rating: '1 Gbit/s, OS2 LC duplex, up to 10 km' },
} as const
/** Spare transceivers, share. Source: design choice, as for those of the fabric. */
const SPARES = 0.02
/** A firewall of a pair on each path. */
const PATHS = 2

/**
 * Transceivers that light the OT fibres between modules: both ends of a container's fibre at a core switch; in rings the two of
 * each container and the two of the core, where its fibres carry the ring; the core's end of a battery's, whose switch brings its own. Beyond the core the ends
 * of the firewall pairs; what is at the other end of the way out is BY OTHERS.
 */
export function otOptics(input: ItemsInput): SiteItem[] {
  const { connections, network } = input
  const fibres = connections.filter(
    (c) => c.service === 'fibre' && c.data?.network === 'OT' && c.scope !== 'by_others',
  )
  const star = network.nodes.some((n) => n.kind === 'core_switch' && n.module_kind === 'grid_container')
  const containers = fibres.filter((c) => c.data?.rate_gbps === 10).length
  const rings = network.ot_rings.filter(({ core_channel }) => core_channel !== null).length
  const quantities = {
    '10':
      (star ? 2 * containers : network.ot_rings.length === 0 ? 0 : containers + 2 * rings) +
      routerEnds(input, star),
    '1': fibres.filter((c) => c.data?.rate_gbps === 1).length,
  }
  return (['10', '1'] as const).flatMap((rate) => {
    const quantity = quantities[rate]
    if (quantity === 0) return []
    return [
      siteItem(
        input,
        {
          item_id: `site/ot-optics-${rate}g`,
          level: 'site',
          category: 'network',
          description: `Optical transceiver ${OPTICS[rate].name}, single mode, OT network`,
          rating: OPTICS[rate].rating,
          unit: 'ea',
          quantity_per_module: quantity,
          quantity,
          spare_quantity: Math.ceil(roundTo(quantity * SPARES, 6)),
          spec_ref: 'NE-NODE-01, the ends of the OT fibres',
        },
        { telecom: true },
      ),
    ]
  })
}

/** Fibres of a firewall pair: path A and B to the way out, and as many to the other blocks where there are several. */
function routerEnds({ network, connections }: ItemsInput, star: boolean): number {
  const pairs = network.nodes.find((node) => node.kind === 'router')?.module_ids.length ?? 0
  const led = connections.some((c) => ['WAN', 'site cross-connect'].includes(c.data?.network ?? ''))
  if (!led) return 0
  return PATHS * (star && pairs > 1 ? 2 * pairs : pairs)
}
