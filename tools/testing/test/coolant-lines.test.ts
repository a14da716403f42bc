import type { ClimateZone, Connection, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, exampleSelection, specOf } from '../src/index.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']
const SITES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...ZONES.flatMap((climate_zone) =>
    (['h100_sxm', 'b200'] as const).map(
      (gpu_variant) =>
        [
          `${climate_zone} ${gpu_variant}`,
          { ...examplePayload('commercial_ac'), climate_zone, gpu_variant },
        ] as const,
    ),
  ),
]

/** Hoses between modules and, once, those inside a container. */
const hosesOf = (site: SiteModel): Connection[] =>
  [...site.connections, ...site.typicals.flatMap((t) => t.connections)].filter((c) => c.medium === 'hose')

/** A line number without the ordinal of its container: `DN50-FWSS-1{c}03-SS1A-N-N`. */
const anyContainer = (line_no: string): string => line_no.replace(/-([123])(?:\d+|n+)(\d\d)-/, '-$1{c}$2-')

describe.each(SITES)('%s', (_, payload) => {
  const site = engineerExample(payload)
  const lines = new Map(site.cooling.lines.map((line) => [line.line_no, line]))
  const hoses = hosesOf(site)

  test('every hose is a line of the P&ID, with its size, flow, pressure and coolant', () => {
    expect(hoses.length).toBeGreaterThan(20)
    for (const { connection_id, hose, flow } of hoses) {
      const line = lines.get(anyContainer(hose?.line_no ?? ''))
      expect(line, `${connection_id} ${hose?.line_no}`).toBeDefined()
      expect([connection_id, hose?.dn, hose?.fluid]).toEqual([connection_id, line?.dn, line?.fluid])
      expect([connection_id, flow?.flow_lpm]).toEqual([connection_id, line?.flow_lpm])
      expect([connection_id, flow?.design_pressure_bar]).toEqual([connection_id, line?.design_pressure_bar])
      expect([connection_id, hose?.insulation === 'none']).toEqual([connection_id, line?.insulation === 'N'])
      // A hose is a line of its own, with the same velocity in the line list and in the schedule.
      expect([connection_id, line?.pipe_class]).toEqual([connection_id, 'HS1A'])
      expect([connection_id, flow?.velocity_m_s]).toEqual([connection_id, line?.velocity_m_s])
    }
  })

  test('a hose is bought to the rating of its class and tested with its line', () => {
    for (const { hose, flow } of hoses) {
      expect([hose?.working_pressure_bar, hose?.burst_pressure_bar]).toEqual([10, 40])
      expect(hose?.test_pressure_bar).toBe((flow?.design_pressure_bar ?? 0) * 1.5)
      expect(hose?.line_no).not.toContain('{c}')
    }
  })

  test('every hose line of the P&ID is in the schedule', () => {
    const scheduled = new Set(hoses.map((c) => anyContainer(c.hose?.line_no ?? '')))
    const hoseLines = site.cooling.lines.filter((line) => line.pipe_class === 'HS1A')
    expect(hoseLines.map((l) => l.line_no).filter((number) => !scheduled.has(number))).toEqual([])
  })

  test('make-up water has a row for each heat rejection unit that takes it, BY OTHERS, as line 111 says', () => {
    const water = site.connections.filter((c) => c.service === 'water')
    const line = site.cooling.lines.find((l) => l.service === 'MW')
    const units = site.modules.filter((m) => m.kind === 'heat_rejection_unit')
    expect(water).toHaveLength(line === undefined ? 0 : units.length)
    for (const { scope, medium, from, to } of water)
      expect([scope, medium, from.designation.slice(0, 1), to.port]).toEqual([
        'by_others',
        'pipe',
        'H',
        'MW1',
      ])
  })

  test('the pipe of the make-up water is line 111 and bears what that is designed for', () => {
    const line = site.cooling.lines.find((l) => l.service === 'MW')
    const rows = site.connections.flatMap(({ service, hose, flow }) =>
      service === 'water' && hose !== null && flow !== null ? [{ hose, flow }] : [],
    )
    for (const { hose, flow } of rows) {
      expect([anyContainer(hose.line_no), hose.dn]).toEqual([line?.line_no, line?.dn])
      expect([flow.flow_lpm, flow.velocity_m_s]).toEqual([line?.flow_lpm, line?.velocity_m_s])
      expect(flow.design_pressure_bar).toBeLessThanOrEqual(hose.working_pressure_bar)
      expect(line?.design_max_c).toBeLessThanOrEqual(hose.temperature_max_c)
      expect(line?.design_min_c).toBeGreaterThanOrEqual(hose.temperature_min_c)
    }
  })

  test('a relief valve passes its flow with the area that is asked for, from its line into the line of its discharge', () => {
    const { valves } = site.cooling
    for (const { tag, kind, dn, relief, setting } of valves) {
      expect(relief !== null, tag).toBe(kind === 'relief')
      if (relief === null) continue
      expect([relief.inlet_dn, setting.startsWith(`${relief.set_bar.toFixed(1)} bar(g)`)]).toEqual([dn, true])
      const out = [...lines.values()].find((line) => line.from === tag)
      expect([out?.dn, out?.to]).toEqual([relief.outlet_dn, relief.discharge])
      // The bore of its inlet is far larger, so that the seat can be chosen freely.
      expect((Math.PI / 4) * relief.inlet_dn ** 2, tag).toBeGreaterThan(3 * relief.area_mm2)
    }
  })

  test('all heat to liquid drives no more out of what is shut in than a thermal relief passes', () => {
    const { liquid_heat_kw, valves } = site.cooling
    const least = Math.min(...valves.flatMap(({ relief }) => relief?.capacity_lpm ?? []))
    // Richest mixture: 5.2 % over 80 K, 1,027.5 kg/m3, 3.504 kJ/kgK.
    expect(((liquid_heat_kw * 0.052) / 80 / 1.0275 / 3.504) * 60).toBeLessThanOrEqual(least)
  })

  test('a line number starts with its size, and a valve has the size of its line or DN25', () => {
    for (const { line_no, dn } of lines.values()) expect(line_no.startsWith(`DN${dn}-`), line_no).toBe(true)
    for (const { tag, dn, line_no } of site.cooling.valves)
      expect([25, lines.get(line_no)?.dn], tag).toContain(dn)
  })

  test('hoses fit the ports of the catalogue; a reducer stands where the hose outdoors is larger', () => {
    const spec = specOf(exampleSelection(site.resolution.deployment_profile).compute_container)
    const dnOf = (id: string): number | undefined => spec.ports.find((port) => port.id === id)?.rating.dn
    for (const { connection_id, hose, from, to } of hoses)
      for (const end of [from, to].filter((e) => e.module_id === '*' || e.module_id.startsWith('compute'))) {
        const port = dnOf(end.port)
        const reduced = hose?.coupling.includes(`reducer DN${hose.dn}/DN${port}`) === true
        expect(port === hose?.dn || reduced, `${connection_id} ${end.port} DN${port}`).toBe(true)
      }
    const outdoors = hoses.filter((c) => c.hose?.coupling.includes('reducer'))
    const sets = site.items.filter((item) => item.description.startsWith('Concentric reducer'))
    expect(sets.reduce((sum, item) => sum + item.quantity, 0)).toBe(outdoors.length)
  })

  test('no line carries more than its size allows', () => {
    expect(site.findings.filter((f) => f.code === 'HOSE-002')).toEqual([])
    for (const { line_no, velocity_m_s } of site.cooling.lines)
      expect(velocity_m_s, line_no).toBeLessThan(1.7)
  })

  test('what motorised valves shut in has a relief valve of its own', () => {
    const { valves } = site.cooling
    const shut = valves.filter((v) => v.kind === 'motorised' && /^XV-[12]0[12]$/.test(v.tag))
    expect(shut).toHaveLength(4)
    for (const area of ['1', '2'])
      expect(
        valves.filter(
          (v) => v.kind === 'relief' && v.tag.startsWith(`PSV-${area}`) && /between/.test(v.description),
        ),
      ).toHaveLength(1)
  })
})
