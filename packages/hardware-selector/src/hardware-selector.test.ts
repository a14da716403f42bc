import { readFileSync } from 'node:fs'

import type { EdpError } from '@edp/schemas'
import { expect, test } from 'vitest'

import {
  parseAssemblySpec,
  parseAssemblyTopology,
  parseHardwareSelectorMap,
  selectHardware,
} from './index.ts'

const text = readFileSync(new URL('../../../hardware_selector_map.yaml', import.meta.url), 'utf8')
const map = parseHardwareSelectorMap(text)

function problemsOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return (error as EdpError).message
  }
  return ''
}

test('the map of the repository has eleven profiles', () => {
  expect(Object.keys(map.profiles)).toHaveLength(11)
})

test.each([
  ['commercial_no_bess', 'commercial-ac', null, ['CG', 'CD', 'EX-G', 'EX-C']],
  [
    'commercial_ac',
    'commercial-ac',
    'commercial-ac',
    ['CG', 'BG-AC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C'],
  ],
  [
    'commercial_dc_ext',
    'commercial-dc',
    'commercial-dc',
    ['CG', 'BG-DC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C'],
  ],
  [
    'commercial_dc_int',
    'commercial-dc',
    'commercial-dc',
    ['CG', 'BG-DC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C'],
  ],
  ['federal_no_bess', 'federal-ac', null, ['CG', 'CD', 'EX-G', 'EX-C']],
  ['federal_ac', 'federal-ac', 'federal-ac', ['CG', 'BG-AC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C']],
  [
    'federal_dc_ext',
    'federal-dc',
    'federal-dc',
    ['CG', 'BG-DC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C'],
  ],
  [
    'federal_dc_int',
    'federal-dc',
    'federal-dc',
    ['CG', 'BG-DC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C'],
  ],
  ['dod_no_bess', 'defense-ac', null, ['CG', 'CD', 'EX-G', 'EX-C']],
  ['dod_ac', 'defense-ac', 'defense-ac', ['CG', 'BG-AC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C']],
  ['dod_dc_ext', 'defense-dc', 'defense-dc', ['CG', 'BG-DC', 'CD', 'EX-G', 'EX-L', 'EX-F', 'EX-N', 'EX-C']],
] as const)('%s selects %s', (profile, compute, grid, plates) => {
  const selection = selectHardware(map, profile)
  expect(selection.compute_container.step).toBe(
    `s3://arcnode-artifacts/assemblies/compute-container/${compute}/assembly.step`,
  )
  expect(selection.grid_container?.topology_yaml ?? null).toBe(
    grid === null ? null : `s3://arcnode-artifacts/assemblies/grid-container/${grid}/topology.yaml`,
  )
  expect(selection.interface_plates.map((plate) => plate.id)).toEqual(plates)
})

test('every problem of a map is named at once', () => {
  const broken = text
    .replace('commercial_no_bess:', 'unknown_profile:')
    .replaceAll('s3://arcnode-artifacts/plates/CG/v1/plate.step', 'http://example.com/plate.step')
  const message = problemsOf(() => parseHardwareSelectorMap(broken))
  expect(message).toContain('commercial_no_bess')
  expect(message).toContain('unknown_profile')
  expect(message).toContain('expected s3://{bucket}/{key}')
})

test('a key that stands twice is an error with its line', () => {
  expect(problemsOf(() => parseHardwareSelectorMap('profiles: {}\nprofiles: {}\n'))).toContain('unique')
})

test('an alias bomb is refused', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
  ).join('\n')
  expect(problemsOf(() => parseHardwareSelectorMap(`a0: &a0 [x]\n${bomb}\n`))).toContain('too many aliases')
})

test('a key that leads out of the bucket is refused', () => {
  const broken = text.replace('plates/CG/v1/plate.step', 'plates/../../etc/passwd')
  expect(problemsOf(() => parseHardwareSelectorMap(broken))).toContain('expected s3://')
})

test('a tag that stands twice in a topology is named', () => {
  const device =
    '{ tag: a, device_type: t, description: d, host: h, port: 1, protocol_config: { protocol: modbus_tcp, unit_id: 1, point_maps: [] } }'
  const topology = `schema: edp.assembly.topology/1\nassembly_id: x\nassembly_version: 1.0.0\nstatus: example\ndevices:\n  - ${device}\n  - ${device}\n`
  expect(problemsOf(() => parseAssemblyTopology(topology, 'topology.yaml'))).toContain(
    'tag of device 0 again',
  )
})

