import type { SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, exampleTopologies } from '../src/index.ts'

/** Cores of a cable inside the containers, and of those that continue it. */
function coresOf(site: SiteModel, cable: string): number[] {
  const inside = site.typicals.flatMap((t) => t.connections).filter((c) => c.connection_id === cable)
  const outside = site.connections.filter((c) =>
    inside.some(({ to }) => to.plate_id !== null && (c.from.port === to.port || c.to.port === to.port)),
  )
  return [...inside, ...outside].map((c) => c.cable?.cores_count ?? 0)
}

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const { signals, interlocks, instruments } = site.cooling
  const tags = new Set(exampleTopologies(examplePayload(name)).compute.devices.map((device) => device.tag))

  test('every cable of hard-wired signals is in the schedule and has a core for each of them', () => {
    for (const cable of new Set(signals.map((signal) => signal.cable))) {
      const needed = signals
        .filter((signal) => signal.cable === cable)
        .reduce((sum, signal) => sum + signal.cores_count, 0)
      const cores = coresOf(site, cable)
      expect(cores.length, cable).toBeGreaterThan(0)
      expect(Math.min(...cores), cable).toBeGreaterThanOrEqual(needed)
    }
  })

  test('what a hard wire stops is what its interlock stops', () => {
    const { action } = interlocks.find(({ number }) => number === 'I2') ?? { action: '' }
    const enabled = signals.find(({ signal }) => signal.includes('(I2)'))
    expect(enabled?.signal.includes('CH-101')).toBe(action.includes('CH-101'))
    expect(enabled?.signal).toContain('P-101A/B')
  })

  test('too much flow in the cold stays shut until a person has seen why', () => {
    for (const { reset } of interlocks.filter(({ number }) => number === 'I12'))
      expect(reset).toContain('after FT-101 H by hand')
  })

  test('a signal cable inside a container joins the devices that its signals name', () => {
    for (const { cable, from, to } of signals) {
      const inside = site.typicals.flatMap((t) => t.connections).find((c) => c.connection_id === cable)
      // A controller is a device; an instrument or drive stands on something, its cable says which.
      const ends = [inside?.from, inside?.to].map((end) => (end?.plate_id === 'CD' ? 'hru-01' : end?.device))
      for (const named of [from, to])
        expect(ends.includes(named) || inside?.description.includes(named), `${cable} ${named}`).toBe(true)
      expect(ends.filter((end) => end === from || end === to).length, cable).toBeGreaterThan(0)
    }
  })

  test('every controller is bought, polled and on the network; that of the CDU and the leak panel on the UPS', () => {
    const controllers = new Set([...interlocks, ...instruments].flatMap(({ controller }) => controller ?? []))
    expect([...controllers].sort()).toEqual(['cdu-01', 'hru-01', 'lkd-01'])
    const inside = site.typicals.flatMap((t) => t.connections)
    for (const tag of controllers) {
      expect(tags.has(tag), tag).toBe(true)
      expect(
        site.items.some(
          (item) => item.tag === tag || item.component_tags.includes(tag) || item.description.includes(tag),
        ),
        tag,
      ).toBe(true)
      const port = tag === 'hru-01' ? 'CD.N1' : `${tag}.N`
      expect(
        inside.some((c) => c.service === 'copper' && c.from.port === port),
        tag,
      ).toBe(true)
    }
    const ups = inside.filter((c) => c.from.device === 'ups-01').map((c) => c.to.device)
    expect(ups).toEqual(expect.arrayContaining(['cdu-01', 'lkd-01']))
  })

  test('what feeds the heat rejection unit carries all that hangs on it', () => {
    const [supply] = site.connections.filter((c) => c.service === 'power_lv' && c.from.port === 'CD.P1')
    const { fan_kw, facility_pump_motor_kw, heat_trace_required } = site.cooling
    const least = fan_kw + facility_pump_motor_kw + (heat_trace_required ? 4 : 0)
    expect(supply?.power?.load_kw).toBeGreaterThanOrEqual(least - 0.1)
    expect(supply?.description.includes('heat tracing')).toBe(heat_trace_required)
  })
})
