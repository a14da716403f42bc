import { readFileSync } from 'node:fs'

import { parseAssemblySpec } from '@edp/hardware-selector'
import type { AssemblySpec } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { specTexts } from './spec-texts.ts'

/** The transformer of the spine racks: its line is an item of the site, because its rating follows the spines. */
const SIZED_BY_DESIGN = ['TX2']

const TEXTS = specTexts()
const committed = (key: string): string =>
  readFileSync(new URL(`../../../../examples/catalogue/${key}`, import.meta.url), 'utf8')

/** Tags that the device topologies use for the same equipment. */
const DEVICES = {
  compute_container: [
    ...['01', '02', '03', '04', '05', '06', '07'].map((n) => `node-${n}`),
    ...['r1a', 'r1b', 'r2a', 'r2b', 'r3a', 'r3b', 'r4a', 'r4b'].map((n) => `pdu-${n}`),
    ...['swl-01', 'swl-02', 'swm-01', 'swo-01', 'cdu-01', 'air-01', 'ups-01', 'mtr-a', 'mtr-b', 'env-01'],
    ...['lkd-01', 'fap-01'],
  ],
  grid_container: [
    ...[
      'rly-pcc',
      'rly-cmp',
      'rly-bess',
      'mtr-rev',
      'mtr-cmp-1',
      'mtr-aux-a',
      'mtr-aux-b',
      ...['xfm-01', 'xfm-02', 'xfm-03', 'xfm-04'],
      'ats-01',
      'gen-01',
    ],
    ...['ups-01', 'swo-01', 'env-01', 'fap-01', 'met-01'],
  ],
} as const

test('six compute and six grid assemblies', () => {
  expect(TEXTS.map(([key]) => key).sort()).toEqual(
    ['compute-container', 'grid-container'].flatMap((kind) =>
      ['commercial-ac', 'commercial-dc', 'defense-ac', 'defense-dc', 'federal-ac', 'federal-dc'].map(
        (name) => `assemblies/${kind}/${name}/spec.yaml`,
      ),
    ),
  )
})

describe.each(TEXTS)('%s', (key, text) => {
  const spec = parseAssemblySpec(text, key)

  test('the committed file is what the script writes', () => {
    expect(committed(key)).toBe(text)
  })

  test('devices of the topology are components', () => {
    const ids = spec.components.map((component) => component.id)
    expect(DEVICES[spec.role].filter((tag) => !ids.includes(tag))).toEqual([])
  })

  test('nothing stands inside something else, except in a rack or on a panel', () => {
    expect(overlaps(spec)).toEqual([])
  })

  test('nothing stands in the way of a personnel door, or beyond the shell', () => {
    const doors = spec.openings.filter(({ kind }) => kind === 'personnel_door')
    for (const { origin_mm, size_mm, id, kind } of spec.components) {
      const [x, y, z] = origin_mm ?? [0, 0, 0]
      const [length = 0, width = 0] = size_mm ?? []
      expect(x + length, id).toBeLessThanOrEqual(spec.envelope.length_mm)
      if (kind === 'tray') continue
      const before = doors.filter(({ wall, centre_mm: [at], size_mm: [across, height] }) => {
        const depth = wall === 'y_max' ? spec.envelope.width_mm - y - width : y
        return x + length > at - across / 2 && x < at + across / 2 && depth < DOOR_DEPTH_MM && z < height
      })
      expect(before.map((door) => `${id} before ${door.id}`)).toEqual([])
    }
  })

  test('every component is in the bill of materials, every line of equipment has a component', () => {
    const covers = (id: string): boolean =>
      spec.bom.some(({ component }) =>
        component?.endsWith('*') === true ? id.startsWith(component.slice(0, -1)) : component === id,
      )
    const ids = spec.components.map((component) => component.id)
    expect(ids.filter((id) => !covers(id) && !SIZED_BY_DESIGN.includes(id))).toEqual([])
  })

  test('quantity of a line is the number of its components', () => {
    const counted = ['node-*', 'pdu-*', 'air-*', 'MF-*', 'AC*']
    // Transceivers are ordered by the ports of what they are plugged into.
    for (const line of spec.bom.filter(
      ({ component, description }) =>
        component !== null && counted.includes(component) && !description.startsWith('Optical transceiver'),
    )) {
      const prefix = String(line.component).slice(0, -1)
      expect([line.line_id, line.quantity]).toEqual([
        line.line_id,
        spec.components.filter((component) => component.id.startsWith(prefix)).length,
      ])
    }
  })

  test('manufacturer and number stand together, and only where a public source names the product', () => {
    const named = spec.bom.filter((line) => line.manufacturer !== null || line.mpn !== null)
    expect(named.map((line) => `${String(line.manufacturer)} ${String(line.mpn)}`).sort()).toEqual(
      spec.role === 'compute_container'
        ? ['NVIDIA QM9700', 'NVIDIA SN2201', 'NVIDIA SN5600']
        : ['NVIDIA SN2201'],
    )
  })
})

