import { plugsText, type Connection } from '@edp/schemas'

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
    cableType(cable),
  ].join(', ')
}

/** Type of a cable without its array plugs, which the table of the fabric's channels has segment by segment. */
export function cableType({ cable }: Pick<Connection, 'cable'>): string {
  if (cable === null) return ''
  return cable.plugs === null ? cable.type : cable.type.replace(`, ${plugsText(cable.plugs)}`, '')
}
