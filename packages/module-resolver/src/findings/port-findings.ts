import type { AssemblyPort, Connection, Endpoint, Finding } from '@edp/schemas'

import { cablesThrough } from '../connections/plate-entries.ts'
import { portKey } from '../connections/ports.ts'
import { expand } from '../site/expand-repeats.ts'
import { many } from './cable-findings.ts'
import { finding } from './checks.ts'
import { counted, plural } from './counted.ts'
import type { FindingsInput } from './findings-input.ts'

type Rating = AssemblyPort['rating']

/** Connections against the ratings that the catalogue gives the ports at their ends: current, poles of each circuit, cables. */
export function portFindings(input: FindingsInput): Finding[] {
  const ports = outwardPorts(input)
  const circuits = circuitsOf(input)
  const ofEnds = ({ from, to }: Connection): Rating[] =>
    [from, to].flatMap((end) => ports.get(portKey(kindOf(end), end.port))?.rating ?? [])
  const count = ({ connection_id }: Connection): number => circuits.get(connection_id) ?? 1
  const above = input.connections.filter((connection) => {
    const each = (connection.power?.design_current_a ?? 0) / count(connection)
    return ofEnds(connection).some(({ current_a = Infinity }) => each > current_a)
  })
  const tied = input.connections.filter((connection) =>
    ofEnds(connection).some(({ circuits_count = 1 }) => count(connection) > circuits_count),
  )
  return [
    ...many(
      'EL-008',
      above,
      (n, worst) =>
        `${counted(n, 'connection')} ${plural(n, 'carries', 'carry')} more than the port of the catalogue is rated for, the largest ${worst} A.`,
      (c) => c.power?.design_current_a ?? 0,
      {},
    ),
    ...tiedFindings(tied, count),
    ...crowdedFindings(input, ofEnds),
    ...entryFindings(input, ports),
  ]
}

function tiedFindings(tied: readonly Connection[], count: (of: Connection) => number): Finding[] {
  if (tied.length === 0) return []
  const most = Math.max(...tied.map(count))
  return [
    finding(
      'PLATE-002',
      `Up to ${most} circuits arrive at one position of a plate, which has poles for fewer: ${counted(tied.length, 'connection')} of batteries ${plural(tied.length, 'is', 'are')} concerned.`,
      tied.map((c) => c.connection_id),
      { connections: tied.length, circuits: most },
    ),
  ]
}

/** Positions of plates where more cables arrive than they take; trunks of the compute fabric have a finding of their own. */
function crowdedFindings({ connections }: FindingsInput, ofEnds: (of: Connection) => Rating[]): Finding[] {
  const crowded = connections.flatMap((connection) => {
    const takes = Math.min(...ofEnds(connection).map(({ cables_count = Infinity }) => cables_count))
    const cables = cablesThrough(connection)
    return connection.service === 'fibre' || cables <= takes ? [] : [{ connection, cables, takes }]
  })
  const [worst] = crowded.toSorted((a, b) => b.cables - b.takes - a.cables + a.takes)
  if (worst === undefined) return []
  const { connection, cables, takes } = worst
  const { plate_id, slot } = connection.to.plate_id === null ? connection.from : connection.to
  return [
    finding(
      'PLATE-004',
      `${counted(crowded.length, 'connection')} ${plural(crowded.length, 'has', 'have')} more cables than ${plural(crowded.length, 'its position', 'their positions')} of the plates ${plural(crowded.length, 'takes', 'take')}: ${cables} arrive at ${slot ?? ''} of plate ${plate_id ?? ''}, which takes ${takes}.`,
      crowded.map((found) => found.connection.connection_id),
      { connections: crowded.length, cables, cables_taken: takes },
    ),
  ]
}

/** Plates of a module whose transits are more than full: the slot of a cable has a number that they do not reach. */
function entryFindings({ connections }: FindingsInput, ports: ReadonlyMap<string, AssemblyPort>): Finding[] {
  const beyond = connections.flatMap((connection) =>
    [connection.from, connection.to].flatMap((end) => {
      const entry = ports.get(portKey(kindOf(end), end.port))?.entry
      const number = Number(/\d+$/.exec(end.slot ?? '')?.[0] ?? 0)
      return entry !== undefined && number > entry.slots_count ? [{ entry, number, end }] : []
    }),
  )
  const [worst] = beyond.toSorted((a, b) => b.number - b.entry.slots_count - a.number + a.entry.slots_count)
  if (worst === undefined) return []
  const { entry, number } = worst
  return [
    finding(
      'PLATE-003',
      `The cables of a block need ${number} transits ${entry.slot} of plate ${entry.plate_id}, which has ${entry.slots_count} for ${entry.cables_count} cables each.`,
      [...new Set(beyond.map(({ end }) => end.designation))],
      { transits: number, transits_built: entry.slots_count },
    ),
  ]
}

/** All ports that lead out of their module, by kind of module and port. */
function outwardPorts({ compute, grid }: FindingsInput): ReadonlyMap<string, AssemblyPort> {
  const specs = grid === null ? [compute] : [compute, grid]
  const owners = specs.flatMap((spec) => [{ kind: spec.role, ports: spec.ports }, ...spec.yard])
  return new Map(
    owners.flatMap(({ kind, ports }) =>
      expand(ports, 'array')
        .filter((port) => port.interface !== undefined)
        .map((port) => [portKey(kind, port.id), port] as const),
    ),
  )
}

/** Circuits of the DC connections of batteries: each has fuses of its own. */
function circuitsOf({ electrical }: FindingsInput): ReadonlyMap<string, number> {
  const units = electrical.blocks.flatMap((b) => b.bess_branches.flatMap((branch) => branch.units))
  return new Map(
    units.flatMap(({ dc, power_connection_ids }) =>
      dc === null ? [] : power_connection_ids.map((id) => [id, dc.circuits_count] as const),
    ),
  )
}

const kindOf = ({ module_id }: Endpoint): string => module_id.replace(/_\d+$/, '')
