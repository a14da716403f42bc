import { compareText, type AssemblySpec, type ClimateZone, type ModuleResolution } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { COOLING_LIMITS } from '../../test/cooling-fixture.ts'
import { CORE_KW } from '../loads/core-power.ts'
import { SPINE_KW } from '../loads/spine-power.ts'
import { CLIMATE } from './climate-table.ts'
import { hasLine, lineOf } from './cooling-lines.ts'
import { expansionVessel } from './expansion-vessel.ts'
import { glycolFor, GLYCOL } from './glycol-table.ts'
import { hostedHeat, type Hosted } from './hosted-heat.ts'
import { pipeFor, pipeOf } from './pipe-table.ts'
import { pipeFlow } from './pressure-drop.ts'
import { sizeCooling, type CoolingDesign } from './size-cooling.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']
const NODE_KW = { h100_sxm: 71.4, b200: 100.1 } as const
const NETWORK_KW = 10.1

const at = (id: string, kind: string, x: number, size: number): AssemblySpec['components'][number] => ({
  id,
  kind,
  origin_mm: [x, 100, 0],
  size_mm: [size, 1000, 2000],
  mass_kg: 1,
  description: `${kind} ${id}`,
})
const SPEC = {
  assembly_id: 'compute-test',
  cooling: COOLING_LIMITS,
  openings: [],
  components: [
    at('R1', 'rack', 0, 800),
    at('R2', 'rack', 900, 800),
    at('node-01', 'node', 50, 450),
    at('node-02', 'node', 950, 450),
    at('STO', 'node', 950, 450),
  ],
  connections: [],
  ports: [
    { id: 'CD.S1', on: 'CD', dn: 50, interface: { plate_id: 'CD', slot: 'S1', with: 'heat_rejection_unit' } },
    { id: 'node-01.CI', on: 'node-01', dn: 16 },
    { id: 'node-02.CI', on: 'node-02', dn: 16 },
  ].map(({ dn, ...port }) => ({
    ...port,
    service: 'coolant_supply',
    flow: 'in',
    position_mm: [0, 0, 0],
    termination: '',
    rating: { dn },
  })),
} as unknown as AssemblySpec

function sized(
  zone: ClimateZone,
  gpu: keyof typeof NODE_KW = 'b200',
  containers = 1,
  spec = SPEC,
  hosted: Hosted = { spines: [], grid: null },
): CoolingDesign {
  return sizeCooling({
    cables: [],
    hosted,
    resolution: { climate_zone: zone, compute_container_count: containers } as ModuleResolution,
    spec,
    node_kw: NODE_KW[gpu],
    network_kw: NETWORK_KW,
  })
}

describe('CO-SET-01: setpoints by climate zone', () => {
  test.each([
    ['subarctic', 35, 38],
    ['temperate', 33, 36],
    ['arid_hot', 36, 40],
    ['tropical', 36, 40],
  ] as const)('%s: facility %d, technology %d degC', (zone, facility, technology) => {
    const { cooling } = sized(zone)
    expect([cooling.facility_supply_c, cooling.technology_supply_c]).toEqual([facility, technology])
    expect([cooling.facility_return_c, cooling.technology_return_c]).toEqual([facility + 10, technology + 10])
  })

  test.each(ZONES)('%s: air on the coil + 7 K + 3 K, above dew point + 3 K, at most 43 degC', (zone) => {
    const c = CLIMATE[zone]
    const air = c.adiabatic ? c.dry_bulb_c - 0.8 * (c.dry_bulb_c - c.wet_bulb_c) : c.dry_bulb_c
    expect(c.facility_supply_c).toBeGreaterThanOrEqual(Math.round(air + 7) - 0.5)
    expect(c.technology_supply_c).toBeGreaterThanOrEqual(c.facility_supply_c + 3)
    expect(c.technology_supply_c).toBeGreaterThanOrEqual(c.dew_point_c + 3)
    expect(c.technology_supply_c).toBeLessThanOrEqual(43)
  })
})

describe('CO-FREEZE-01: freeze rule', () => {
  test.each([
    [-40, 55, false],
    [-12, 35, true],
    [-3, 25, true],
    [15, 25, true],
    [-27, 50, true],
  ])('extreme low %d degC takes PG%d', (low, pct, protects) => {
    expect(glycolFor(low)).toMatchObject({ glycol: { vol_pct: pct }, protects })
  })

  test('only the subarctic site needs heat tracing, and says so', () => {
    expect(ZONES.filter((zone) => sized(zone).cooling.heat_trace_required)).toEqual(['subarctic'])
    expect(sized('subarctic').findings.map((f) => f.code)).toContain('COOL-003')
  })

  test('a richer mixture freezes lower', () => {
    const freezing = GLYCOL.map((g) => g.freeze_c)
    expect(freezing).toEqual([...freezing].sort((a, b) => b - a))
  })
})

