import { COOLING_SHARE } from './spine-power.ts'

/** A device of the core rack: EMS, OT core and the way out of the site. */
interface CoreDevice {
  readonly device: string
  readonly count: number
  /** Design-maximum power of one, kW. Source: `assumption`, makers' data of servers and switches of this size. */
  readonly kw: number
}

/** What stands in the core rack of the first compute container where there is no grid container. */
const CORE_DEVICES: readonly CoreDevice[] = [
  { device: 'EMS server with historian', count: 2, kw: 0.7 },
  { device: 'OT core switch', count: 2, kw: 0.25 },
  { device: 'router and firewall', count: 2, kw: 0.15 },
  { device: 'jump host, clock', count: 1, kw: 0.3 },
  { device: 'diode and media station, where the site is air-gapped', count: 1, kw: 0.2 },
]

/** Power of the core rack, kW: 2.7, the 12 A at 240 V that the grid container's UPS has for it. */
export const CORE_KW = CORE_DEVICES.reduce((sum, row) => sum + row.count * row.kw, 0)

/** Power of the core rack with the air conditioning of its heat, kW. */
export function corePower(): number {
  return CORE_KW * (1 + COOLING_SHARE)
}
