import type { AssemblySpec } from '@edp/schemas'

import { computeSpec } from './compute-fixture.ts'

/** A compute container whose out-of-band switch has so many leads to its firewall, and a managed device on it. */
export const withOutOfBand = (leads: number): AssemblySpec => {
  const plain = computeSpec()
  const at = (id: string): object => ({
    id,
    on: id.slice(0, id.indexOf('.')),
    service: 'copper',
    flow: 'both',
    position_mm: [0, 0, 0],
    termination: 'RJ45',
    rating: { data_rate_gbps: 1 },
  })
  const ways = [
    ...Array.from({ length: leads }, (_, n) => [`swm-01.UP${n}`, `FW1.OOB${n}`] as const),
    ['node-01.OOB', 'swm-01.P1'] as const,
  ]
  const cable = { type: 'Cat 6A S/FTP' }
  return computeSpec({
    ports: [...plain.ports, ...ways.flatMap(([from, to]) => [at(from), at(to)])] as AssemblySpec['ports'],
    connections: [
      ...plain.connections,
      ...ways.map(([from, to], n) => ({ id: `N-${n}`, from, to, description: '', route: 'direct', cable })),
    ] as AssemblySpec['connections'],
  })
}
