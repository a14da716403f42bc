import { GREEN } from './cable-types.ts'
import type { ConnectionSource, PortSource } from './variant.ts'

/**
 * Grounding electrode conductors from the earth bar of a container to the neutrals that are earthed inside; the design sizes them by the
 * conductors that leave each device (NEC 2023, 250.30(A)(5)).
 */
export function electrodeConductors(bar: string, devices: readonly string[]): ConnectionSource[] {
  return devices.map((device) => ({
    id: `G-${device}`,
    from: bar,
    to: `${device}.X0`,
    description: `Grounding electrode conductor of ${device}`,
    route: 'tray',
    cable: { ...GREEN, cores_count: 1 },
  }))
}

/** Terminals of the neutrals. */
export function neutralPorts(
  devices: readonly string[],
  at: (device: string) => PortSource['position_mm'],
): PortSource[] {
  return devices.map((device) => ({
    id: `${device}.X0`,
    on: device,
    service: 'earth',
    flow: 'both',
    position_mm: at(device),
    termination: 'lug',
    rating: { short_time_current_ka: 25 },
  }))
}
