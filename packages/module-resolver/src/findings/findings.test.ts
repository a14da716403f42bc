import type { AssemblySpec, ConfiguratorPayload, Finding, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { gridSpec } from '../../test/grid-fixture.ts'
import { BESS_UNITS } from '../../test/bess-fixtures.ts'
import { COOLING_LIMITS } from '../../test/cooling-fixture.ts'
import { withOutOfBand } from '../../test/network-fixtures.ts'
import { withCollectorSeal, withDcPoles, withEntrance, withTransits } from '../../test/plate-fixtures.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { withCoreWays, withRack } from '../../test/supply-fixtures.ts'
import { CHECKS, type CheckCode } from './checks.ts'

/** A payload, as changes to one commercial container of B200 on the grid, and the catalogue that it meets. */
interface Case {
  readonly payload?: Partial<ConfiguratorPayload>
  readonly compute?: AssemblySpec
  readonly grid?: AssemblySpec
}

/** A site that raises a check, and the nearest one that does not. */
interface BothWays {
  readonly fires: Case
  readonly silent: Case
}

const containers = (count: number): Partial<ConfiguratorPayload> => ({ target_gpu_count: count * 56 })
const SOLAR_ONLY: Partial<ConfiguratorPayload> = { energy_source: 'solar', grid_connection: 'none' }
const DEFENCE: Partial<ConfiguratorPayload> = { deployment_context: 'defense_forward' }
const FEDERAL: Partial<ConfiguratorPayload> = { deployment_context: 'sovereign_government' }
const US_UNIT = gridSpec({
  bess_units: [{ ...BESS_UNITS.ac, country_of_origin: 'US', cell_source: 'US maker' }],
})
const plain = computeSpec()
const withHose = (dn: number): AssemblySpec =>
  computeSpec({
    connections: plain.connections.map((c) =>
      c.id === 'H-N1' ? { ...c, hose: { type: 'EPDM hose', dn } } : c,
    ),
  })
const withCurrent = (current_a: number): AssemblySpec =>
  computeSpec({
    connections: plain.connections.map((c) =>
      c.id === 'W-AU{n}' && c.cable !== undefined ? { ...c, cable: { ...c.cable, current_a } } : c,
    ),
  })
/** Incoming cable of a size, on a position of the plate that takes so much. */
const withIncomer = (size_mm2: number, position_a: number): AssemblySpec =>
  computeSpec({
    ports: plain.ports.map((p) =>
      p.id === 'CG.PA' ? { ...p, rating: { ...p.rating, current_a: position_a } } : p,
    ),
    connections: plain.connections.map((c) =>
      c.id === 'W-PA' && c.cable !== undefined ? { ...c, cable: { ...c.cable, size_mm2 } } : c,
    ),
  })
/** The same with the panel that the ways come from. */
const withPanel = (current_a: number): AssemblySpec => {
  const spec = withCurrent(current_a)
  const panel = { id: 'MDP', kind: 'panel', mass_kg: 500, description: 'Main panel' }
  return computeSpec({ connections: spec.connections, components: [...spec.components, panel] })
}
/** Floor that is kept for things. */
const withFloor = (...ids: string[]): AssemblySpec =>
  computeSpec({
    positions: ids.map((id) => ({ id, origin_mm: [0, 0, 0], size_mm: [1, 1, 1], description: id })),
  })
/** A low-voltage board in the grid container that is made for so much. */
const withLvBoard = (rated_a: number, withstand_ka: number): AssemblySpec =>
  gridSpec({
    components: [
      ...gridSpec().components,
      {
        id: 'LVS',
        kind: 'panel',
        mass_kg: 3000,
        description: 'LV board',
        electrical: { kind: 'board', voltage: '480Y/277 V', rated_a, withstand_ka },
      },
    ],
  })
/** Up-links of a leaf, inside the container, of a length; `up_pinned` where their plugs at the plate have pins. */
const withUplink = (length_m: number, up_pinned = false): AssemblySpec =>
  computeSpec({
    ports: [
      ...plain.ports,
      {
        id: 'swl-01.UP',
        on: 'swl-01',
        service: 'fibre',
        flow: 'both',
        position_mm: [0, 0, 0],
        termination: 'OSFP',
        rating: {},
      },
    ],
    connections: [
      ...plain.connections,
      {
        id: 'F-UP1',
        from: 'swl-01.UP',
        to: 'CG.X1',
        description: 'Up-links of leaf 1',
        route: 'direct',
        length_m,
        cable: {
          type: 'OS2 MPO-12',
          fibres_count: 12,
          runs_count: 28,
          plugs: { polarity: 'B', from_pinned: false, to_pinned: up_pinned, polish: 'APC' },
        },
      },
    ],
  })
const withLength = (length_m: number): AssemblySpec =>
  computeSpec({ connections: plain.connections.map((c) => (c.id === 'W-PA' ? { ...c, length_m } : c)) })
/** Everything that feeds a fault: utility, large plant, 32 battery units. */
const STRONG: Partial<ConfiguratorPayload> = {
  ...withBattery(32 * BESS_UNITS.ac.energy_mwh),
  energy_source: 'nuclear',
  source_capacity_mw: 500,
}
const withFeederPort = (current_a: number): AssemblySpec =>
  computeSpec({
    ports: plain.ports.map((p) => (p.id === 'CG.PA' ? { ...p, rating: { ...p.rating, current_a } } : p)),
  })
const withMvSwitchgear = (panels_count: number): AssemblySpec =>
  gridSpec({
    components: [
      ...gridSpec().components,
      { id: 'MVSG', kind: 'mv_switchgear', mass_kg: 2600, description: 'MV switchgear', panels_count },
    ],
  })
const withAir = (air_heat_kw: number): AssemblySpec =>
  gridSpec({ limits: { compute_feeders_count: 32, load_kva: 5000, air_heat_kw } })
const withMass = (dry_declared_kg: number): AssemblySpec =>
  computeSpec({ mass: { ...plain.mass, dry_declared_kg } })
const withCoolerWidth = (width: number): AssemblySpec =>
  computeSpec({ yard: plain.yard.map((unit) => ({ ...unit, size_m: [width, 2.2, 2.4] })) })

const CASES = {
  'LOAD-001': {
    fires: { payload: { source_capacity_mw: 0.1 } },
    silent: { payload: { source_capacity_mw: 0.2 } },
  },
  'LOAD-002': {
    fires: { payload: { target_gpu_count: 40 } },
    silent: { payload: { target_gpu_count: 112 } },
  },
  'SRC-001': {
    fires: { payload: { energy_source: 'off_grid' } },
    silent: { payload: { energy_source: 'off_grid', grid_connection: 'none' } },
  },
  'SRC-002': { fires: { payload: SOLAR_ONLY }, silent: { payload: { ...SOLAR_ONLY, ...withBattery(8) } } },
  'SRC-003': {
    fires: { payload: { ...SOLAR_ONLY, ...withBattery(8), source_capacity_mw: 0.2 } },
    silent: { payload: { ...SOLAR_ONLY, ...withBattery(8), source_capacity_mw: 2 } },
  },
  'SRC-004': {
    fires: { payload: { ...SOLAR_ONLY, ...withBattery(1), ...containers(8) } },
    silent: { payload: { ...SOLAR_ONLY, ...withBattery(40) } },
  },
  'SRC-005': { fires: {}, silent: { payload: { energy_source: 'nuclear', grid_connection: 'none' } } },
  'SRC-006': {
    fires: { payload: { energy_source: 'off_grid', grid_connection: 'none', source_capacity_mw: 0.4 } },
    silent: {
      payload: {
        energy_source: 'off_grid',
        grid_connection: 'none',
        source_capacity_mw: 4,
        ...containers(8),
      },
    },
  },
  'EL-001': { fires: { compute: withLength(400) }, silent: { compute: withLength(40) } },
  'EL-002': { fires: { compute: withCurrent(40) }, silent: { compute: withCurrent(30) } },
  'EL-003': {
    fires: { payload: STRONG, grid: gridSpec({ bess_units: [{ ...BESS_UNITS.ac, power_kw: 4000 }] }) },
    silent: { payload: STRONG },
  },
  'EL-004': { fires: { payload: containers(4) }, silent: { payload: containers(20) } },
  'EL-005': { fires: { payload: containers(20) }, silent: { payload: containers(4) } },
  'EL-006': {
    fires: { payload: STRONG, grid: gridSpec({ bess_units: [{ ...BESS_UNITS.ac, power_kw: 4000 }] }) },
    silent: { payload: STRONG },
  },
  'EL-007': {
    fires: { payload: { ...SOLAR_ONLY, ...containers(4), ...withBattery(3), source_capacity_mw: 0.2 } },
    silent: { payload: { ...containers(4), ...withBattery(3) } },
  },
  'EL-008': { fires: { compute: withFeederPort(150) }, silent: { compute: withFeederPort(200) } },
  'PLATE-002': {
    fires: { payload: withBattery(8, 'dc_external_pcs'), grid: withDcPoles(4) },
    silent: { payload: withBattery(8, 'dc_external_pcs'), grid: withDcPoles(5) },
  },
  'PLATE-003': {
    // Eight feeders of four singles and their earth are 40 cables.
    fires: { payload: { ...containers(8), ...withBattery(8) }, grid: withTransits(39) },
    silent: { payload: { ...containers(8), ...withBattery(8) }, grid: withTransits(40) },
  },
  'PLATE-004': {
    // Three singles with the earthing conductor beside them.
    fires: { payload: withBattery(4), grid: withCollectorSeal(3) },
    silent: { payload: withBattery(4), grid: withCollectorSeal(4) },
  },
  'EL-009': { fires: {}, silent: { payload: withBattery(4) } },
  'EL-010': {
    fires: { payload: { ...containers(8), ...withBattery(20) }, grid: withLvBoard(1600, 42) },
    silent: { payload: { ...containers(8), ...withBattery(20) }, grid: withLvBoard(2500, 50) },
  },
  'EL-011': {
    // Two incomers with isolator and VT 6, 52-T1 and 52-ET1 2, three collectors with VT 6, bus VT 1: 15 halves, and ET1.
    fires: { payload: withBattery(40), grid: withMvSwitchgear(8) },
    silent: { payload: withBattery(40), grid: withMvSwitchgear(9) },
  },
  'EL-012': {
    fires: { payload: withBattery(8) },
    silent: {},
  },
  'EL-013': {
    fires: { compute: withIncomer(53.5, 200) },
    silent: { compute: withIncomer(53.5, 400) },
  },
  'EL-014': { fires: { compute: withRack('PDB') }, silent: { compute: plain } },
  'EL-015': { fires: { payload: containers(1) }, silent: { payload: containers(8) } },
  'EL-016': { fires: { compute: withPanel(150) }, silent: { compute: withPanel(9) } },
  'EL-017': {
    fires: { payload: containers(8) },
    silent: { payload: containers(1) },
  },
  'EL-019': {
    fires: { payload: { target_gpu_count: 16 * 56 } },
    silent: { payload: { target_gpu_count: 56 } },
  },
  'EL-018': {
    fires: { payload: { ...containers(8), ...withBattery(4) } },
    silent: { payload: { ...containers(20), ...withBattery(4) } },
  },
  'EL-020': { fires: { payload: STRONG }, silent: { payload: withBattery(4) } },
  'EL-021': {
    fires: { payload: withBattery(4), grid: withCoreWays('ups-01', 'ups-01') },
    silent: { payload: withBattery(4), grid: withCoreWays('ups-01', 'LP') },
  },
  'EL-022': {
    fires: { payload: withBattery(4), grid: withEntrance(4600) },
    silent: { payload: withBattery(4), grid: withEntrance(4500) },
  },
  'BESS-001': {
    fires: { payload: { ...withBattery(4), source_capacity_mw: 0.1 } },
    silent: { payload: { ...withBattery(4), source_capacity_mw: 1 } },
  },
  'BESS-002': {
    fires: { payload: { ...withBattery(4), source_capacity_mw: 0.2 } },
    silent: { payload: { ...withBattery(4), source_capacity_mw: 1 } },
  },
  'BESS-003': {
    fires: { payload: { ...containers(20), ...withBattery(3) } },
    silent: { payload: { ...containers(4), ...withBattery(3) } },
  },
  'BESS-004': {
    fires: { payload: { ...containers(160), ...withBattery(3), source_capacity_mw: 50 } },
    silent: { payload: { ...containers(4), ...withBattery(3) } },
  },
  'BESS-005': {
    fires: { payload: { ...FEDERAL, ...withBattery(4, 'dc_integrated_pcs') } },
    silent: { payload: withBattery(4, 'dc_integrated_pcs') },
  },
  'BESS-006': {
    fires: { payload: { ...DEFENCE, ...withBattery(4) }, grid: US_UNIT },
    silent: { payload: withBattery(4), grid: US_UNIT },
  },
  'BESS-007': {
    fires: { payload: withBattery(4, 'dc_external_pcs') },
    silent: { payload: withBattery(4) },
  },
  'LAY-001': {
    fires: { payload: containers(2), compute: withCoolerWidth(4.2) },
    silent: { payload: containers(2) },
  },
  'LAY-003': {
    fires: { payload: containers(2), compute: withFloor('TX2', 'SPB') },
    silent: { payload: containers(2), compute: withFloor('TX2', 'SPB', 'SPN1') },
  },
  'LAY-002': { fires: { compute: withMass(31_000) }, silent: { compute: withMass(30_000) } },
  'FIB-001': {
    fires: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(360) },
    silent: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(20) },
  },
  'FIB-002': {
    fires: { payload: containers(3) },
    silent: { payload: { ...containers(2), gpu_variant: 'h100_sxm' } },
  },
  'FIB-003': {
    fires: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(5700) },
    silent: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(360) },
  },
  // A plug with pins at the plate, where the trunk has pins too.
  'FIB-005': {
    fires: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(20, true) },
    silent: { payload: { ...containers(32), ...withBattery(4) }, compute: withUplink(20) },
  },
  'FIB-004': {
    fires: { payload: containers(2) },
    silent: { payload: { ...containers(2), ...withBattery(4) } },
  },
  'HOSE-001': {
    fires: { payload: { climate_zone: 'subarctic' } },
    silent: { payload: { climate_zone: 'temperate' } },
  },
  'HOSE-002': { fires: { compute: withHose(10) }, silent: { compute: withHose(16) } },
  'PROC-001': { fires: { payload: FEDERAL }, silent: {} },
  'PROC-002': { fires: { payload: DEFENCE }, silent: {} },
  'COOL-001': {
    fires: { compute: computeSpec({ cooling: { ...COOLING_LIMITS, cdu_heat_kw: 90 } }) },
    silent: { compute: computeSpec({ cooling: { ...COOLING_LIMITS, cdu_heat_kw: 91 } }) },
  },
  'COOL-002': {
    fires: { compute: computeSpec({ cooling: { ...COOLING_LIMITS, air_units_count: 2 } }) },
    silent: { compute: plain },
  },
  'COOL-003': {
    fires: { payload: { climate_zone: 'subarctic' } },
    silent: { payload: { climate_zone: 'arid_hot' } },
  },
  'COOL-004': {
    fires: { payload: { climate_zone: 'arid_hot' } },
    silent: { payload: { climate_zone: 'subarctic' } },
  },
  'COOL-005': {
    fires: { payload: { climate_zone: 'arid_hot' } },
    silent: { payload: { climate_zone: 'temperate' } },
  },
  'NET-001': {
    fires: { payload: { ...containers(33), ...withBattery(4) } },
    silent: { payload: { ...containers(32), ...withBattery(4) } },
  },
  'NET-003': {
    fires: { payload: { ...containers(9), ...withBattery(4) }, grid: withAir(20) },
    silent: { payload: { ...containers(8), ...withBattery(4) }, grid: withAir(20) },
  },
  'NET-004': {
    fires: { payload: containers(113) },
    silent: { payload: containers(112) },
  },
  'NET-005': {
    fires: { payload: { ...containers(1), gpu_variant: 'b200' } },
    silent: { payload: { ...containers(1), gpu_variant: 'h100_sxm' } },
  },
  'NET-006': { fires: { compute: withOutOfBand(1) }, silent: { compute: withOutOfBand(2) } },
  'NET-002': { fires: {}, silent: { payload: withBattery(4) } },
  'PLATE-001': { fires: {}, silent: { payload: withBattery(4) } },
} as const satisfies Record<CheckCode, BothWays>

function siteOf({ payload = {}, compute, grid }: Case): SiteModel {
  return exampleSite(payload, {
    ...(compute === undefined ? {} : { compute }),
    ...(grid === undefined ? {} : { grid }),
  })
}

const foundIn = (site: SiteModel, code: string): Finding | undefined =>
  site.findings.find((finding) => finding.code === code)

describe.each(Object.entries(CASES) as [CheckCode, BothWays][])('%s', (code, { fires, silent }) => {
  test(`fires: ${CHECKS[code].meaning}`, () => {
    const found = foundIn(siteOf(fires), code)
    expect(found).toMatchObject({ severity: CHECKS[code].severity, artifacts: CHECKS[code].artifacts })
    expect(found?.message).toMatch(/^[A-Z0-9].*\.$/)
    expect(found?.message).not.toMatch(/NaN|undefined|Infinity/)
    expect(found?.concerns.length).toBeGreaterThan(0)
  })

  test('does not fire on a sound site', () => {
    expect(foundIn(siteOf(silent), code)?.message).toBeUndefined()
  })
})
