import type { Device } from '@edp/schemas'

/** Words of device types that are written in capitals, or in full. */
const WORDS: Readonly<Record<string, string>> = {
  ats: 'ATS',
  bms: 'BMS',
  cdu: 'CDU',
  env: 'environment',
  genset: 'generator set',
  gpu: 'GPU',
  mgmt: 'management',
  ot: 'OT',
  pcs: 'PCS',
  pdu: 'PDU',
  ups: 'UPS',
}

/** Type of a device in words: `gpu_node` is a `GPU node`. */
export function typeText({ device_type }: Pick<Device, 'device_type'>): string {
  const text = device_type
    .split('_')
    .map((word) => WORDS[word] ?? word)
    .join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const MAPS = {
  standard: 'standard',
  vendor_documented: 'maker',
  sim_only: 'assumed',
} as const satisfies Record<NonNullable<Device['map_status']>, string>

/** Where the points of a device come from. */
export function mapText({ map_status }: Pick<Device, 'map_status'>): string {
  return map_status === undefined ? '' : MAPS[map_status]
}
