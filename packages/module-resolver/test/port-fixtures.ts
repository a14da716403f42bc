import type { AssemblyPort } from '@edp/schemas'

type PortSource = Partial<AssemblyPort> & Pick<AssemblyPort, 'id' | 'service' | 'flow'>

const ORIGIN: [number, number, number] = [0, 0, 1000]

/** A port with what it does not say filled in. */
export function port(source: PortSource): AssemblyPort {
  return { on: 'FRAME', position_mm: ORIGIN, termination: 'lug', rating: {}, ...source }
}

/** Ratings as the example catalogue has them. */
export const LV = { voltage_v: 480, current_a: 400, phases_count: 3 }
export const MV = { voltage_v: 13_800, current_a: 1200, phases_count: 3 }

/** Where a port passes the wall, and what it meets there. */
export function plate(
  plate_id: string | null,
  slot: string,
  counterpart: string,
  channel?: string,
): AssemblyPort['interface'] {
  return {
    plate_id,
    slot,
    with: counterpart,
    ...(channel === undefined ? {} : { channel }),
  } as AssemblyPort['interface']
}

/** A port for the earth ring. */
export const earth = (id: string, plate_id: string | null): AssemblyPort =>
  port({
    id,
    service: 'earth',
    flow: 'both',
    interface: plate(plate_id, id.replace(/^.*\./, ''), 'earth_ring'),
  })