describe('CO-FLOW-01 and CO-PIPE-01: flow and pipes', () => {
  test('PG25 at 10 K takes 1.499 L/min per kW', () => {
    const { cooling } = sized('temperate')
    const { density_kg_m3, specific_heat_kj_kgk } = cooling.technology_coolant
    expect(60 / ((density_kg_m3 / 1000) * specific_heat_kj_kgk * 10)).toBeCloseTo(1.499, 3)
  })

  test.each([
    ['h100_sxm', 64.3, 31, 96],
    ['b200', 90.1, 38.1, 135],
  ] as const)('%s: %d kW to liquid, %d kW to air, %d L/min', (gpu, liquid, air, flow) => {
    const { cooling } = sized('temperate', gpu)
    expect([cooling.liquid_heat_kw, cooling.air_heat_kw, cooling.technology_flow_lpm]).toEqual([
      liquid,
      air,
      flow,
    ])
  })

  test.each(ZONES)(
    '%s: DN50 mains, DN65 outdoors from 50 %% glycol, the plate of the catalogue inside',
    (zone) => {
      for (const gpu of ['h100_sxm', 'b200'] as const) {
        const { lines } = sized(zone, gpu).cooling
        const outdoors = zone === 'subarctic' ? 65 : 50
        const sizes = ['101', '102', '103', '104', '105', '107', '201', '204', '210'].map(
          (sequence) => lineOf(lines, sequence).dn,
        )
        expect(sizes).toEqual([outdoors, outdoors, 50, 50, outdoors, outdoors, 50, 50, 16])
      }
    },
  )

  test('an assembly that names no sizes is designed as outdoors and has no lines to its nodes', () => {
    const bare = { ...SPEC, ports: SPEC.ports.map((port) => ({ ...port, rating: {} })) }
    const { lines } = sized('subarctic', 'b200', 1, bare).cooling
    expect(['103', '104', '201'].map((sequence) => lineOf(lines, sequence).dn)).toEqual([65, 65, 50])
    expect(hasLine(lines, '210')).toBe(false)
  })

  test('a hose has the bore of its size, a pipe that of its table', () => {
    const { lines } = sized('subarctic').cooling
    const bores = ['101', '107', '103'].map((sequence) => lineOf(lines, sequence).inner_diameter_mm)
    expect(bores).toEqual([65, 72.1, 56.3])
  })

  test('Haaland: DN50, 135 L/min of PG25 lose 178 Pa/m at Re 37,279', () => {
    const flow = pipeFlow(135, pipeOf(50).inner_diameter_mm, sized('temperate').cooling.technology_coolant)
    expect(Math.round(flow.pressure_drop_pa_per_m)).toBe(178)
    expect(Math.abs(flow.reynolds / 37_279 - 1)).toBeLessThan(0.001)
    expect(flow.velocity_m_s).toBeCloseTo(0.9, 2)
  })

  test('pipes: the smallest that carries the flow, none above the table', () => {
    expect(pipeFor(96, 25).dn).toBe(40)
    expect(pipeFor(180, 25).dn).toBe(65)
    expect(() => pipeFor(9000, 25)).toThrow('no pipe')
  })
})

