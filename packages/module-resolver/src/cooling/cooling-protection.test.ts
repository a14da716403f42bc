import type { AssemblySpec, ClimateZone, Cooling, ModuleResolution } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { COOLING_LIMITS } from '../../test/cooling-fixture.ts'
import { CLIMATE } from './climate-table.ts'
import { lineOf } from './cooling-lines.ts'
import { dryCapacity } from './dry-capacity.ts'
import { hotPressure } from './expansion-vessel.ts'
import { expansionPct } from './glycol-expansion.ts'
import { INDOOR_EXPANSION_PCT } from './glycol-table.ts'
import { LOAD_SHED_RELAY } from './load-shed.ts'
import { padWater } from './pad-water.ts'
import { fillPressures, greatestPressure, PRESSURES } from './relief-settings.ts'
import { sizeCooling, type CoolingDesign } from './size-cooling.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']
const SPEC = {
  cooling: COOLING_LIMITS,
  openings: [],
  components: [],
  ports: [],
  connections: [{ hose: { dn: 50 } }, { hose: { dn: 16 } }],
} as unknown as AssemblySpec

function designed(zone: ClimateZone): CoolingDesign {
  return sizeCooling({
    cables: [],
    hosted: { spines: [], grid: null },
    resolution: { climate_zone: zone, compute_container_count: 1 } as ModuleResolution,
    spec: SPEC,
    node_kw: 100.1,
    network_kw: 10.1,
  })
}

/** Interlocks that start when an instrument passes a limit, with everything they act on. */
function consequences({ instruments, interlocks }: Cooling, tag: string, limit: string): string[] {
  const numbers = (instruments.find((i) => i.tag === tag)?.trips ?? [])
    .filter((trip) => trip.limit === limit)
    .map((trip) => trip.interlock)
  return interlocks.filter((i) => numbers.includes(i.number)).flatMap((i) => i.acts_on)
}

