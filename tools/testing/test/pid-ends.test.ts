import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, exampleSelection, specOf } from '../src/index.ts'

/** Tags of the valve that an end of a line and a port of the schedule name, e.g. `XV-101` of `CD.XV-101`. */
const valveIn = (end: string): string | undefined => /[A-Z]+-\d+[A-Z]?$/.exec(end)?.[0]

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(examplePayload(name))
  const { cooling } = site
  const inside = site.typicals.find((typical) => typical.kind === 'compute_container')?.connections ?? []
  const lineBy = (sequence: string): (typeof cooling.lines)[number] | undefined =>
    cooling.lines.find((line) => line.line_no.includes(`-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`))

  test('a hose of the CDU ends at the same valve in the line list and in the schedule', () => {
    for (const [hose, sequence, end] of [
      ['H-FS', '118', 'from'],
      ['H-FR', '119', 'to'],
      ['H-TR', '214', 'from'],
    ] as const) {
      const row = inside.find((c) => c.connection_id === hose)
      const named = valveIn(lineBy(sequence)?.[end] ?? '')
      expect(
        cooling.valves.map((v) => v.tag),
        hose,
      ).toContain(named)
      expect(valveIn(row?.[end].port ?? ''), hose).toBe(named)
    }
  })

  test('equipment with another tag in the schedule names the component of the assembly', () => {
    const spec = specOf(exampleSelection(site.resolution.deployment_profile).compute_container)
    const tags = Object.fromEntries(
      cooling.equipment.flatMap((e) => (e.component === null ? [] : [[e.tag, e.component]])),
    )
    expect(tags).toEqual({
      'MF-201S': 'MF-S',
      'MF-201R': 'MF-R',
      'CRAC-301A': 'air-01',
      'CRAC-301B': 'air-02',
      'CRAC-301C': 'air-03',
    })
    const ids = spec.components.map((component) => component.id)
    for (const component of Object.values(tags)) expect(ids).toContain(component)
  })

  test('what the pads bleed is led off: what is made up and does not evaporate, a row BY OTHERS for each unit', () => {
    const bleed = lineBy('122')
    const units = site.modules.filter((m) => m.kind === 'heat_rejection_unit')
    const rows = site.connections.filter((c) => c.service === 'drain' && c.medium === 'pipe')
    expect(rows).toHaveLength(bleed === undefined ? 0 : units.length)
    expect(bleed === undefined).toBe(cooling.climate_zone === 'subarctic')
    for (const { scope, from, to, flow } of rows) {
      expect([scope, from.port, to.designation.slice(0, 1)]).toEqual(['by_others', 'BD1', 'R'])
      expect(flow?.flow_lpm).toBe(bleed?.flow_lpm)
    }
    // A gully stands beside each container: both drains of a pair are as short as they fall.
    const drains = site.connections.filter((c) => c.service === 'drain')
    expect(new Set(drains.map(({ length }) => length.cut_m))).toEqual(new Set([6]))
    for (const { description } of drains) expect(description).toContain('falls 1 in 50')
    const hourly = (cooling.site_water_m3_per_h - cooling.site_evaporation_m3_per_h) * 1000
    const each_lpm = hourly / 60 / units.length
    expect(Math.abs((bleed?.flow_lpm ?? 0) - each_lpm)).toBeLessThan(0.06)
  })

  test('air units are rated at the air that their condensers breathe on the design day', () => {
    const units = cooling.equipment.filter((e) => e.kind === 'air_unit')
    expect(units).toHaveLength(3)
    const rating = `20 kW net sensible at ${cooling.design_dry_bulb_c} degC outdoors`
    for (const unit of units) expect(unit.rating).toBe(rating)
    expect(site.items.find((item) => item.description.startsWith('Air unit CRAC-301'))?.rating).toBe(rating)
  })
})
