import { buildBom } from '@edp/bom'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

describe.each(EXAMPLE_NAMES)('how relays behind transformers measure: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const text = textOf(drawings.sld)
  const units = site.electrical.blocks.flatMap((block) => block.bess_branches.flatMap((b) => b.units))

  test('inputs of a skid are rated for its voltage to earth, on sheet and bill alike', () => {
    expect(units.length > 0).toBe(site.bess !== null)
    const [line] = buildBom(site).lines.filter((one) => one.description === 'AC breaker of the battery skid')
    for (const { ac_breaker, ac_voltage_v, voltage_inputs } of units) {
      const { functions, rated_v, range_v } = voltage_inputs
      expect(ac_breaker.vt_ratio).toBeNull()
      expect(functions).toEqual(ac_breaker.functions.filter((name) => !['LSI', 'ARM'].includes(name)))
      expect(rated_v).toBe(ac_voltage_v)
      expect(text).toContain(`inputs ${rated_v} V direct, no VT`)
      expect(line?.rating).toContain(
        `direct voltage inputs ${rated_v} V between phases and to earth, range ${range_v} V`,
      )
    }
  })

  test('the current of a transformer says on what it rests; with motors it is that of its bus', () => {
    const { blocks } = site.electrical
    const transformers = blocks.flatMap((block) => block.transformers)
    if (transformers.length > 0) expect(text).toContain('Isc kA, nominal Z')
    for (const block of blocks)
      for (const { bus_tag, short_circuit_ka } of block.transformers) {
        const bus = block.lv_buses.find(({ tag }) => tag === bus_tag)
        expect(bus?.short_circuit_ka).toBeGreaterThan(short_circuit_ka)
        expect(bus?.greatest_ka).toBeGreaterThan(bus?.short_circuit_ka ?? Infinity)
        expect(text).toContain(`Isc ${short_circuit_ka.toFixed(1)} kA at nominal Z, no motors`)
      }
  })
})
