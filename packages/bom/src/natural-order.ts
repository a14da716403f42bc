import type { Service } from '@edp/schemas'

/** Order of services in every list: from the highest voltage to the drain. */
const SERVICE_RANKS = {
  power_mv: 0,
  power_lv: 1,
  power_dc: 2,
  control: 3,
  copper: 4,
  fibre: 5,
  earth: 6,
  coolant_supply: 7,
  coolant_return: 8,
  drain: 9,
  water: 10,
} as const satisfies Record<Service, number>

/** Place of a service in every list. */
export function serviceRank(service: Service): number {
  return SERVICE_RANKS[service]
}

/** Key that sorts `C2` before `C10` when compared as text. */
export function naturalKey(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}
