import type { AssemblySpec, Connection, Endpoint, SiteModule } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, exampleSelection, specOf } from '../src/index.ts'

/**
 * Worked by hand from the plan of commercial_ac and spec.yaml of its grid container, which stands with its length north and is placed by
 * its south-west corner. Middles of its plates from there: EX-F 6.8 m and EX-N 11.75 m north on the east side, EX-L 6.4 m north on the west
 * side, EX-G 1.238 m east on the south side; the tray is at 2.65 m.
 */
describe('LE-PLATE-01: cables of G01 past its plates to the device inside', () => {
  const byId = new Map(engineerExample('commercial_ac').connections.map((c) => [c.connection_id, c]))
  const lengthOf = (id: string): Connection['length'] | undefined => byId.get(id)?.length

  test.each([
    // C01 stands 8 m east. EX-F at 1.0 m; LVS has its terminals 0.47 m behind it at 2.37 m.
    ['PL-G01-C01-A01', 8 + 6.8, 0.5, 1.9, 30],
    ['PL-G01-C01-B01', 8 + 6.8, 0.5, 1.9, 30],
    // EX-N at 1.45 m; RLY is 1.5 m south and 0.42 m in, at 2.37 m.
    ['C-G01-C01-01', 19.8, 1.9, 1.5, 37],
    // B01 is 8 m east and 34.66 m south.
    ['PL-G01-B01-X01', 49.5, 0.5, 1.9, 69],
    // The skid is 39.91 m south, EX-G nearer to it than the corner; MVSG is 2.5 m along and 0.605 m aside, at 2.27 m.
    ['PM-G01-K01-01', 47.9, 3.1, 2.1, 70],
    // T01 is 5.6 m west; EX-L at 2.45 m, LVS 0.4 m along and 1.968 m across the aisle.
    ['PL-T01-G01-01', 5.6 + 6.4, 2.4, 0.5, 28],
    // EX-G at 0.9 m.
    ['PM-G01-T01-01', 5.6 + 1.2, 3.1, 2.1, 25],
    ['C-T01-G01-01', 5.6 + 1.2, 3.1, 2.1, 25],
  ])('%s: (%d + %d m of route, 4 + %d m of rise, 6 m) x 1.10 make %i m', (id, plan, inside, rise, cut) => {
    const length = lengthOf(id)
    expect(length?.route_m).toBeCloseTo(plan + inside, 6)
    expect(length?.rise_m).toBeCloseTo(4 + rise, 6)
    expect(length?.cut_m).toBe(cut)
    expect(length?.cut_m).toBe(Math.ceil((plan + inside + 4 + rise + 6) * 1.1))
    expect(length?.basis).toContain('LE-PLATE-01')
  })

  test.each([
    // Fibre panels: 0.35 m and 1.5 m from EX-N, at 1.283 m: 1.2 m up to the tray, 1.37 m down. 41.5 m: the next stocked length is 50 m.
    ['F-G01-C01-A01', 19.8, 1.8, 2.6, 50],
    // ODF in the first rack of the spines: 2.42 m south and 1.47 m in, at 1.634 m. 43.6 m; trunks come in steps of 5 m.
    ['F-G01-C01-X01', 19.8, 3.9, 2.2, 45],
    // C08: 50 m east, (61.8 + 3.9 + 2.2 + 12) x 1.15 = 91.9 m.
    ['F-G01-C08-X01', 61.8, 3.9, 2.2, 100],
    // W01 is 20 m west and 8 m north, EX-G at 0.9 m; the fibre panels are 11.4 m along and 0.26 m aside, at 1.283 m.
    ['F-G01-W01-A01', 28 + 1.2, 11.7, 3.1, 100],
  ])('%s: (%d + %d m of route, %d m of rise, 12 m) x 1.15 take %i m', (id, plan, inside, rise, cut) => {
    const length = lengthOf(id)
    expect(length?.route_m).toBeCloseTo(plan + inside, 6)
    expect(length?.rise_m).toBeCloseTo(6 + rise, 6)
    expect(length?.cut_m).toBe(cut)
    expect((plan + inside + rise + 12) * 1.15).toBeLessThanOrEqual(cut)
  })
})

test('LE-PLATE-01: the working shows the way of each plate and device once', () => {
  const lines = engineerExample('commercial_ac').basis.filter(({ rule_id }) => rule_id === 'LE-PLATE-01')
  const named = new Map(lines.map((line) => [line.quantity, line]))
  expect(named.size).toBe(lines.length)
  expect(named.get('Way inside from plate EX-F to LVS')).toMatchObject({
    value: 2.4,
    unit: 'm',
    inputs: { plate_east_m: 2.44, plate_north_m: 6.8, route_m: 0.5, rise_m: 1.9 },
  })
  expect(named.get('Way inside from plate EX-L to LVS')).toMatchObject({
    value: 2.9,
    inputs: { plate_east_m: 0, plate_north_m: 6.4, route_m: 2.4, rise_m: 0.5 },
  })
  expect(named.has('Way inside from plate EX-G to LVS')).toBe(false)
})

