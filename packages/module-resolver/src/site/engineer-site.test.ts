import { BessCoupling, ClimateZone, EnergySource, GpuVariant, GridConnection, SiteModel } from '@edp/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { gridSpec } from '../../test/grid-fixture.ts'
import { examplePayload } from '../../test/payload-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { resolveModules } from '../resolution/resolve-modules.ts'
import { engineerSite } from './engineer-site.ts'

const PROPERTY = { seed: 20_260_401, numRuns: 40 }

const anyPayload = fc
  .record({
    target_gpu_count: fc.integer({ min: 1, max: 6000 }),
    gpu_variant: fc.constantFrom(...GpuVariant.options),
    climate_zone: fc.constantFrom(...ClimateZone.options),
    energy_source: fc.constantFrom(...EnergySource.options),
    grid_connection: fc.constantFrom(...GridConnection.options),
    bess_coupling: fc.constantFrom(...BessCoupling.options),
    mwh: fc.double({ min: 0.1, max: 300, noNaN: true }),
    source_capacity_mw: fc.double({ min: 0.1, max: 50, noNaN: true }),
  })
  .map(({ mwh, ...rest }) => ({ ...rest, bess_capacity_mwh: rest.bess_coupling === 'none' ? 0 : mwh }))

describe('sizes of the seed', () => {
  test.each([
    [1, 1, 1],
    [56, 1, 1],
    [57, 2, 1],
    [448, 8, 1],
    [1792, 32, 1],
    [1793, 33, 2],
    [112_000, 2000, 63],
  ])('%i GPUs: %i containers in %i blocks', (gpus, containers, blocks) => {
    const site = exampleSite({ target_gpu_count: gpus, source_capacity_mw: 500, ...withBattery(10) })
    const of = (kind: string) => site.modules.filter((m) => m.kind === kind).length
    expect([of('compute_container'), of('heat_rejection_unit')]).toEqual([containers, containers])
    expect([site.blocks.length, of('grid_container')]).toEqual([blocks, blocks])
    expect(site.electrical.blocks.flatMap((b) => b.feeders.filter((f) => f.kind === 'compute'))).toHaveLength(
      2 * containers,
    )
  })

  test('2,000 containers take seconds at most, and what is made grows with their number', () => {
    const started = performance.now()
    const large = exampleSite({ target_gpu_count: 112_000, source_capacity_mw: 500 })
    expect(performance.now() - started).toBeLessThan(15_000)
    const small = exampleSite({ target_gpu_count: 11_200, source_capacity_mw: 500 })
    expect(large.connections.length / small.connections.length).toBeCloseTo(10, 0)
    // Lines of the bill of materials and of the working grow with the blocks, not with the containers.
    expect(large.items.length).toBeLessThan(1100)
    expect(large.basis.length).toBeLessThan(1000)
  })
})

describe('the model holds together', () => {
  test('every payload gives a model that its schema accepts', () => {
    fc.assert(
      fc.property(anyPayload, (changes) => {
        expect(SiteModel.safeParse(exampleSite(changes)).error?.issues).toBeUndefined()
      }),
      { ...PROPERTY, numRuns: 15 },
    )
  })

  test('every connection ends on modules of the site, its number is unique and its figures are finite', () => {
    fc.assert(
      fc.property(anyPayload, (changes) => {
        const site = exampleSite(changes)
        const modules = new Map(site.modules.map((m) => [m.module_id, m]))
        const ids = site.connections.map((c) => c.connection_id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const c of site.connections)
          for (const end of [c.from, c.to])
            expect(modules.get(end.module_id)?.designation).toBe(end.designation)
        JSON.stringify(site, (_, value: unknown) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not finite')
          return value
        })
      }),
      PROPERTY,
    )
  })

  test('every connection id that the electrical design names exists', () => {
    fc.assert(
      fc.property(anyPayload, (changes) => {
        const site = exampleSite(changes)
        const ids = new Set(site.connections.map((c) => c.connection_id))
        const named = site.electrical.blocks.flatMap((b) => [
          ...b.supplies.map((s) => s.connection_id),
          ...b.transformers.flatMap((t) => [t.primary_connection_id, t.secondary_connection_id]),
          ...b.feeders.map((f) => f.connection_id),
          ...b.bess_branches.flatMap((branch) => [
            ...branch.collector_connection_ids,
            ...branch.units.flatMap((u) => u.power_connection_ids),
          ]),
        ])
        expect(named.filter((id) => id !== null && !ids.has(id))).toEqual([])
      }),
      PROPERTY,
    )
  })

  test('tags and item ids are unique, quantities follow from the modules that hold them', () => {
    fc.assert(
      fc.property(anyPayload, (changes) => {
        const site = exampleSite(changes)
        const ids = site.items.map((i) => i.item_id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const item of site.items) {
          if (item.parent_item_id !== null) expect(ids).toContain(item.parent_item_id)
          if (item.module_ids.length > 0)
            expect(item.quantity).toBeCloseTo(item.quantity_per_module * item.module_ids.length, 6)
        }
      }),
      PROPERTY,
    )
  })

  test('no cable carries more than its derated ampacity or drops more than the limit without a finding', () => {
    fc.assert(
      fc.property(anyPayload, (changes) => {
        const site = exampleSite(changes)
        const codes = new Set(site.findings.map((f) => f.code))
        for (const { power } of site.connections) {
          if (power === null) continue
          expect(power.protection_a).toBeLessThanOrEqual(power.ampacity_derated_a)
          if (power.utilisation_pct > 100) expect(codes).toContain('EL-002')
          if (power.voltage_drop_pct > site.electrical.voltage_drop_limit_pct)
            expect(codes).toContain('EL-001')
        }
      }),
      PROPERTY,
    )
  })
})

