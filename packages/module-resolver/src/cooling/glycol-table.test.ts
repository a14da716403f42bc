import { expect, test } from 'vitest'

import { expansionVessel } from './expansion-vessel.ts'
import { coolantOf, glycolOf } from './glycol-table.ts'
import { PIPES, pipeFor } from './pipe-table.ts'
import { pipeFlow } from './pressure-drop.ts'

const PG25 = coolantOf(glycolOf(25))

test.each([
  [25, -10.2, 1.499],
  [30, -13.3, 1.517],
  [40, -21.4, 1.565],
  [50, -33.5, 1.629],
  [55, -41.8, 1.667],
])('CO-FLOW-01: PG%i freezes at %s degC and takes %s L/min per kW at 10 K', (pct, freeze_c, lpm_per_kw) => {
  const coolant = coolantOf(glycolOf(pct))
  expect(coolant.freeze_c).toBe(freeze_c)
  expect(60 / ((coolant.density_kg_m3 / 1000) * coolant.specific_heat_kj_kgk * 10)).toBeCloseTo(lpm_per_kw, 3)
})

test.each([
  [25, 38, 0.91],
  [32, 75, 1.08],
  [40, 110, 1.19],
  [50, 179, 1.2],
  [65, 405, 1.65],
  [80, 611, 1.8],
  [100, 1032, 1.8],
  [125, 2083, 2.4],
  [150, 3053, 2.4],
  [200, 5233, 2.4],
  [250, 8184, 2.4],
])('CO-PIPE-01: DN%i carries up to %i L/min at %s m/s, at no more than 400 Pa/m', (dn, lpm, velocity) => {
  const pipe = PIPES.find((p) => p.dn === dn)
  expect(pipe?.max_flow_lpm).toBe(lpm)
  const flow = pipeFlow(lpm, pipe?.inner_diameter_mm ?? 0, PG25)
  // Velocities of the table are rounded, that of DN25 down: 38 L/min in 29.7 mm are 0.914 m/s.
  expect(Math.abs(flow.velocity_m_s - velocity)).toBeLessThan(0.007)
  // Flows of the table are rounded to whole litres: 38 L/min in DN25 are 3 % above 400 Pa/m, the others less.
  expect(flow.pressure_drop_pa_per_m).toBeLessThan(412)
})

test.each([
  ['H100', 96, 40, 1.04, 312],
  ['B200', 135, 50, 0.9, 178],
])('CO-PIPE-01: %s, %i L/min: DN%i at %s m/s and %i Pa/m', (_, lpm, dn, velocity, pa_per_m) => {
  const pipe = pipeFor(lpm, 25)
  const flow = pipeFlow(lpm, pipe.inner_diameter_mm, PG25)
  expect(pipe.dn).toBe(dn)
  expect(flow.velocity_m_s).toBeCloseTo(velocity, 2)
  // The source rounds the flow of 96.4 L/min, so that its loss is within 1 %.
  expect(Math.abs(flow.pressure_drop_pa_per_m / pa_per_m - 1)).toBeLessThan(0.01)
})

test.each([
  ['technology, PG25', 120, 2.2, 1.5, 15, 18],
  ['facility, PG50', 250, 5, 1, 31, 35],
  ['facility, 3 %', 250, 3, 1, 21, 25],
])(
  'CO-EXP-01: %s: %i L at %s %% need %s bar, %i L, vessel of %i L',
  (_, volume_l, expansion_pct, initial_bar, needed, nominal) => {
    const vessel = expansionVessel({ volume_l, expansion_pct, initial_bar, final_bar: 3 })
    expect(Math.round(vessel.required_l)).toBe(needed)
    expect(vessel.nominal_l).toBe(nominal)
  },
)
