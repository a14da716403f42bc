import { contactNames } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)

  test('a transformer is ordered with every contact that its cable connects, and with the transmitter of its pair', () => {
    for (const { transformers, mv_bus } of site.electrical.blocks)
      for (const { tag, contacts, winding_sensor: sensor } of transformers) {
        const order = site.items.find((item) => item.tag === tag)?.rating ?? ''
        expect(order).toContain('contacts 26 and 63 in 2 stages each, 71 in one stage')
        const rows = site.connections.filter((c) => c.service === 'control' && c.from.designation === tag)
        if (mv_bus?.scope === 'by_others') {
          expect([sensor, rows]).toEqual([null, []])
          continue
        }
        const [wires, pair] = rows
        const names = [...contactNames(contacts, 'trip'), ...contactNames(contacts, 'alarm')]
        expect([...names].sort()).toEqual(['26-1', '26-2', '63-1', '63-2', '71'])
        for (const contact of names) expect(wires?.description).toContain(contact)
        expect(wires?.description).toContain(`${2 * names.length} of 12 cores`)
        expect(pair?.description).toContain(`${sensor?.signal} to ${sensor?.read_by}`)
        expect(order).toContain(`transmitter ${sensor?.signal} for ${sensor?.read_by}`)
        // and what reads it is in the bill of the container
        expect(site.items.some((item) => item.component_tags === sensor?.read_by)).toBe(true)
      }
  })
})
