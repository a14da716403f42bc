import type { Block, Connection, ModuleKind, Service, SiteModule } from '@edp/schemas'

import type { InstallationSite } from '../src/installation-site.ts'

/** What varies between the sites of the tests. */
export interface FixtureOptions {
  readonly containers: number
  readonly units: number
  /** Customer switchgear instead of a grid container. */
  readonly customer?: boolean
  readonly containers_per_block?: number
  readonly transformers_per_block?: number
}

const MASSES: Partial<Record<ModuleKind, number>> = {
  compute_container: 16800,
  grid_container: 21000,
  unit_transformer: 6500,
  heat_rejection_unit: 3200,
  bess_unit: 38000,
  bess_skid: 14500,
}

/** A small hand-made site: blocks with grid container, transformers, containers with coolers, units with skids. */
export function siteFixture(options: FixtureOptions): InstallationSite {
  const { containers, units, customer = false } = options
  const perBlock = options.containers_per_block ?? 32
  const transformers = options.transformers_per_block ?? 1
  const blocksCount = Math.max(1, Math.ceil(containers / perBlock))
  const unitsPerBlock = Math.ceil(units / blocksCount)
  const modules: SiteModule[] = []
  const connections: Connection[] = []
  const blocks: Block[] = []
  const add = (
    kind: ModuleKind,
    letter: string,
    ordinal: number,
    total: number,
    block_id: string,
    parent: string | null,
  ): SiteModule => {
    const digits = Math.max(2, String(total).length)
    const module: SiteModule = {
      module_id: `${kind}_${ordinal}`,
      designation: `${letter}${String(ordinal).padStart(digits, '0')}`,
      kind,
      ordinal,
      block_id,
      description: kind.replaceAll('_', ' '),
      assembly_id: null,
      parent_module_id: parent,
      scope: kind === 'customer_switchgear' ? 'by_others' : 'supply',
      in_dtm: true,
      container_position: `${letter}-${ordinal}`,
      x_m: ordinal * 6,
      y_m: 10,
      length_m: 2.438,
      width_m: 12.192,
      height_m: 2.896,
      mass_kg: MASSES[kind] ?? 0,
      lift_mass_kg: MASSES[kind] ?? 0,
    }
    modules.push(module)
    return module
  }
  const connect = (
    connection_id: string,
    service: Service,
    block_id: string,
    from: SiteModule,
    to: SiteModule,
  ): void => {
    const end = (module: SiteModule): Connection['from'] => ({
      module_id: module.module_id,
      designation: module.designation,
      device: '-',
      port: '-',
      plate_id: null,
      slot: null,
      termination: '-',
    })
    connections.push({
      connection_id,
      service,
      medium: service.startsWith('coolant') ? 'hose' : 'cable',
      description: service,
      scope: 'supply',
      block_id,
      system: null,
      from: end(from),
      to: end(to),
      quantity: 1,
      cable: null,
      hose: null,
      length: { route_m: 10, rise_m: 2, termination_m: 2, slack_pct: 10, cut_m: 16, basis: 'fixture' },
      total_length_m: 16,
      earth_length_m: 0,
      total_mass_kg: null,
      power: null,
      flow: null,
      data: null,
    })
  }
  const ring = add('earth_ring', 'E', 1, 1, 'site', null)
  for (let b = 1; b <= blocksCount; b += 1) {
    const block_id = `block_${b}`
    const grid = customer
      ? add('customer_switchgear', 'S', b, blocksCount, block_id, null)
      : add('grid_container', 'G', b, blocksCount, block_id, null)
    connect(`G-${grid.designation}-SITE-01`, 'earth', block_id, grid, ring)
    for (let t = 1; t <= (customer ? 0 : transformers); t += 1) {
      const ordinal = (b - 1) * transformers + t
      const transformer = add(
        'unit_transformer',
        'T',
        ordinal,
        blocksCount * transformers,
        block_id,
        grid.module_id,
      )
      connect(`PM-${grid.designation}-${transformer.designation}-01`, 'power_mv', block_id, grid, transformer)
      connect(`PL-${transformer.designation}-${grid.designation}-01`, 'power_lv', block_id, transformer, grid)
    }
    const compute_module_ids: string[] = []
    for (let c = (b - 1) * perBlock + 1; c <= Math.min(containers, b * perBlock); c += 1) {
      const container = add('compute_container', 'C', c, containers, block_id, null)
      const cooler = add('heat_rejection_unit', 'D', c, containers, block_id, container.module_id)
      compute_module_ids.push(container.module_id)
      connect(`PL-${grid.designation}-${container.designation}-A01`, 'power_lv', block_id, grid, container)
      connect(`F-${grid.designation}-${container.designation}-A01`, 'fibre', block_id, grid, container)
      connect(`G-${container.designation}-SITE-01`, 'earth', block_id, container, ring)
      connect(`G-${cooler.designation}-SITE-01`, 'earth', block_id, cooler, ring)
      connect(`HS-${container.designation}-01`, 'coolant_supply', block_id, cooler, container)
      connect(`HS-${container.designation}-02`, 'coolant_return', block_id, container, cooler)
    }
    const bess_module_ids: string[] = []
    const from = (b - 1) * unitsPerBlock + 1
    for (let k = from; k < from + unitsPerBlock && k <= units; k += 1) {
      const unit = add('bess_unit', 'B', k, units, block_id, null)
      const skid = add('bess_skid', 'K', k, units, block_id, null)
      bess_module_ids.push(unit.module_id)
      connect(`PD-${unit.designation}-${skid.designation}-01`, 'power_dc', block_id, unit, skid)
      connect(`PM-${grid.designation}-${skid.designation}-01`, 'power_mv', block_id, grid, skid)
      connect(`F-${grid.designation}-${unit.designation}-01`, 'fibre', block_id, grid, unit)
    }
    blocks.push({
      block_id,
      ordinal: b,
      grid_module_id: grid.module_id,
      compute_module_ids,
      bess_module_ids,
    })
  }
  return {
    payload: {
      deployment_id: '3f2a7c1e-9b4d-4c8a-8f6e-1d2c3b4a5f60',
      operator_org: 'Operator',
      deployment_site_name: 'Test site',
      contact_email: 'site@example.com',
      energy_source: 'grid_hybrid',
      source_capacity_mw: 10,
      primary_workload: 'mixed',
      gpu_variant: 'b200',
      target_gpu_count: containers * 56,
      bess_coupling: units > 0 ? 'ac_coupled' : 'none',
      bess_capacity_mwh: units * 4,
      grid_connection: 'grid_tied',
      climate_zone: 'temperate',
      deployment_context: 'commercial',
      aws_partition: 'standard',
    },
    design_revision: 'abc12345',
    blocks,
    modules,
    connections,
  }
}
