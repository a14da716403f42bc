import type { NetworkNode } from '@edp/schemas'

import type { CommsSite } from './comms-site.ts'

/** Managed equipment; what else a site has of its own is a computer. */
const MANAGED: readonly NetworkNode['kind'][] = ['spine', 'core_switch', 'ot_switch', 'router', 'firewall']

/** Equipment that would be polled and has no entry: its number follows from the site, or a maker brings it. */
function unlistedNote({ site, devices }: CommsSite): string[] {
  const unlisted = site.network.nodes.filter(
    ({ tag, kind, module_ids: [first = ''] }) =>
      MANAGED.includes(kind) && !(devices.get(first) ?? []).some((device) => device.tag === tag),
  )
  return unlisted.length === 0
    ? []
    : [
        `${unlisted.map((node) => node.tag).join(', ')}: not in the manifest, because the site or a maker settles them and no assembly does; added, SNMPv3, at commissioning.`,
      ]
}

/** A firewall with the same subnet on both sides bridges it; what stands before it has the router alone. */
function firewallNote({ site }: CommsSite): string[] {
  return site.network.nodes.some((node) => node.kind === 'firewall')
    ? [
        'FW1 is transparent: it bridges VLAN 60 and filters what passes it. Switches before it, swo-01 of the containers and those of the core, are guarded by RTR alone. RTR is a pair of one active and one standby; their state runs over leads A-HA to B-HA.',
      ]
    : []
}

/** Equipment beside a one-way diode, whose management ports would join what the diode keeps apart. */
const AT_THE_DIODE: readonly NetworkNode['kind'][] = ['data_diode', 'media_station']

function diodeNote({ site }: CommsSite): string[] {
  const beside = site.network.nodes.filter(({ kind }) => AT_THE_DIODE.includes(kind))
  return beside.length === 0
    ? []
    : [
        `${beside.map((node) => node.tag).join(' and ')} have no port in Z4: it would be a way past the diode. They are set and read at their own consoles.`,
      ]
}

/** Notes of the overview: findings first, then what holds for every sheet. */
export function overviewNotes(comms: CommsSite): string[] {
  const { site } = comms
  const findings = site.findings
    .filter((finding) => finding.artifacts.includes('comms_diagram'))
    .map((finding) => `${finding.code}: ${finding.message}`)
  return [
    ...findings,
    'Zones and conduits by IEC 62443-3-2, levels of the Purdue model; firewalls deny what no conduit permits.',
    'Simulated hosts are those of the manifest as delivered; the site addresses are set when it is flipped to live.',
    site.network.addressing_rule,
    'Point map: from a standard, from a document of the maker, or assumed: in part, until the maker confirms it.',
    ...unlistedNote(comms),
    ...firewallNote(comms),
    ...diodeNote(comms),
    'Fibre between containers, copper inside them up to 90 m; OTDR and insertion loss test of every fibre.',
  ]
}

/** What the table of the fabric's channels says of their segments. */
const PLUGS_NOTE =
  'Fabric channels: plugs MPO-12 APC, adapters hold the keys opposed. Segments are listed from the leaf to the spine: type (TIA-568.3-E), then u or p for a plug without or with pins towards leaf and spine; transceivers have pins. Segments of type B are odd in number.'

/** Notes of the sheets of trunk cables. */
export function backboneNotes({ site }: CommsSite): string[] {
  const { ot_topology, fabric } = site.network
  return [`OT network. ${ot_topology}`, ...(fabric.loss.channels.length === 0 ? [] : [PLUGS_NOTE])]
}

/** Notes of the typical sheets. */
export const TYPICAL_NOTES: readonly string[] = [
  'Links without a cable number are patch leads inside a rack, cables of the maker or control cables of the cable schedule.',
  'Hosts are those of the first module; the address tables give the rule for the others.',
]