describe.each(ZONES)('%s', (zone) => {
  const { cooling } = designed(zone)
  const trips = (tag: string, limit: string): string[] => consequences(cooling, tag, limit)

  test.each([
    ['LSH-203', 'H'],
    ['LDS-201', 'H'],
    ['LDS-202', 'H'],
    ['LDS-203', 'H'],
    ['PT-202', 'LL'],
    ['PT-201', 'HH'],
    ['FT-201', 'LL'],
    ['TT-201', 'HH'],
    ['TT-202', 'HH'],
    ['ZS-201', 'L'],
    ['ZS-202', 'L'],
  ] as const)('nodes that lose their coolant are shed: %s %s', (tag, limit) => {
    expect(trips(tag, limit)).toContain(LOAD_SHED_RELAY)
  })

  test('a leak at the CDU stops both loops and is not fed', () => {
    for (const tag of ['LSH-203', 'LDS-201'])
      expect(trips(tag, 'H')).toEqual(
        expect.arrayContaining(['XV-101', 'XV-102', 'XV-201', 'XV-202', 'P-101A', 'P-201A', 'P-203']),
      )
    expect(trips('LDS-204', 'H')).not.toContain('P-201A')
  })

  test('an empty make-up tank stops the make-up pump alone; an empty loop stops the pumps', () => {
    expect(trips('LSLL-201', 'LL')).toEqual(['P-203'])
    expect(trips('PT-202', 'LL')).toEqual(expect.arrayContaining(['P-201A', 'P-201B']))
  })

  test('no pump of the technology loop starts against a shut valve', () => {
    for (const tag of ['ZS-201', 'ZS-202']) expect(trips(tag, 'L')).toContain('P-201B')
  })

  test('part load starts no standby pump: the flow alone does not', () => {
    expect(trips('FT-101', 'L')).toEqual([])
    expect(cooling.instruments.find((i) => i.tag === 'PDT-101')?.trips).toEqual([
      { interlock: 'I5', limit: 'L', after_s: 10 },
    ])
  })

  test('a supply below the dew point is told; cold coolant is kept from the exchanger where there is frost', () => {
    expect(trips('TT-201', 'L')).toEqual(['TCV-101'])
    const cold = CLIMATE[zone].low_c < -10
    expect(trips('TT-201', 'LL')).toEqual(cold ? ['XV-101', 'XV-102', 'TCV-101'] : [])
    expect(trips('FT-201', 'LL').includes('XV-101')).toBe(cold)
    expect(cooling.interlocks.some((i) => i.number === 'I12')).toBe(cold)
  })

  test('a trim chiller is stopped with the pumps, and what it takes is still in the line before it', () => {
    const stops = cooling.interlocks.filter(({ acts_on }) => acts_on.includes('CH-101')).map((i) => i.number)
    expect(stops).toEqual(zone === 'tropical' ? ['I2', 'I4', 'I15'] : [])
    if (zone !== 'tropical') return
    const [before, after] = [lineOf(cooling.lines, '115'), lineOf(cooling.lines, '107')]
    const { density_kg_m3, specific_heat_kj_kgk } = cooling.facility_coolant
    const taken_kw =
      (before.flow_lpm / 60_000) *
      density_kg_m3 *
      specific_heat_kj_kgk *
      (before.temperature_c - after.temperature_c)
    expect(taken_kw / cooling.liquid_heat_kw).toBeCloseTo(0.25, 1)
  })

  test('a trim chiller runs only with the flow that its switch proves', () => {
    const proof = cooling.instruments.find(({ tag }) => tag === 'FSL-101')
    expect(proof === undefined).toBe(zone !== 'tropical')
    if (proof === undefined) return
    expect(consequences(cooling, 'FSL-101', 'L')).toEqual(['CH-101'])
    expect(cooling.interlocks.find((i) => i.number === 'I15')?.also_started_by).toContain('fault of both')
    const [through, past] = ['115', '116'].map((sequence) => lineOf(cooling.lines, sequence).flow_lpm)
    const proven = proof.limits[0]?.value ?? 0
    // What BV-102 passes at a shut TCV-101 is not enough, the design flow is.
    expect(proven).toBeGreaterThan(2 * (past ?? Infinity))
    expect(proven).toBeLessThan((through ?? 0) * 0.8)
    // Below it the cooler alone reaches the setpoint: 7 K of approach at full heat fall with the heat.
    const air_c = lineOf(cooling.lines, '115').temperature_c - 7
    expect(air_c + 7 * (proven / (through ?? 0))).toBeLessThan(cooling.facility_supply_c)
  })

  test('what the loss of a signal does is said of every transmitter that trips, and of none that has no signal', () => {
    const said = cooling.instruments.filter(({ lost }) => lost !== '').map(({ tag }) => tag)
    const tripping = cooling.instruments.filter((i) => i.signal === '4-20 mA' && i.trips.length > 0)
    expect(said).toEqual(expect.arrayContaining(tripping.map(({ tag }) => tag)))
    expect(said).toEqual(expect.arrayContaining(['PT-201', 'TT-202']))
    for (const { tag, action, lost, signal } of cooling.instruments) {
      if (signal !== '4-20 mA') expect(lost, tag).toBe('')
      expect(action.endsWith(`lost: ${lost}`), tag).toBe(lost !== '')
      // What it names to protect in its place is there.
      const named = lost.match(/[A-Z]+-\d+/g) ?? []
      const tags = [...cooling.instruments, ...cooling.valves].map((item) => item.tag)
      expect(
        named.filter((name) => !tags.includes(name)),
        tag,
      ).toEqual([])
    }
    expect(cooling.lost_signal).toEqual({ below_ma: 3.6, above_ma: 21, source: 'NAMUR NE 43' })
  })

  test('water of the pads runs in the bore of its plastic pipe', () => {
    for (const line of cooling.lines.filter(({ pipe_class }) => pipe_class === 'PE1A')) {
      expect(line.inner_diameter_mm).toBe(26)
      const area_m2 = (Math.PI / 4) * 0.026 ** 2
      expect(line.velocity_m_s).toBeCloseTo(line.flow_lpm / 60_000 / area_m2, 2)
    }
  })

  test('where TIC-201 shuts TCV-101, an interlock does, and what is then shut in has its relief', () => {
    const shutting = cooling.interlocks.filter(({ acts_on }) => acts_on.includes('XV-101'))
    for (const { number, acts_on, action } of shutting) {
      expect(acts_on, number).toContain('TCV-101')
      expect(action, number).toContain('TCV-101')
    }
    const valve = (tag: string): string => cooling.valves.find((v) => v.tag === tag)?.description ?? ''
    expect(valve('PSV-102')).toContain('between XV-101 and TCV-101')
    expect(valve('NRV-105')).toContain('return hose')
  })

  test('relief, accumulation and the shut-off head of the pump stay within the design pressure', () => {
    const pressureOf = (sequence: string): number => lineOf(cooling.lines, sequence).design_pressure_bar
    const technology = greatestPressure(PRESSURES.technology, cooling.pump_head_kpa)
    const facility = greatestPressure(PRESSURES.facility, cooling.facility_pump_head_kpa)
    expect(technology).toBeLessThanOrEqual(pressureOf('201'))
    expect(facility).toBeLessThanOrEqual(pressureOf('103'))
    for (const { final, relief } of Object.values(PRESSURES))
      expect(relief - final).toBeGreaterThanOrEqual(0.5)
    // The figure of common designs does not hold.
    expect(greatestPressure({ ...PRESSURES.technology, relief: 4 }, cooling.pump_head_kpa)).toBeGreaterThan(6)
  })

  test('alarm, make-up and trip stand at the vessel and follow its pre-charge', () => {
    for (const [tag, line, loop] of [
      ['PT-202', '203', PRESSURES.technology],
      ['PT-101', '105', PRESSURES.facility],
    ] as const) {
      const transmitter = cooling.instruments.find((i) => i.tag === tag)
      expect(transmitter?.line_no).toBe(lineOf(cooling.lines, line).line_no)
      expect(transmitter?.alarms).toBe('L 1.3, LL 0.8 bar')
      const { filled, low, dry } = fillPressures(loop)
      expect(low).toBeGreaterThanOrEqual(loop.initial + 0.3)
      expect(filled).toBeGreaterThan(low)
      expect(filled).toBeLessThan(loop.final)
      expect(dry).toBeLessThan(loop.initial)
    }
    expect(cooling.instruments.find((i) => i.tag === 'ZS-201')?.action).toBe('not open: I11')
    expect(cooling.interlocks.find((i) => i.number === 'I7')?.action).toContain('to 1.4 bar')
  })

  test('a loop that is filled to its setting stays below the greatest pressure of its vessel when hot', () => {
    const { technology_volume_l, facility_volume_l, facility_coolant } = cooling
    const expansion = expansionPct(cooling.design_low_c, 60, facility_coolant.glycol_vol_pct)
    for (const [loop, volume_l, expansion_pct, nominal_l] of [
      ['technology', technology_volume_l, INDOOR_EXPANSION_PCT, cooling.technology_expansion_l],
      ['facility', facility_volume_l, expansion, cooling.facility_expansion_l],
    ] as const) {
      const { initial, final } = PRESSURES[loop]
      const input = { volume_l, expansion_pct, initial_bar: initial, final_bar: final }
      const hot = (filled: number): number => hotPressure(input, nominal_l, filled)
      expect(hot(fillPressures(PRESSURES[loop]).filled), loop).toBeLessThanOrEqual(final)
      expect(hot(final), loop).toBeGreaterThan(final)
    }
  })

  test('the pumps always pass their least flow, a tenth of the design flow', () => {
    const [container, pumps, least] = ['103', '105', '116'].map((s) => lineOf(cooling.lines, s).flow_lpm)
    expect(least).toBeCloseTo((container ?? 0) / 10, 0)
    expect(pumps).toBeCloseTo((container ?? 0) * 1.1, -0.5)
    expect(cooling.valves.find((v) => v.line_no === lineOf(cooling.lines, '116').line_no)?.tag).toBe('BV-102')
    expect(cooling.equipment.find((e) => e.tag === 'P-101A')?.rating).toContain(`${pumps} L/min`)
  })

  test('between tee and hose the flow and the temperature are those of the container, and so are valves and sensors there', () => {
    const of = (sequence: string): number[] => {
      const { flow_lpm, temperature_c } = lineOf(cooling.lines, sequence)
      return [flow_lpm, temperature_c]
    }
    expect([of('120'), of('121')]).toEqual([of('101'), of('102')])
    const lineAt = (tag: string): string | null | undefined =>
      [...cooling.valves, ...cooling.instruments].find((item) => item.tag === tag)?.line_no
    const [supply, back] = ['120', '121'].map((sequence) => lineOf(cooling.lines, sequence).line_no)
    expect(['HV-101', 'PDT-101', 'HV-102', 'TT-104'].map(lineAt)).toEqual([supply, supply, back, back])
  })

  test('between the tees of the least flow the cooler sees more flow and a smaller difference: the same heat', () => {
    const [container, supply, back, cooled, mixed] = ['103', '101', '102', '107', '106'].map((sequence) =>
      lineOf(cooling.lines, sequence),
    )
    const heat = (flow_lpm = 0, warm = 0, cold = 0): number => flow_lpm * (warm - cold)
    const carried = heat(container?.flow_lpm, back?.temperature_c, supply?.temperature_c)
    expect(cooled?.flow_lpm).toBe(mixed?.flow_lpm)
    expect(cooled?.flow_lpm).toBeGreaterThan(container?.flow_lpm ?? Infinity)
    const rejected = heat(cooled?.flow_lpm, mixed?.temperature_c, cooled?.temperature_c)
    expect(Math.abs(rejected / carried - 1)).toBeLessThan(0.01)
    const setting = cooling.valves.find((v) => v.tag === 'BV-101')?.setting
    expect(setting).toBe(`${Math.round(cooled?.flow_lpm ?? 0)} L/min`)
  })

  test('what sheds the nodes or stops a loop holds until it is reset by hand', () => {
    const held = cooling.interlocks.filter((i) => i.latched).map((i) => i.number)
    expect(held).toEqual(['I1', 'I2', 'I3', 'I4', 'I8', 'I9', 'I11'])
    for (const { acts_on, latched, reset, number } of cooling.interlocks) {
      if (acts_on.includes(LOAD_SHED_RELAY)) expect(latched, number).toBe(true)
      expect(reset, number).toMatch(latched ? /^by hand, / : /^by itself, /)
    }
  })

  test('the cold is let in again by what the nodes warm indoors, and only as much of it as they warm', () => {
    const cold = CLIMATE[zone].low_c < -10
    const release = cooling.interlocks.find((i) => i.number === 'I12')?.reset
    expect(release).toBe(
      cold ? 'by itself, TT-201 above 10 degC, flow above LL; after FT-101 H by hand' : undefined,
    )
    const { setpoint } = cooling.instruments.find((i) => i.tag === 'FT-101') ?? {}
    const flow = Number(/at most (\d+) L\/min in the cold/.exec(setpoint ?? '')?.[1] ?? Number.NaN)
    expect(Number.isNaN(flow)).toBe(!cold)
    const action = cooling.instruments.find((i) => i.tag === 'TIC-201')?.action
    expect(action?.includes(`at most ${flow} L/min (FT-101)`)).toBe(cold)
    if (!cold) return
    const capacity = (
      lpm: number,
      { density_kg_m3, specific_heat_kj_kgk }: Cooling['facility_coolant'],
    ): number => (lpm / 60_000) * density_kg_m3 * specific_heat_kj_kgk
    const let_in = capacity(flow, cooling.facility_coolant)
    expect(let_in * (cooling.technology_return_c - 5)).toBeGreaterThanOrEqual(cooling.liquid_heat_kw)
    const technology = capacity(cooling.technology_flow_lpm, cooling.technology_coolant)
    const left_c = (share: number): number => 30 - (share * let_in * (30 - cooling.design_low_c)) / technology
    expect(left_c(1)).toBeGreaterThan(10)
    // A control valve that fails open is shut off before anything freezes.
    expect(trips('FT-101', 'H')).toEqual(['XV-101', 'XV-102', 'TCV-101'])
    const alarms = cooling.instruments.find((i) => i.tag === 'FT-101')?.alarms ?? ''
    const excess = Number(/H (\d+) L\/min in the cold/.exec(alarms)?.[1])
    expect(excess).toBeGreaterThan(flow)
    expect(left_c(excess / flow)).toBeGreaterThan(cooling.technology_coolant.freeze_c)
  })

  test('every controller that an interlock or a loop stands in is one of three', () => {
    const devices = new Set(['cdu-01', 'hru-01', 'lkd-01'])
    expect(cooling.interlocks.filter((i) => !devices.has(i.controller))).toEqual([])
    for (const { tag, controller, signal } of cooling.instruments)
      expect(controller === null ? signal === 'local' : devices.has(controller), tag).toBe(true)
  })

  test('hoses of the CDU are lines of their own, with the velocity in the hose', () => {
    for (const sequence of ['118', '119', '213', '214']) {
      const line = lineOf(cooling.lines, sequence)
      expect([line.pipe_class, line.inner_diameter_mm]).toEqual(['HS1A', 50])
      expect(line.velocity_m_s).toBeCloseTo(line.flow_lpm / 60_000 / ((Math.PI / 4) * 0.05 ** 2), 1)
    }
  })
})