describe('CO-EXP-01 and CO-PUMP-01: vessels, relief, pumps', () => {
  test.each([
    [120, 2.2, 1, 2, 18],
    [120, 2.2, 1.5, 3, 18],
    [250, 5, 1, 3, 35],
    [250, 3, 1, 3, 25],
  ])('expansion vessel of %d L at %d %%', (volume_l, expansion_pct, initial_bar, final_bar, nominal) => {
    expect(expansionVessel({ volume_l, expansion_pct, initial_bar, final_bar }).nominal_l).toBe(nominal)
  })

  test('relief 2.5 and 6.0 bar; pump head 249 kPa, 1.06 kW shaft with the side stream, 2.2 kW motor', () => {
    const { cooling } = sized('temperate')
    expect([cooling.technology_relief_bar, cooling.facility_relief_bar]).toEqual([2.5, 6])
    expect(cooling.pump_head_kpa).toBe(249)
    expect(cooling.pump_shaft_kw).toBeCloseTo(1.06, 2)
    expect(cooling.pump_motor_kw).toBe(2.2)
  })

  test.each([
    ['temperate', 166, 2.2],
    ['tropical', 216, 2.2],
  ] as const)('%s: facility pump head %d kPa from its losses, %d kW motor', (zone, head, motor) => {
    const { cooling } = sized(zone)
    expect([cooling.facility_pump_head_kpa, cooling.facility_pump_motor_kw]).toEqual([head, motor])
  })

  test('technology pumps trip above what the hot loop reaches and below its design pressure', () => {
    const { cooling } = sized('temperate')
    const hot_bar = 2 + (cooling.pump_head_kpa - 40) / 100
    const [alarm = 0, trip = 0] = limitsOf(cooling, 'PT-201')
    const design = cooling.lines.find((l) => l.service === 'TCSS')?.design_pressure_bar ?? 0
    expect(alarm).toBeGreaterThan(hot_bar)
    expect(trip).toBeGreaterThan(alarm)
    expect(trip).toBeLessThan(design)
  })

  test('three air units of 20 kW carry the residual heat with one to spare', () => {
    const { cooling, findings } = sized('temperate')
    expect(cooling.air_units_count).toBe(3)
    expect((cooling.air_units_count - 1) * cooling.air_unit_kw).toBeGreaterThanOrEqual(cooling.air_heat_kw)
    expect(findings.map((f) => f.code)).not.toContain('COOL-002')
  })
})

describe('lists', () => {
  test.each(ZONES)('%s: tags and line numbers are unique and refer to each other', (zone) => {
    const { lines, equipment, valves, instruments } = sized(zone).cooling
    const numbers = lines.map((l) => l.line_no)
    const tags = [...equipment, ...valves, ...instruments].map((x) => x.tag)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(tags).size).toBe(tags.length)
    for (const item of [...valves, ...instruments])
      if (item.line_no !== null) expect(numbers).toContain(item.line_no)
    for (const number of numbers)
      expect(number).toMatch(
        /^DN\d+-(TCSS|TCSR|FWSS|FWSR|GF|DR|MW|CON)-[123]\{c\}\d\d-(SS1A|HS1A|PE1A)-(N|IH)-(N|ET)$/,
      )
    expect([...numbers].sort((a, b) => compareText(a.split('-')[2] ?? '', b.split('-')[2] ?? ''))).toEqual(
      numbers,
    )
  })

  test.each([
    [
      'subarctic',
      ['HV-108', 'HV-109', 'LSH-101', 'LSL-101', 'NRV-103', 'P-103', 'TCV-102', 'TT-111', 'V-101'],
    ],
    ['temperate', ['BFP-102', 'DV-103', 'HV-107', 'PSL-103', 'XV-103']],
    ['tropical', ['BFP-102', 'CH-101', 'DV-103', 'FSL-101', 'HV-107', 'PSL-103', 'XV-103']],
  ] as const)('%s adds only its own equipment', (zone, own) => {
    const common = new Set(ZONES.flatMap((z) => [tagsOf(z)]).reduce((a, b) => a.filter((t) => b.includes(t))))
    expect(
      tagsOf(zone)
        .filter((t) => !common.has(t))
        .sort(compareText),
    ).toEqual(own)
  })

  test.each(ZONES)('%s: every interlock has an initiator and acts on tags of the lists', (zone) => {
    const { interlocks, instruments, valves, equipment } = sized(zone).cooling
    const tags = new Set([...valves, ...equipment, ...instruments].map((x) => x.tag))
    expect(interlocks.map((i) => i.number)).toEqual([...new Set(interlocks.map((i) => i.number))])
    for (const { number, action, acts_on } of interlocks) {
      const initiators = instruments.filter((i) => i.trips.some((trip) => trip.interlock === number))
      expect(initiators.length, number).toBeGreaterThan(0)
      expect(action).not.toBe('')
      for (const initiator of initiators) expect(initiator.action).toMatch(new RegExp(`: ${number}\\b`))
      expect(acts_on.filter((tag) => !tags.has(tag))).toEqual([])
    }
    const numbers = new Set(interlocks.map((i) => i.number))
    expect(instruments.flatMap((i) => i.trips).filter((trip) => !numbers.has(trip.interlock))).toEqual([])
  })

  test('design data: outdoor parts reach the extreme low, tanks are open, air units have none', () => {
    const { equipment, lines } = sized('subarctic').cooling
    const of = (tag: string): unknown[] => {
      const item = equipment.find((e) => e.tag === tag)
      return [item?.design_pressure_bar, item?.design_min_c, item?.design_max_c]
    }
    expect(of('AC-101')).toEqual([10, -40, 70])
    expect(of('HX-201')).toEqual([6, -40, 70])
    expect(of('V-101')).toEqual([0, -40, 70])
    expect(of('CRAC-301A')).toEqual([null, null, null])
    const lowest = (fluid: string): unknown[] => [
      ...new Set(lines.filter((l) => l.fluid === fluid).map((l) => l.design_min_c)),
    ]
    expect([lowest('PG55'), lowest('PG25')]).toEqual([[-40], [0]])
  })

  test('a leak closes, cooling fails open', () => {
    for (const valve of sized('subarctic').cooling.valves) {
      if (valve.kind === 'motorised') expect(valve.fail_position).toBe('FC')
      if (valve.kind === 'control') expect(valve.fail_position).toBe('FO')
      if (valve.kind === 'three_way') expect(valve.fail_position).toBe('FB')
    }
  })

  test('alarms follow the setpoint and the flow', () => {
    const { instruments } = sized('temperate').cooling
    expect(instruments.find((i) => i.tag === 'TT-201')).toMatchObject({
      setpoint: '36 degC',
      alarms: 'H 39, HH 45 degC, L the higher of dew point + 2 K and 8 degC, LL 5 degC',
    })
    expect(instruments.find((i) => i.tag === 'FT-201')).toMatchObject({ alarms: 'L 115, LL 95 L/min' })
  })

  test('liquid-cooled nodes stand in the rack whose footprint holds them; air-cooled ones are left out', () => {
    const nodes = sized('temperate').cooling.equipment.filter((e) => e.kind === 'node')
    expect(nodes.map((n) => [n.tag, n.description])).toEqual([
      ['node-01', 'node node-01, rack R1'],
      ['node-02', 'node node-02, rack R2'],
    ])
  })
})

