import type { AssemblySpec } from '@edp/schemas'

import { computeSpec } from './compute-fixture.ts'
import { gridSpec } from './grid-fixture.ts'

/** A grid container whose core rack is fed from a UPS and from what else. */
export const withCoreWays = (a: string, b: string): AssemblySpec => {
  const spec = gridSpec()
  const at = (id: string, flow: 'in' | 'out'): object => ({
    id,
    on: id.slice(0, id.indexOf('.')),
    service: 'power_lv',
    flow,
    position_mm: [0, 0, 0],
    termination: 'terminal',
    rating: { voltage_v: 240, phases_count: 1 },
  })
  const ways = [
    [`${a}.EMSA`, 'EMS.PA'],
    [`${b}.EMSB`, 'EMS.PB'],
  ] as const
  const ups = { kind: 'ups', voltage: '480 V - 240 V', rated_kva: 5 }
  const cable = { type: 'TC-ER', cores_count: 3, size_mm2: 3.31, current_a: 12 }
  return gridSpec({
    components: [
      ...spec.components,
      { id: 'ups-01', kind: 'panel', mass_kg: 1, description: 'UPS', electrical: ups },
    ],
    ports: [...spec.ports, ...ways.flatMap(([from, to]) => [at(from, 'out'), at(to, 'in')])],
    connections: ways.map(([from, to]) => ({ id: from, from, to, description: '', route: 'tray', cable })),
  })
}

/** A node with three cords from each PDU of its rack, both PDUs on one board. */
export const withRack = (board: string): AssemblySpec => {
  const at = (id: string, on: string, flow: 'in' | 'out', system?: 'A' | 'B'): object => ({
    id,
    on,
    service: 'power_lv',
    flow,
    position_mm: [0, 0, 0],
    termination: 'terminal',
    rating: { voltage_v: 415, phases_count: 3 },
    ...(system === undefined ? {} : { system }),
  })
  const wire = (id: string, from: string, to: string, runs_count = 1): object => ({
    id,
    from,
    to,
    description: id,
    route: 'direct',
    cable: { type: 'TC-ER', cores_count: 5, size_mm2: 13.3, current_a: 16, runs_count },
  })
  const systems = ['A', 'B'] as const
  return computeSpec({
    ports: [
      ...computeSpec().ports,
      ...systems.flatMap((s) => [
        at(`${board}.Q${s}`, board, 'out', s),
        at(`pdu-${s}.IN`, `pdu-${s}`, 'in', s),
        at(`pdu-${s}.OUT`, `pdu-${s}`, 'out', s),
        at(`node-01.P${s}`, 'node-01', 'in', s),
      ]),
    ],
    connections: [
      ...computeSpec().connections,
      ...systems.flatMap((s) => [
        wire(`W-R${s}`, `${board}.Q${s}`, `pdu-${s}.IN`),
        wire(`W-N${s}`, `pdu-${s}.OUT`, `node-01.P${s}`, 3),
      ]),
    ],
  })
}