test('a type of cable that names its voltage has it as its rating', () => {
  const rated = TEXTS.flatMap(([key, text]) => parseAssemblySpec(text, key).connections).flatMap(
    ({ cable }): [string, number | undefined][] =>
      cable === undefined || !/ V\b/.test(cable.type) ? [] : [[cable.type, cable.voltage_rating_v]],
  )
  expect(rated.length).toBeGreaterThan(300)
  expect(rated.filter(([type, volts]) => !type.includes(` ${volts} V`))).toEqual([])
})

test('docs/conventions.md lists the ports that lead outside', () => {
  const conventions = readFileSync(new URL('../../../../docs/conventions.md', import.meta.url), 'utf8')
  const outward = TEXTS.flatMap(([key, text]) => {
    const spec = parseAssemblySpec(text, key)
    return [...spec.ports, ...spec.yard.flatMap((unit) => unit.ports)].filter(
      (port) => port.interface !== undefined,
    )
  }).map((port) => port.id.replace(/^(CG\{n:02\})\..*/, '$1.PA'))
  expect(outward.length).toBeGreaterThan(100)
  expect([...new Set(outward)].filter((id) => !conventions.includes(`\`${id}\``))).toEqual([])
})

test('a defense assembly names no battery maker that section 154 excludes', () => {
  for (const [key, text] of TEXTS.filter(([name]) => name.includes('grid-container/defense'))) {
    const units = parseAssemblySpec(text, key).bess_units ?? []
    expect(units.length).toBeGreaterThan(0)
    expect(units.map((unit) => unit.manufacturer)).toEqual(units.map(() => 'LG Energy Solution'))
  }
})

/** Free floor before a personnel door, mm. Source: design choice. */
const DOOR_DEPTH_MM = 800

/** Pairs of components and positions whose boxes overlap by more than a millimetre. */
function overlaps(spec: AssemblySpec): string[] {
  const inside = new Set(['node', 'switch', 'rack_pdu'])
  const solids = [
    ...spec.components.filter(
      ({ kind, size_mm, origin_mm }) => size_mm?.length === 3 && origin_mm !== undefined && !inside.has(kind),
    ),
    ...spec.positions,
  ]
  return solids.flatMap((a, index) =>
    solids.slice(index + 1).flatMap((b) => {
      const common = [0, 1, 2].map((axis) => {
        const [a0 = 0, b0 = 0] = [a.origin_mm?.[axis], b.origin_mm?.[axis]]
        const [a1, b1] = [a0 + (a.size_mm?.[axis] ?? 0), b0 + (b.size_mm?.[axis] ?? 0)]
        return Math.min(a1, b1) - Math.max(a0, b0)
      })
      return Math.min(...common) > 1 ? [`${a.id} and ${b.id}`] : []
    }),
  )
}
