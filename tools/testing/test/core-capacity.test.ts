import type { SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, examplePayload } from '../src/index.ts'

const messageOf = ({ findings }: SiteModel): string | undefined =>
  findings.find(({ code }) => code === 'NET-004')?.message

describe('2,000 containers', () => {
  test('without grid containers: NET-004 counts the rings and containers that the one core does not reach', () => {
    const site = engineerExample(examplePayload('commercial_no_bess', { target_gpu_count: 2000 * 56 }))
    const { ot_rings } = site.network
    const carried = ot_rings.filter(({ core_channel }) => core_channel !== null)
    expect(carried.map(({ ring_id }) => ring_id)).toEqual(['R1', 'R2', 'R3', 'R4'])
    const reached = carried.flatMap(({ module_ids }) => module_ids).length
    const last = ot_rings.at(-1)?.ring_id ?? ''
    expect(messageOf(site)).toContain(`${ot_rings.length} rings`)
    expect(messageOf(site)).toContain(`the ${2000 - reached} containers of R5 to ${last} have none`)
    // Two transceivers at each container, which has both ways, two of the core for each ring that its fibres carry.
    const optics = site.items.find(({ item_id }) => item_id === 'site/ot-optics-10g')?.quantity ?? 0
    const ends = optics - 2 * 2000 - 2 * carried.length
    expect(ends).toBeGreaterThanOrEqual(0)
    expect(ends).toBeLessThanOrEqual(2)
  })

  test('with grid containers every block has its core, whose ports do', () => {
    const site = engineerExample(examplePayload('commercial_ac', { target_gpu_count: 2000 * 56 }))
    const cores = site.network.nodes.filter(({ kind }) => kind === 'core_switch')
    expect(cores.map(({ module_ids }) => module_ids.length)).toEqual([site.blocks.length, site.blocks.length])
    expect(messageOf(site)).toBeUndefined()
  })
})
