import { buildBom } from '@edp/bom'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

/** Examples, and a site whose blocks may have unlike numbers of sections. */
const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  [
    '33 containers',
    {
      ...examplePayload('federal_dc_ext'),
      target_gpu_count: 33 * 56,
      source_capacity_mw: 12,
      bess_capacity_mwh: 8,
    },
  ] as const,
]

describe.each(CASES)('what a block takes is metered: %s', (_, payload) => {
  const { site, dtm, drawings } = documentsOf(payload)
  const supplied = site.electrical.blocks.filter(({ mv_bus }) => mv_bus?.scope !== 'by_others')
  const polled = (module_id: string): string[] =>
    dtm.devices
      .filter((device) => device.module_id === module_id && /^mtr-(cmp|aux)/.test(device.tag ?? ''))
      .flatMap((device) => device.tag ?? [])
      .sort()

  test('a meter at every main and at both feeders of the auxiliaries, polled where it is', () => {
    expect(supplied.length > 0).toBe(site.bess !== null)
    for (const block of supplied) {
      const mains = block.transformers.map((t) => t.secondary_breaker.meter_tag)
      expect(mains).toEqual(block.lv_buses.map((_, index) => `mtr-cmp-${index + 1}`))
      const auxiliaries = block.feeders.filter(({ kind }) => kind === 'auxiliary')
      expect(auxiliaries.map(({ breaker }) => breaker.meter_tag)).toEqual(['mtr-aux-a', 'mtr-aux-b'])
      expect(polled(block.mv_bus?.module_id ?? '')).toEqual(['mtr-aux-a', 'mtr-aux-b', ...mains])
      for (const { secondary_breaker: main } of block.transformers) expect(main.ct_accuracy).toBe('0.3 B0.2')
    }
  })

  test('the incomer of the on-site source has its meter on every view', () => {
    const incomers = supplied.flatMap(({ supplies }) => supplies.filter(({ kind }) => kind !== 'utility'))
    expect(incomers.map(({ breaker }) => breaker.meter_tag)).toEqual(supplied.map(() => 'mtr-src'))
    const devices = dtm.devices.filter(({ tag }) => tag === 'mtr-src')
    expect(devices.map((device) => device.module_id)).toEqual(supplied.map((b) => b.mv_bus?.module_id))
    const { lines } = buildBom(site)
    const quantity = lines.find(({ item_id }) => item_id === 'grid_container/G-059')?.quantity ?? 0
    expect(quantity).toBe(supplied.length)
    // Where the switchgear is the customer's, so is the meter.
    const others = lines.filter(({ description }) => description === 'Power quality meter of an incomer')
    expect(others.map(({ scope }) => scope)).toEqual(supplied.length === 0 ? ['by_others'] : [])
    for (const drawing of [drawings.sld, drawings.comms])
      expect(textOf(drawing).includes('mtr-src')).toBe(supplied.length > 0)
  })

  test('the current transformers of a main lead to its meter alone: its trip unit has sensors of its own', () => {
    const items = drawings.sld.sheets.flatMap((sheet) => sheet.items)
    const drawn = new Set(
      items.flatMap((item) => (item.kind === 'use' ? (item.attributes?.['TAG'] ?? []) : [])),
    )
    const mains = supplied.flatMap(({ transformers }) => transformers.map((t) => t.secondary_breaker.tag))
    const wrong = mains
      .filter((tag) => drawn.has(tag))
      .filter((tag) => {
        const own = items.filter((item) => item.net === tag && item.layer === 'E-METR-INST')
        const meter = own.find((item) => item.kind === 'use' && item.symbol === 'METER')
        const ct = own.find((item) => item.kind === 'use' && item.symbol === 'CT')
        if (meter?.kind !== 'use' || ct?.kind !== 'use') return true
        // A current transformer's middle is 2.5 mm below its point of insertion.
        const lead = own.find((item) => item.kind === 'line' && item.from[1] === ct.at[1] - 2.5)
        if (lead?.kind !== 'line') return true
        const apart = Math.hypot(lead.to[0] - meter.at[0], lead.to[1] - meter.at[1])
        return apart > 6 || Math.abs(lead.to[0] - lead.from[0]) < 5
      })
    expect(wrong).toEqual([])
  })

  test('as many are ordered, with their current transformers, and each has its lead', () => {
    const { lines } = buildBom(site)
    const count = (text: string): number =>
      lines
        .filter(({ description }) => description.startsWith(text))
        .reduce((sum, { quantity }) => sum + quantity, 0)
    const mains = supplied.reduce((sum, block) => sum + block.transformers.length, 0)
    expect(count('Power quality meter of the main of section')).toBe(mains)
    expect(count('Power quality meter of a feeder of the auxiliaries')).toBe(2 * supplied.length)
    expect(count('Current transformers of a meter at 480 V')).toBe(mains + 2 * supplied.length)
    const leads = site.typicals
      .filter(({ kind }) => kind === 'grid_container')
      .flatMap(({ connections }) => connections.map(({ from }) => from.device))
    const most = Math.max(0, ...supplied.map(({ lv_buses }) => lv_buses.length))
    // Grid containers that are wired differently are typicals of their own.
    expect(new Set(leads.filter((device) => device.startsWith('mtr-cmp-'))).size).toBe(most)
    const text = textOf(drawings.comms)
    for (let n = 1; n <= most; n += 1) expect(text).toContain(`mtr-cmp-${n}`)
  })
})