test('an interlock that acts on a machine of the other controller has its wire', () => {
  const { interlocks, signals } = designed('temperate').cooling
  const [leak] = interlocks.filter((i) => i.controller === 'cdu-01' && i.acts_on.includes('P-101A'))
  expect(leak?.number).toBe('I2')
  expect(signals.some((s) => s.to === 'hru-01' && s.signal.includes('I2'))).toBe(true)
  expect(signals.some((s) => s.to === 'MDP' && s.signal.includes(LOAD_SHED_RELAY))).toBe(true)
})

describe('water of the pads', () => {
  test('arid hot: 45 to 28.2 degC, 10.8 K rise of the air: 3.5 L/min evaporate, 5.2 are made up', () => {
    const water = padWater(CLIMATE.arid_hot, 90.1, 10)
    expect(water.evaporation_lpm).toBeCloseTo(3.46, 2)
    expect(water.make_up_lpm).toBeCloseTo(water.evaporation_lpm * 1.5, 6)
    const line = lineOf(designed('arid_hot').cooling.lines, '111')
    expect([line.fluid, line.flow_lpm]).toEqual(['water', 5.2])
    expect(designed('subarctic').cooling.site_water_m3_per_h).toBe(0)
  })

  test('the cooler without water: all heat in the temperate zone, none at 45 degC', () => {
    expect(dryCapacity(CLIMATE.temperate, 0, 10)).toEqual({ share: 1, full_up_to_c: 33 })
    expect(dryCapacity(CLIMATE.arid_hot, 0, 10)).toEqual({ share: 0, full_up_to_c: 33 })
    expect(dryCapacity(CLIMATE.tropical, 0.25, 10).share).toBe(1)
    expect(designed('arid_hot').findings.map((f) => f.code)).toContain('COOL-005')
    expect(designed('temperate').findings.map((f) => f.code)).not.toContain('COOL-005')
  })
})
