import type { Connection } from '@edp/schemas'

import type { CommsSite } from './comms-site.ts'

/** Network, rate, path, VLANs and type of a cable between modules. */
export function cableText({ site }: CommsSite, cable: Connection): string {
  const { data } = cable
  const vlans = site.network.zones
    .filter((zone) => data?.network === 'OT' && data.zone.split(', ').includes(zone.zone_id))
    .map((zone) => zone.vlan_id)
  return [
    `${data?.network ?? ''} ${data?.rate_gbps ?? ''} Gbit/s`,
    ...(cable.system === null ? [] : [`path ${cable.system}`]),
    ...(vlans.length === 0 ? [] : [`VLAN ${vlans.join(' ')} tagged`]),
    cable.cable?.type ?? '',
  ].join(', ')
}