describe('more GPUs never need less', () => {
  test('of containers, demand, transformer capacity, feeders, coolant and parts', () => {
    fc.assert(
      fc.property(anyPayload, fc.integer({ min: 1, max: 2000 }), (changes, more) => {
        const few = exampleSite(changes)
        const many = exampleSite({ ...changes, target_gpu_count: changes.target_gpu_count + more })
        const measures = (site: SiteModel) => [
          site.resolution.compute_container_count,
          site.blocks.length,
          site.loads.site_kw,
          site.loads.compute_kw,
          site.cooling.site_glycol_l,
          site.electrical.blocks.flatMap((b) => b.feeders).length,
          site.modules.length,
          site.items
            .filter((i) => i.module_kind === 'compute_container')
            .reduce((sum, i) => sum + i.quantity, 0),
          site.connections.filter((c) => c.hose !== null).reduce((sum, c) => sum + c.total_length_m, 0),
        ]
        measures(many).forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(measures(few)[i] ?? 0)
        })
      }),
      { ...PROPERTY, numRuns: 15 },
    )
  })
})

describe('determinism', () => {
  test('the same input gives the same model, whatever the order of its keys', () => {
    const payload = examplePayload({ target_gpu_count: 300, ...withBattery(9, 'dc_external_pcs') })
    const reversed = Object.fromEntries(Object.entries(payload).reverse()) as typeof payload
    const of = (p: typeof payload) =>
      engineerSite({
        payload: p,
        resolution: resolveModules(p),
        plate_ids: [],
        compute: computeSpec(),
        grid: gridSpec(),
      })
    expect(of(reversed)).toEqual(of(payload))
  })

  test('the design revision changes with the payload and with the catalogue', () => {
    const revision = (site: SiteModel) => site.design_revision
    const base = exampleSite()
    expect(revision(base)).toMatch(/^[0-9a-f]{8}$/)
    expect(revision(exampleSite())).toBe(revision(base))
    expect(revision(exampleSite({ target_gpu_count: 55 }))).not.toBe(revision(base))
    expect(revision(exampleSite({}, { compute: computeSpec({ assembly_version: '1.0.1' }) }))).not.toBe(
      revision(base),
    )
  })

  test('free text harms nothing', () => {
    const hostile = '=1+1\n  0\nSECTION 🚧 設計'
    const site = exampleSite({ operator_org: hostile, deployment_site_name: hostile })
    expect({ ...site, payload: null, design_revision: '' }).toEqual({
      ...exampleSite(),
      payload: null,
      design_revision: '',
    })
  })
})

test('a compute container that the catalogue does not cool is an invalid catalogue', () => {
  expect(() => exampleSite({}, { compute: computeSpec({ cooling: undefined }) })).toThrow(
    expect.objectContaining({ code: 'invalid_catalogue' }),
  )
})

test('a battery that the catalogue does not have is an invalid catalogue', () => {
  expect(() => exampleSite(withBattery(5), { grid: gridSpec({ bess_units: [] }) })).toThrow(
    expect.objectContaining({ code: 'invalid_catalogue' }),
  )
})
