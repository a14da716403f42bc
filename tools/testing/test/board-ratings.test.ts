import { parseAssemblySpec } from '@edp/hardware-selector'
import type { SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, repositoryText } from '../src/index.ts'

const KEY = 'assemblies/grid-container/commercial-ac/spec.yaml'
const SPEC = parseAssemblySpec(repositoryText(`examples/catalogue/${KEY}`), KEY)
const madeFor = (device: string) => SPEC.components.find(({ id }) => id === device)?.electrical

/** Every number of containers up to one block and a container, those around others, and the largest site. */
const CONTAINERS = [...Array.from({ length: 33 }, (_, index) => index + 1), 57, 2000]

const sized = (name: (typeof EXAMPLE_NAMES)[number], containers: number, change: object): SiteModel => {
  const payload = examplePayload(name)
  return engineerExample({
    ...payload,
    gpu_variant: 'b200',
    target_gpu_count: 56 * containers,
    source_capacity_mw: Math.max(payload.source_capacity_mw, 0.3 * containers),
    ...change,
  })
}

/** Boards of the grid containers that need more than the catalogue's are made for. */
const weakBoards = ({ electrical, resolution }: SiteModel): string[] =>
  !resolution.grid_container_present
    ? []
    : electrical.blocks.flatMap(({ mv_bus, lv_buses }) =>
        [
          ...(mv_bus === null ? [] : [{ bus: mv_bus, data: madeFor('MVSG') }]),
          ...lv_buses.map((bus) => ({ bus, data: madeFor('LVS') })),
        ].flatMap(({ bus, data }) =>
          bus.withstand_ka > (data?.withstand_ka ?? 0) || bus.rating_a > (data?.rated_a ?? 0)
            ? [bus.tag]
            : [],
        ),
      )

describe('EL-010: what a board needs, over all sizes', () => {
  test.each(EXAMPLE_NAMES)(
    '%s: a board holds its greatest current, or the finding names it',
    (name) => {
      for (const containers of CONTAINERS) {
        // The tropics have the largest motors: a trim chiller beside the air units.
        const site = sized(name, containers, { climate_zone: 'tropical' })
        for (const bus of site.electrical.blocks.flatMap((block) => block.lv_buses))
          expect(bus.withstand_ka, `${bus.tag} of ${containers}`).toBeGreaterThan(bus.greatest_ka ?? 0)
        const found = site.findings.find(({ code }) => code === 'EL-010')?.concerns ?? []
        expect(weakBoards(site).filter((tag) => !found.includes(tag))).toEqual([])
      }
    },
    60_000,
  )

  test('two transformers of 2,500 kVA with the chillers of the tropics need 85 kA: the board is made for 65 kA', () => {
    const site = sized('commercial_ac', 24, { climate_zone: 'tropical' })
    const [block] = site.electrical.blocks
    expect(block?.transformers.map((t) => t.rating_kva)).toEqual([2500, 2500])
    expect(block?.lv_buses.map((bus) => bus.withstand_ka)).toEqual([85, 85])
    expect(madeFor('LVS')).toMatchObject({ withstand_ka: 65 })
    expect(site.findings.find(({ code }) => code === 'EL-010')?.concerns).toEqual(['LVS1', 'LVS2'])
    // Without the chillers 65 kA are enough.
    const temperate = sized('commercial_ac', 24, { climate_zone: 'temperate' })
    expect(temperate.electrical.blocks[0]?.lv_buses.map((bus) => bus.withstand_ka)).toEqual([65, 65])
    expect(temperate.findings.some(({ code }) => code === 'EL-010')).toBe(false)
  })
})

test.each(EXAMPLE_NAMES)('EL-011: the line-up of the catalogue holds what %s takes', (name) => {
  const { findings } = engineerExample(name)
  expect(findings.filter(({ code }) => code === 'EL-011')).toEqual([])
})
