import type { AssemblySpec, ConfiguratorPayload, Connection, SiteModel } from '@edp/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyPayload, engineerExample, examplePayload, exampleSelection, specOf } from '../src/index.ts'

const RUNS = { seed: 20_261_124, numRuns: 40 }
/** More than three blocks. */
const CONTAINERS_MAX = 100
const GPUS = 56

function forAnySite(check: (site: SiteModel) => void): void {
  fc.assert(
    fc.property(anyPayload(CONTAINERS_MAX), (payload) => {
      check(siteOf(payload))
    }),
    RUNS,
  )
}

/** Every check draws the same payloads: each site is engineered once. */
const sites = new Map<string, SiteModel>()

function siteOf(payload: ConfiguratorPayload): SiteModel {
  const key = JSON.stringify(payload)
  const known = sites.get(key)
  if (known !== undefined) return known
  const site = engineerExample(payload)
  sites.set(key, site)
  return site
}

/** Everything that carries power, between modules and inside them. */
const allOf = (site: SiteModel): readonly Connection[] => [
  ...site.connections,
  ...site.typicals.flatMap((typical) => typical.connections),
]

test('every connection ends on a port of the catalogue, on modules that exist, and both ends name one position of one plate', () => {
  forAnySite((site) => {
    const ports = catalogueOf(site)
    const kinds = new Map(site.modules.map((m) => [m.module_id, m.kind]))
    for (const { connection_id, from, to } of site.connections) {
      // The earth ring has no plate: a bond is welded to it. A grid container has plates of its own for what leads to containers.
      if (kinds.get(to.module_id) === 'earth_ring') expect(to.plate_id, connection_id).toBeNull()
      else if (!PASSED.test(from.plate_id ?? '')) {
        expect(from.plate_id, connection_id).toBe(to.plate_id)
        expect(from.slot, connection_id).toBe(to.slot)
      }
      for (const end of [from, to]) {
        const kind = kinds.get(end.module_id)
        expect(kind, connection_id).toBeDefined()
        const known = ports.get(kind ?? '')
        // Equipment BY OTHERS has no specification: it takes whatever leads to it.
        if (known !== undefined) expect(known.has(end.port), `${connection_id} ${end.port}`).toBe(true)
      }
    }
    for (const typical of site.typicals)
      for (const { connection_id, from, to } of typical.connections)
        for (const end of [from, to])
          expect(
            ports.get(typical.kind)?.has(end.port) === true ||
              [from, to].some(({ device }) => SET_BY_DESIGN.test(device)),
            `${connection_id} ${end.port}`,
          ).toBe(true)
  })
})

test('no cable is above its derated ampacity or the drop limit without a finding, and none is found without a reason', () => {
  forAnySite((site) => {
    const powers = allOf(site).flatMap((c) => (c.power === null ? [] : [c.power]))
    const codes = new Set(site.findings.map((f) => f.code))
    expect(codes.has('EL-002')).toBe(powers.some((p) => p.utilisation_pct > 100))
    expect(codes.has('EL-001')).toBe(
      powers.some((p) => p.voltage_drop_pct > site.electrical.voltage_drop_limit_pct),
    )
  })
})

test('every cable carries what its overcurrent device lets through', () => {
  forAnySite((site) => {
    for (const { connection_id, power } of site.connections)
      if (power !== null && power.protection_a !== null)
        expect(power.ampacity_derated_a, connection_id).toBeGreaterThanOrEqual(power.protection_a)
  })
})

test('every bus and breaker stands its short-circuit current, or a finding says so', () => {
  forAnySite((site) => {
    const strong = site.electrical.blocks.flatMap((b) =>
      [b.mv_bus, ...b.lv_buses].filter((bus) => bus !== null && bus.short_circuit_ka > bus.withstand_ka),
    )
    expect(site.findings.some((f) => f.code === 'EL-003')).toBe(strong.length > 0)
  })
})

test('transformers carry the demand of their block at 80 %, blocks keep the limits of their switchgear', () => {
  forAnySite((site) => {
    for (const block of site.electrical.blocks) {
      const kva = block.transformers.reduce((sum, t) => sum + t.rating_kva, 0)
      expect(block.demand_kva).toBeLessThanOrEqual(0.8 * kva + 0.1)
      expect(block.demand_kva).toBeLessThanOrEqual(5000)
    }
    const demand = site.electrical.blocks.reduce((sum, b) => sum + b.demand_kw, 0)
    expect(Math.abs(demand - site.loads.site_kw)).toBeLessThan(0.1 * site.electrical.blocks.length)
  })
})

test('coolant lines and hoses carry no more than their greatest flow', () => {
  forAnySite((site) => {
    for (const { connection_id, flow } of allOf(site))
      if (flow !== null) expect(flow.utilisation_pct, connection_id).toBeLessThanOrEqual(100)
  })
})

test('the battery holds what was asked for, and no unit more than that takes', () => {
  forAnySite(({ bess, payload }) => {
    if (bess === null) return
    expect(bess.installed_mwh).toBeGreaterThanOrEqual(payload.bess_capacity_mwh - 1e-3)
    expect(bess.installed_mwh - bess.unit_energy_mwh).toBeLessThan(payload.bess_capacity_mwh)
  })
})

