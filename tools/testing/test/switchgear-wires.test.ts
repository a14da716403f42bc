import { parseAssemblySpec } from '@edp/hardware-selector'
import type { BlockElectrical, Breaker, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload, repositoryText } from '../src/index.ts'

const KEY = 'assemblies/grid-container/commercial-ac/spec.yaml'

const sites: (readonly [string, SiteModel])[] = [
  ...EXAMPLE_NAMES.map((name) => [name, engineerExample(name)] as const),
  ...[1, 33].map((containers) => {
    const payload = { ...examplePayload('commercial_dc_ext'), target_gpu_count: 56 * containers }
    return [`${containers} containers`, engineerExample(payload)] as const
  }),
]

/** Breakers that emergency power off has to open, counted from the block and not from its wires. */
const sourcesOf = ({ supplies, bess_branches }: BlockElectrical): Breaker[] =>
  [...supplies, ...bess_branches].map(({ breaker }) => breaker)

/** Cores that cross between the cabinets of a block: two for each contact and coil. */
function neededCores(block: BlockElectrical): Record<'C-MV' | 'C-LV' | 'C-TM', number> {
  const sources = sourcesOf(block).length
  const earthing = block.earthing_transformer === null ? 0 : 1
  const sheds = block.interlocks.some(({ sheds_load }) => sheds_load)
  return {
    // trip and block of each source, block of the earthing transformer, stop of each chain of skids, reading of 86E, its 74 and 27DC
    'C-MV': 2 * sources + 2 * (sources + earthing) + 2 * block.bess_branches.length + 3 * 2,
    'C-LV': sheds ? 2 * (block.transformers.length + block.bus_ties.length) : 0,
    // trip by 86 and interlock of each main, 74 of the mains and 27DC of their board
    'C-TM': 2 * 2 * block.transformers.length + 2 * 2,
  }
}

describe.each(sites)('wires between the cabinets of %s', (_, site) => {
  const heads = site.typicals.filter(({ kind }) => kind === 'grid_container')

  test('each cable has the cores that the functions of its blocks need, and none too many that carries nothing', () => {
    expect(heads.length > 0).toBe(site.bess !== null)
    for (const { connections, module_ids } of heads) {
      const blocks = site.electrical.blocks.filter(({ mv_bus }) =>
        module_ids.includes(mv_bus?.module_id ?? ''),
      )
      for (const id of ['C-MV', 'C-LV', 'C-TM'] as const) {
        const needed = Math.max(...blocks.map((block) => neededCores(block)[id]))
        const row = connections.find(({ connection_id }) => connection_id === id)
        const cores = (row?.cable?.cores_count ?? 0) * (row?.quantity ?? 0)
        expect(cores, id).toBeGreaterThanOrEqual(needed)
        expect(row === undefined, id).toBe(needed === 0)
        if (row !== undefined) expect(row.description).toContain(`; ${needed} cores`)
      }
    }
  })

  test('a relay that measures or trips stands in the cabinet of its breaker, and so do its terminals', () => {
    const { electrical, connections } = site
    for (const block of electrical.blocks) {
      if (block.mv_bus?.scope === 'by_others') continue
      const rows = connections.filter(
        (c) => c.service === 'control' && c.block_id === block.block_id && c.to.plate_id === 'EX-G',
      )
      // Transfer trip, shutdown, neutral CTs and the contacts of the transformers act in the relays of MVSG.
      for (const { to, connection_id } of rows.filter(
        ({ to: end }) => end.module_id === block.mv_bus?.module_id,
      ))
        expect(to.device, connection_id).toBe('MVSG')
    }
  })

  test('a machine has the leads of its neutral and its shutdown, whatever drives it', () => {
    for (const { supplies, mv_bus } of site.electrical.blocks) {
      if (mv_bus?.scope === 'by_others') continue
      for (const supply of supplies.filter(({ machine }) => machine !== null)) {
        const rows = site.connections.filter(
          (c) => c.service === 'control' && c.from.module_id === supply.module_id,
        )
        const { functions, tag } = supply.breaker
        expect(functions).toEqual(expect.arrayContaining(['50/51V', '51G', '87G', '86']))
        const leads = rows.find(({ description }) => description.includes('Neutral current transformers'))
        // three phases and their return for 51V and 87G, two for the core in the neutral earth of 51G
        expect(leads?.cable?.cores_count).toBeGreaterThanOrEqual(3 + 1 + 2)
        expect([leads?.cable?.size_awg, leads?.description.endsWith(`to ${tag}`)]).toEqual(['10', true])
        expect(rows.some(({ description }) => description.startsWith('Shutdown of the machines by 86'))).toBe(
          true,
        )
      }
    }
  })
})

test('relays and meters of the catalogue stand in front of the switchgear that holds their transformers', () => {
  const { components } = parseAssemblySpec(repositoryText(`examples/catalogue/${KEY}`), KEY)
  /** Lower corner and size along the wall and across it, mm. */
  const place = (id: string): { x: number; y: number; width: number; depth: number } => {
    const { origin_mm: [x = 0, y = 0] = [], size_mm: [width = 0, depth = 0] = [] } =
      components.find((one) => one.id === id) ?? {}
    return { x, y, width, depth }
  }
  const inFrontOf = (id: string, cabinet: string): boolean => {
    const [one, holder] = [place(id), place(cabinet)]
    const along = one.x - holder.x
    const off = one.y - holder.y - holder.depth
    return one.width > 0 && along >= 0 && along + one.width <= holder.width && off >= 0 && off < 50
  }
  for (const id of ['rly-pcc', 'rly-cmp', 'rly-bess', 'mtr-rev', 'mtr-src', 'xfm-01', 'gen-01'])
    expect([id, inFrontOf(id, 'MVSG')]).toEqual([id, true])
  for (const id of ['mtr-cmp-1', 'mtr-cmp-2', 'mtr-cmp-3', 'mtr-cmp-4', 'mtr-aux-a', 'mtr-aux-b'])
    expect([id, inFrontOf(id, 'LVS')]).toEqual([id, true])
})