test('LE-PLATE-01: an auxiliary that would lose more than 3 % is a size larger', () => {
  const byId = new Map(engineerExample('dod_dc_ext').connections.map((c) => [c.connection_id, c]))
  const [second, third] = ['PL-G01-B02-X01', 'PL-G01-B03-X01'].map((id) => byId.get(id))
  expect([second?.length.cut_m, second?.cable?.size_awg, second?.power?.voltage_drop_pct]).toEqual([
    104,
    '8',
    2.97,
  ])
  // 8 AWG would lose 2.97 % x 115 / 104 = 3.28 %.
  expect([third?.length.cut_m, third?.cable?.size_awg, third?.power?.voltage_drop_pct]).toEqual([
    115,
    '6',
    2.1,
  ])
})

/** Place of an assembly's point on the site plan, m: x of the assembly points north from its south end, y west from its east side. */
const onPlan = (at: SiteModule, [x, y]: readonly number[]): [number, number] => [
  at.x_m + at.length_m - (y ?? 0) / 1000,
  at.y_m + (x ?? 0) / 1000,
]
const steps = ([ax, ay]: [number, number], [bx, by]: [number, number]): number =>
  Math.abs(ax - bx) + Math.abs(ay - by)

/** Middle of a mounted plate and terminals of a port in the frame of the assembly, mm. */
function placesOf(spec: AssemblySpec, portId: string): { plate: number[]; terminals: readonly number[] } {
  const port = spec.ports.find(({ id }) => new RegExp(`^${id.replace(/\{[^}]*\}/, '\\d+')}$`).test(portId))
  const plate_id = port?.entry?.plate_id ?? port?.interface?.plate_id
  const mount = spec.plate_mounts.find((m) => m.plate_id === plate_id)
  if (port === undefined || mount === undefined) throw new RangeError(`${portId} has no plate`)
  const [along] = mount.centre_mm
  const { width_mm, length_mm } = spec.envelope
  const plate = {
    x_min: [0, along],
    x_max: [length_mm, along],
    y_min: [along, 0],
    y_max: [along, width_mm],
  }[mount.wall]
  return { plate, terminals: port.position_mm }
}

/** 15 ft: what `EL-022` takes for nearest the point of entrance. */
const NEAREST_M = 4.5

const WITH_GRID = EXAMPLE_NAMES.flatMap((name) => {
  const { grid_container } = exampleSelection(name)
  return grid_container === null ? [] : [[name, specOf(grid_container)] as const]
})

test.each(WITH_GRID)(
  '%s: no cable of a grid container is shorter than the plan from where the other module stands to its terminals',
  (name, spec) => {
    const { connections, modules } = engineerExample(name)
    const byId = new Map(modules.map((module) => [module.module_id, module]))
    const rows = connections.flatMap(({ connection_id, from, to, cable, length }) => {
      const isHead = ({ module_id }: Endpoint): boolean => byId.get(module_id)?.kind === 'grid_container'
      const [head, other] = isHead(from) ? [from, to] : [to, from]
      const [at, far] = [byId.get(head.module_id), byId.get(other.module_id)]
      if (cable === null || !isHead(head) || at === undefined) return []
      if (far === undefined || far.kind === 'earth_ring') return []
      const { plate, terminals } = placesOf(spec, head.port)
      const least_m =
        steps([far.x_m, far.y_m], onPlan(at, plate)) + steps(onPlan(at, plate), onPlan(at, terminals))
      return [{ connection_id, route_m: length.route_m, least_m }]
    })
    expect(rows.length).toBeGreaterThan(20)
    // Ways in plan and inside are rounded to 0.1 m each.
    expect(rows.filter(({ route_m, least_m }) => route_m < least_m - 0.15)).toEqual([])
  },
)

test.each(WITH_GRID)(
  '%s: EL-ENTRY-01: every secondary enters by EX-L nearest its main and says how far inside that is',
  (name, spec) => {
    const { connections, basis, electrical, findings } = engineerExample(name)
    const ids = electrical.blocks.flatMap((b) =>
      b.transformers.flatMap((t) => t.secondary_connection_id ?? []),
    )
    expect(ids.length).toBeGreaterThan(0)
    const byId = new Map(connections.map((row) => [row.connection_id, row]))
    for (const row of ids.map((id) => byId.get(id))) {
      expect([row?.to.plate_id, row?.to.slot]).toEqual(['EX-L', expect.stringMatching(/^L[1-4]$/)])
      const { plate, terminals } = placesOf(spec, row?.to.port ?? '')
      const across = steps([plate[0] ?? 0, plate[1] ?? 0], [terminals[0] ?? 0, terminals[1] ?? 0]) / 1000
      expect(across).toBeLessThan(NEAREST_M)
      expect(row?.length.basis).toContain('main 2.9 m behind the point of entrance')
    }
    expect(basis.filter(({ rule_id }) => rule_id === 'EL-ENTRY-01')).toMatchObject([
      { value: 2.9, unit: 'm' },
    ])
    expect(findings.map(({ code }) => code)).not.toContain('EL-022')
  },
)