test('more GPUs never need less of anything', () => {
  fc.assert(
    fc.property(anyPayload(CONTAINERS_MAX), fc.integer({ min: 1, max: 40 }), (payload, more) => {
      const small = needsOf(engineerExample(payload))
      const large = needsOf(
        engineerExample({ ...payload, target_gpu_count: payload.target_gpu_count + more * GPUS }),
      )
      const less = [...small].filter(([what, quantity]) => (large.get(what) ?? 0) < quantity)
      expect(less.map(([what, quantity]) => `${what}: ${quantity}, then ${large.get(what) ?? 0}`)).toEqual([])
    }),
    RUNS,
  )
})

test('same input, same bytes, whatever the order of its keys', () => {
  fc.assert(
    fc.property(anyPayload(CONTAINERS_MAX), (payload) => {
      const reversed = Object.fromEntries(Object.entries(payload).reverse()) as typeof payload
      const without = (site: SiteModel): string => JSON.stringify({ ...site, payload: null })
      expect(without(engineerExample(reversed))).toBe(without(engineerExample(payload)))
      expect(JSON.stringify(engineerExample(payload))).toBe(JSON.stringify(engineerExample(payload)))
    }),
    { ...RUNS, numRuns: 10 },
  )
})

/** Breakers of the switchgear, their meters and transformers, monitors of unit transformers, jumpers, locks and terminations are lines by size: one size may take another's place. */
const TRADED =
  /^(52-|bonding-jumper|instrument-|block_\d+\/VT|grid_container\/G-030|grid_container\/G-05[34]|key-interlock|T\d|feeder-breaker|skid-breaker|site\/termination|S\d)/

/** Lines that stand once for each rating or number in a block: one container more may move one of them to another. */
const RATED_APART = /^(\w+_container\/(?:[CG]-\d+|auxiliary-relay|monitor-module))-\d+$/

/**
 * What a site needs, by name: loads, coolant, modules, equipment of the catalogue, transformer capacity and runs of cable. Sizes
 * (a transformer of 2,000 kVA becomes two of 1,500) and lengths (a second block stands nearer) may trade for each other.
 */
function needsOf(site: SiteModel): Map<string, number> {
  const needs = new Map<string, number>()
  const add = (what: string, quantity: number): void => {
    needs.set(what, (needs.get(what) ?? 0) + quantity)
  }
  add('site_kw', site.loads.site_kw)
  add('compute_kw', site.loads.compute_kw)
  add('heat_kw', site.cooling.site_heat_kw)
  add('coolant_l', site.cooling.site_coolant_l)
  add('glycol_l', site.cooling.site_glycol_l)
  add('water_m3_per_h', site.cooling.site_water_m3_per_h)
  for (const module of site.modules) add(`module ${module.kind}`, 1)
  for (const block of site.electrical.blocks)
    for (const t of block.transformers) add('transformer kVA', t.rating_kva)
  for (const item of site.items)
    if (!TRADED.test(item.item_id))
      add(`item ${item.item_id.replace(RATED_APART, '$1')}`, item.quantity + item.spare_quantity)
  for (const block of site.electrical.blocks)
    for (const feeder of block.feeders) add(`feeders ${feeder.kind}`, 1)
  for (const c of site.connections) add(`runs ${c.service}`, c.quantity)
  for (const typical of site.typicals)
    for (const c of typical.connections)
      add(`inside ${typical.kind} ${c.service} m`, c.total_length_m * typical.modules_count)
  add('spines', site.network.fabric.spines_count)
  return needs
}

/** What the design sets into the container with the spines or the core, whose leads take ports that the catalogue leaves free. */
const SET_BY_DESIGN = /^(EMS|TX2|SPB|ODF|FPP|RTR|JMP|CLK|SWC[AB]|SPN\d*|pdu-[se]\w+|swm-02)$/

/** Plates of a grid container that its cables to containers and batteries pass: their far ends are on the plates of those. */
const PASSED = /^EX-[FN]$/

/** Ports of every kind of module that the catalogue of a site describes, arrays written out. */
function catalogueOf(site: SiteModel): Map<string, Set<string>> {
  const selection = exampleSelection(site.resolution.deployment_profile)
  const ports = new Map<string, Set<string>>()
  for (const urls of [selection.compute_container, selection.grid_container]) {
    if (urls === null) continue
    const spec = specOf(urls)
    ports.set(spec.role, portIds(spec.ports))
    for (const unit of spec.yard) ports.set(unit.kind, portIds(unit.ports))
  }
  return ports
}

function portIds(ports: AssemblySpec['ports']): Set<string> {
  return new Set(
    ports.flatMap(({ id, array }) =>
      array === undefined
        ? [id]
        : Array.from({ length: array.count }, (_, i) =>
            id.replace(/\{\w+(?::0?(\d+))?\}/g, (_whole, width?: string) =>
              String(array.from + i).padStart(Number(width ?? 0), '0'),
            ),
          ),
    ),
  )
}

test('the examples themselves are among the payloads that are tried', () => {
  expect(engineerExample(examplePayload('commercial_ac')).typicals).toHaveLength(2)
})
