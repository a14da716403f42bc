import { plugsText, type Connection } from '@edp/schemas'

import type { CommsSite } from './comms-site.ts'

/** Network, rate, path, VLANs and type of a cable between modules. */
export function cableText(comms: CommsSite, cable: Connection): string {
  const { data, system } = cable
  const vlans = vlansText(comms, cable)
  return [
    `${data?.network ?? ''} ${data?.rate_gbps ?? ''} Gbit/s`,
    ...(system === null ? [] : [`path ${system}`]),
    ...(vlans === '' ? [] : [vlans]),
    cableType(cable),
  ].join(', ')
}

/** VLANs that a cable of the OT network carries; empty for any other. */
export function vlansText({ site }: CommsSite, { data }: Pick<Connection, 'data'>): string {
  if (data?.network !== 'OT') return ''
  const zones = data.zone.split(', ')
  const vlans = site.network.zones.filter(({ zone_id }) => zones.includes(zone_id)).map((z) => z.vlan_id)
  return vlans.length === 0 ? '' : `VLAN ${vlans.join(' ')} tagged`
}

/** Type of a cable without its array plugs, which the table of the fabric's channels has segment by segment. */
export function cableType({ cable }: Pick<Connection, 'cable'>): string {
  if (cable === null) return ''
  return cable.plugs === null ? cable.type : cable.type.replace(`, ${plugsText(cable.plugs)}`, '')
}
