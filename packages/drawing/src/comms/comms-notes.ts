import type { SiteModel } from '@edp/schemas'

/** Notes of the overview: findings first, then what holds for every sheet. */
export function overviewNotes(site: SiteModel): string[] {
  const findings = site.findings
    .filter((finding) => finding.artifacts.includes('comms_diagram'))
    .map((finding) => `${finding.code}: ${finding.message}`)
  return [
    ...findings,
    'Zones and conduits by IEC 62443-3-2, levels of the Purdue model; firewalls deny what no conduit permits.',
    'Simulated hosts are those of the manifest as delivered; the site addresses are set when it is flipped to live.',
    site.network.addressing_rule,
    'Point map: from a standard, from a document of the maker, or assumed in part until the maker confirms it.',
    'Firewalls, spines, switches of the batteries and a core in a compute container are not in the manifest: they are added, SNMPv3, at commissioning.',
    'Fibre between containers, copper inside them up to 90 m; OTDR and insertion loss test of every fibre.',
  ]
}

/** Notes of the typical sheets. */
export const TYPICAL_NOTES: readonly string[] = [
  'Links without a cable number are patch leads inside a rack, cables of the maker or control cables of the cable schedule.',
  'Hosts are those of the first module; the address tables give the rule for the others.',
]