const specText = readFileSync(
  new URL(
    '../../../examples/catalogue/assemblies/compute-container/commercial-ac/spec.yaml',
    import.meta.url,
  ),
  'utf8',
)

test('a spec of the example catalogue is in order', () => {
  expect(parseAssemblySpec(specText, 'spec.yaml').role).toBe('compute_container')
})

test.each([
  ['to: MDP.IN-A', 'to: MDP.NOWHERE', 'no port MDP.NOWHERE'],
  ['on: MDP', 'on: NOTHING', 'no component or plate mount NOTHING'],
  ['dry_declared_kg: ', 'dry_declared_kg: 1', 'shell and components weigh'],
])('a spec with %s broken names it', (from, to, expected) => {
  expect(problemsOf(() => parseAssemblySpec(specText.replace(from, to), 'spec.yaml'))).toContain(expected)
})

type Changed = ReturnType<typeof parseAssemblySpec>

const FAULTS: readonly [name: string, change: (spec: Changed) => void, expected: RegExp][] = [
  [
    'component id twice',
    (s) => s.components.push({ ...s.components[0]!, mass_kg: 0 }),
    /stands twice, expected once/,
  ],
  [
    'component outside the envelope',
    (s) => (s.components.find((c) => c.origin_mm !== undefined)!.origin_mm = [99_000, 0, 0]),
    /leaves the envelope: length/,
  ],
  [
    'module heavier than it may be',
    (s) => (s.mass.gross_max_kg = s.mass.dry_declared_kg),
    /expected at most/,
  ],
  ['position that is a component', (s) => (s.positions[0]!.id = 'MDP'), /MDP is a component already/],
  ['position twice', (s) => s.positions.push(s.positions[0]!), /stands twice, expected once/],
  [
    'position beyond the envelope',
    (s) => (s.positions[0]!.origin_mm = [99_000, 0, 0]),
    /leaves the envelope, expected/,
  ],
  ['opening beyond its wall', (s) => (s.openings[0]!.centre_mm = [0, 99_000]), /leaves wall/],
  ['plate mount beyond its wall', (s) => (s.plate_mounts[0]!.centre_mm = [99_000, 0]), /leaves wall/],
  ['plate that nothing passes', (s) => (s.plate_mounts[0]!.plate_id = 'XX'), /no port passes plate XX/],
  [
    'port whose cable enters by a plate that is not there',
    (s) => (s.ports[0]!.entry = { plate_id: 'YY', slot: 'P', slots_count: 1, cables_count: 1 }),
    /no plate mount of YY/,
  ],
  ['port id twice', (s) => s.ports.push(s.ports[0]!), /stands twice, expected once/],
  ['yard port on a component', (s) => (s.yard[0]!.ports[0]!.on = 'MDP'), /no component or plate mount MDP/],
  ['connection id twice', (s) => s.connections.push(s.connections[0]!), /stands twice, expected once/],
  ['connection to nothing', (s) => (s.connections[0]!.from = 'NOWHERE'), /no port NOWHERE/],
  [
    'hose between electrical ports',
    (s) => {
      const hose = s.connections.find((c) => c.hose !== undefined)!
      const cable = s.connections.find((c) => c.cable !== undefined && c.for_each === undefined)!
      s.connections.push({ ...hose, id: 'WRONG', from: cable.from, to: cable.to, for_each: undefined })
    },
    /WRONG carries power_lv, expected a cable/,
  ],
  ['line of an unknown component', (s) => (s.bom[0]!.component = 'NOTHING'), /no component NOTHING/],
  ['line inside itself', (s) => (s.bom[0]!.parent = s.bom[0]!.line_id), /no line .* to contain it/],
]

test.each(FAULTS)('a spec with a %s is refused', (_name, change, expected) => {
  const spec = structuredClone(parseAssemblySpec(specText, 'spec.yaml'))
  change(spec)
  // JSON is YAML
  expect(problemsOf(() => parseAssemblySpec(JSON.stringify(spec), 'spec.yaml'))).toMatch(expected)
})

test('all faults of a spec are told at once', () => {
  const spec = structuredClone(parseAssemblySpec(specText, 'spec.yaml'))
  for (const [name, change] of FAULTS) if (name !== 'component outside the envelope') change(spec)
  const told = problemsOf(() => parseAssemblySpec(JSON.stringify(spec), 'spec.yaml'))
  for (const expected of [/expected at most/, /leaves wall/, /no port NOWHERE/, /no component NOTHING/])
    expect(told).toMatch(expected)
})