describe('site totals and findings', () => {
  test('totals are linear in the containers', () => {
    const one = sized('temperate').cooling
    const many = sized('temperate', 'b200', 2000).cooling
    expect(one.site_glycol_l).toBe(118) // 120 x 25 % + 250 x 35 %, rounded
    expect(many.site_glycol_l).toBe(235_000)
    expect(many.site_coolant_l).toBe(740_000)
    expect(many.site_heat_kw).toBeCloseTo(2000 * (100.1 + 10.1 + 3), 0)
  })

  test('spines and core rack that compute containers hold are heat of the site, in grid containers they are not', () => {
    const hosted = { spines: [2, 1], grid: null }
    const [first = 0, second = 0] = hostedHeat(hosted)
    expect(first).toBeCloseTo(2 * SPINE_KW + CORE_KW, 1)
    expect(second).toBeCloseTo(SPINE_KW, 1)
    expect(hostedHeat({ ...hosted, grid: SPEC })).toEqual([])
    const alone = sized('temperate').cooling
    const { cooling } = sized('temperate', 'b200', 1, SPEC, hosted)
    expect(cooling.site_heat_kw).toBeCloseTo(alone.site_heat_kw + first + second, 1)
    expect(cooling.air_heat_kw).toBe(alone.air_heat_kw)
  })

  test('a CDU too small is a critical finding', () => {
    const spec = { ...SPEC, cooling: { ...SPEC.cooling!, cdu_heat_kw: 80 } }
    expect(sized('temperate', 'b200', 1, spec).findings).toContainEqual(
      expect.objectContaining({ code: 'COOL-001', severity: 'critical' }),
    )
  })

  test('an assembly without cooling data fails and names the field', () => {
    const spec = Object.fromEntries(Object.entries(SPEC).filter(([key]) => key !== 'cooling'))
    expect(() => sized('temperate', 'b200', 1, spec as unknown as AssemblySpec)).toThrow(
      /cooling: field required/,
    )
  })
})

/** Alarm and trip of an instrument, in its unit. */
function limitsOf({ instruments }: CoolingDesign['cooling'], tag: string): number[] {
  const alarms = instruments.find((i) => i.tag === tag)?.alarms ?? ''
  return [...alarms.matchAll(/\bHH? ([\d.]+)/g)].map(([, value]) => Number(value))
}

function tagsOf(zone: ClimateZone): string[] {
  const { equipment, valves, instruments } = sized(zone).cooling
  return [...equipment, ...valves, ...instruments].map((x) => x.tag)
}
