import type {
  CableDetail,
  Connection,
  Endpoint,
  HoseDetail,
  ItemSourcing,
  SiteItem,
  SiteModel,
  SiteModule,
  Typical,
} from '@edp/schemas'

/** What a test says of a connection; the rest has plain values. */
export type ConnectionFacts = Pick<Connection, 'connection_id' | 'service'> &
  Partial<Pick<Connection, 'scope' | 'system' | 'quantity' | 'block_id' | 'description'>> & {
    readonly from: string
    readonly to: string
    readonly cut_m: number
    readonly cable?: Partial<CableDetail>
    readonly hose_dn?: number
    readonly mass_kg_per_m?: number
  }

const CABLE: CableDetail = {
  type: 'XHHW-2 Cu 600 V',
  conductor: 'Cu',
  cores_count: 1,
  cables_per_set_count: 1,
  sets_count: 1,
  neutrals_count: 0,
  size_awg: null,
  size_mm2: null,
  earth_size_awg: null,
  earth_size_mm2: null,
  fibres_count: null,
  plugs: null,
  voltage_rating_v: 600,
  outer_diameter_mm: null,
  mass_kg_per_m: null,
  min_bend_radius_mm: null,
  colour_code: '',
  install_method: 'duct bank',
}
const HOSE: HoseDetail = {
  type: 'EPDM hose',
  line_no: 'DN50-FWSS-10101-HS1A-N-N',
  fluid: 'PG35',
  dn: 50,
  inner_diameter_mm: 50,
  material: 'EPDM, peroxide cured',
  reinforcement: 'textile',
  working_pressure_bar: 10,
  burst_pressure_bar: 40,
  test_pressure_bar: 15,
  temperature_min_c: -40,
  temperature_max_c: 100,
  min_bend_radius_mm: 300,
  coupling: 'flange PN16',
  dry_break: false,
  dry_break_ends: [],
  reducer_dn: null,
  insulation: 'none',
}
export const SOURCING: ItemSourcing = {
  tier: 'federal_civilian',
  country_of_origin: 'TBC - supplier certificate',
  taa_status: 'TBC - supplier certificate',
  baa_status: 'TBC - supplier certificate',
  section_889: 'not applicable',
  section_154: 'not applicable',
  dfars_qualifying: 'not applicable',
  excluded: false,
  supplier_certificate_required: true,
  note: '',
}

const KINDS = {
  C: 'compute_container',
  D: 'heat_rejection_unit',
  G: 'grid_container',
  E: 'earth_ring',
  U: 'utility_supply',
} as const satisfies Record<string, SiteModule['kind']>

function kindOf(designation: string): SiteModule['kind'] {
  return KINDS[designation.charAt(0) as keyof typeof KINDS]
}

function moduleId(designation: string): string {
  return `${kindOf(designation)}_${Number(designation.slice(1))}`
}

function endpoint(designation: string): Endpoint {
  return {
    module_id: designation === '*' ? '*' : moduleId(designation),
    designation,
    device: 'MDP',
    port: 'CG.PA',
    plate_id: 'CG',
    slot: 'PA',
    termination: 'two-hole lug',
  }
}

/** A connection whose totals follow from its cut length as the site model makes them. */
export function connection(facts: ConnectionFacts): Connection {
  const hose = facts.hose_dn === undefined ? null : { ...HOSE, dn: facts.hose_dn }
  const cable = hose === null ? { ...CABLE, ...facts.cable } : null
  const quantity = facts.quantity ?? 1
  const sets = quantity * (cable?.sets_count ?? 1)
  return {
    connection_id: facts.connection_id,
    service: facts.service,
    medium: hose === null ? 'cable' : 'hose',
    description: facts.description ?? facts.connection_id,
    scope: facts.scope ?? 'supply',
    block_id: facts.block_id ?? 'block_1',
    system: facts.system ?? null,
    from: endpoint(facts.from),
    to: endpoint(facts.to),
    quantity,
    cable,
    hose,
    length: {
      route_m: facts.cut_m - 10,
      rise_m: 4,
      termination_m: 6,
      slack_pct: 10,
      cut_m: facts.cut_m,
      basis: 'LE-CABLE-01',
    },
    total_length_m: facts.cut_m * sets * (cable?.cables_per_set_count ?? 1),
    earth_length_m: cable?.earth_size_awg == null ? 0 : facts.cut_m * sets,
    total_mass_kg: facts.mass_kg_per_m === undefined ? null : facts.mass_kg_per_m * facts.cut_m * sets,
    power: null,
    flow: null,
    data: null,
  }
}

/** An item of the site; one of a kind of module unless the test says otherwise. */
export function item(
  facts: Pick<SiteItem, 'item_id' | 'level' | 'category' | 'description'> & Partial<SiteItem>,
): SiteItem {
  return {
    parent_item_id: null,
    tag: null,
    block_id: null,
    module_kind: null,
    module_ids: [],
    rating: '',
    manufacturer: null,
    mpn: null,
    scope: 'supply',
    unit: 'ea',
    quantity_per_module: 1,
    quantity: 1,
    spare_quantity: 0,
    unit_mass_kg: null,
    sourcing: SOURCING,
    component_tags: '',
    spec_ref: 'catalogue',
    ...facts,
  }
}

function module(designation: string, block: string, parent: string | null = null): SiteModule {
  const kind = kindOf(designation)
  return {
    module_id: moduleId(designation),
    designation,
    kind,
    ordinal: Number(designation.slice(1)),
    block_id: block,
    description: designation,
    assembly_id: null,
    parent_module_id: parent === null ? null : moduleId(parent),
    scope: 'supply',
    in_dtm: kind.endsWith('container'),
    container_position: designation,
    x_m: 0,
    y_m: 0,
    length_m: 12.192,
    width_m: 2.438,
    height_m: 2.896,
    mass_kg: 12000,
    lift_mass_kg: 12000,
  }
}

const FEEDER = {
  size_awg: '250',
  size_mm2: 127,
  cables_per_set_count: 3,
  earth_size_awg: '4',
  earth_size_mm2: 21.2,
}
const EARTH = { type: 'Bare Cu stranded', size_awg: '2/0', size_mm2: 67.4 }
const TRUNK = { type: 'OS2 MPO-12 trunk', conductor: 'glass', fibres_count: 12 } as const

/** Connections of the fixture, on purpose not in the order of the schedule. */
export const CONNECTIONS: readonly Connection[] = [
  connection({
    connection_id: 'PL-G01-C10-A01',
    service: 'power_lv',
    from: 'G01',
    to: 'C10',
    cut_m: 66,
    system: 'A',
    cable: FEEDER,
    mass_kg_per_m: 4,
  }),
  connection({
    connection_id: 'PL-G01-C02-B01',
    service: 'power_lv',
    from: 'G01',
    to: 'C02',
    cut_m: 27,
    system: 'B',
    cable: FEEDER,
    mass_kg_per_m: 4,
  }),
  connection({
    connection_id: 'PL-G01-C02-A01',
    service: 'power_lv',
    from: 'G01',
    to: 'C02',
    cut_m: 27,
    system: 'A',
    cable: FEEDER,
    mass_kg_per_m: 4,
  }),
  connection({
    connection_id: 'PM-U01-G01-01',
    service: 'power_mv',
    from: 'U01',
    to: 'G01',
    cut_m: 33,
    scope: 'by_others',
    cable: { ...FEEDER, type: 'MV-105 Cu EPR 15 kV' },
  }),
  connection({
    connection_id: 'F-G01-C02-X01',
    service: 'fibre',
    from: 'G01',
    to: 'C02',
    cut_m: 30,
    quantity: 28,
    cable: TRUNK,
  }),
  connection({
    connection_id: 'G-E01-C02-01',
    service: 'earth',
    from: 'C02',
    to: 'E01',
    cut_m: 5,
    cable: EARTH,
    mass_kg_per_m: 0.6,
  }),
  connection({
    connection_id: 'HS-C02-01',
    service: 'coolant_supply',
    from: 'D02',
    to: 'C02',
    cut_m: 3,
    hose_dn: 50,
  }),
  connection({
    connection_id: 'HS-C10-01',
    service: 'coolant_supply',
    from: 'D10',
    to: 'C10',
    cut_m: 4,
    hose_dn: 50,
  }),
  connection({
    connection_id: 'PL-C02-D02-01',
    service: 'power_lv',
    from: 'C02',
    to: 'D02',
    cut_m: 8,
    cable: { size_awg: '10', size_mm2: 5.26 },
  }),
]

const TYPICALS: readonly Typical[] = [
  {
    kind: 'compute_container',
    assembly_id: 'compute-container-federal-ac',
    title: 'Compute container',
    modules_count: 2,
    module_ids: ['compute_container_2', 'compute_container_10'],
    equipment: [],
    designations: 'C02, C10',
    connections: [
      connection({
        connection_id: 'W-PA',
        service: 'power_lv',
        from: '*',
        to: '*',
        cut_m: 4.5,
        cable: { size_mm2: 107.2, sets_count: 4 },
        mass_kg_per_m: 1.2,
      }),
      connection({
        connection_id: 'H-N1S',
        service: 'coolant_supply',
        from: '*',
        to: '*',
        cut_m: 3.5,
        hose_dn: 10,
      }),
    ],
  },
]

const COMPUTE = {
  module_kind: 'compute_container',
  module_ids: ['compute_container_2', 'compute_container_10'],
} as const

const ITEMS: readonly SiteItem[] = [
  item({
    item_id: 'compute',
    level: 'module',
    category: 'enclosure',
    description: 'Compute container',
    quantity: 2,
    unit_mass_kg: 12000,
    ...COMPUTE,
  }),
  item({
    item_id: 'C-080',
    parent_item_id: 'compute',
    level: 'equipment',
    category: 'cooling',
    description: 'Coolant distribution unit',
    quantity: 2,
    unit_mass_kg: 900,
    ...COMPUTE,
  }),
  item({
    item_id: '52-C02A',
    tag: '52-C02A',
    block_id: 'block_1',
    level: 'equipment',
    category: 'power',
    description: 'MCCB breaker, feeder to C02, system A',
    rating: '480 V, frame 250 A',
  }),
  item({
    item_id: '52-C03A',
    tag: '52-C03A',
    block_id: 'block_1',
    level: 'equipment',
    category: 'power',
    description: 'MCCB breaker, feeder to C03, system A',
    rating: '480 V, frame 250 A',
  }),
  item({
    item_id: '52-C04A',
    tag: '52-C04A',
    block_id: 'block_1',
    level: 'equipment',
    category: 'power',
    description: 'MCCB breaker, feeder to C04, system A',
    rating: '480 V, frame 250 A',
  }),
  item({
    item_id: 'C-081',
    parent_item_id: 'C-080',
    level: 'part',
    category: 'spare',
    description: 'Filter element 50 um',
    quantity_per_module: 2,
    quantity: 4,
    spare_quantity: 1,
    ...COMPUTE,
  }),
  item({
    item_id: 'bess',
    level: 'module',
    category: 'bess',
    description: 'Battery unit',
    scope: 'bought_in',
    unit_mass_kg: 38000,
    sourcing: { ...SOURCING, excluded: true, note: 'Not procurable in this tier.' },
  }),
  item({
    item_id: 'S-030',
    level: 'site',
    category: 'civil',
    description: 'Foundation pads',
    scope: 'by_others',
    quantity: 6,
  }),
]

/** A small site: two of ten compute containers, one block, a battery. Only what the two documents read is filled in. */
export function siteFixture(
  changes: { site_name?: string; connections?: readonly Connection[]; items?: readonly SiteItem[] } = {},
): SiteModel {
  const site = {
    schema: 'edp.site-model/1',
    design_revision: 'a1b2c3d4',
    payload: {
      deployment_id: 'c27892df-ea23-5389-a486-9a6d0639ed9c',
      deployment_site_name: changes.site_name ?? 'Columbus North',
      operator_org: 'Meridian',
    },
    resolution: {
      deployment_profile: 'federal_ac',
      gpu_variant: 'b200',
      gpu_count: 112,
      compute_container_count: 2,
      sourcing_tier: 'federal_civilian',
    },
    blocks: [{ block_id: 'block_1', ordinal: 1 }],
    modules: [
      module('G01', 'block_1'),
      module('C02', 'block_1'),
      module('C10', 'block_1'),
      module('D02', 'block_1', 'C02'),
      module('D10', 'block_1', 'C10'),
      module('U01', 'site'),
      module('E01', 'site'),
    ],
    typicals: TYPICALS,
    connections: changes.connections ?? CONNECTIONS,
    items: changes.items ?? ITEMS,
    loads: { site_kw: 281.4, source_capacity_kw: 2500 },
    bess: { units_count: 1, installed_mwh: 3.916 },
    cooling: { technology_supply_c: 36 },
    basis: [
      {
        rule_id: 'LE-CABLE-01',
        quantity: 'Cut length',
        applies_to: 'PL-G01-C02-A01',
        value: 27,
        unit: 'm',
        formula: '(route + 10) x 1.10',
        inputs: { route_m: 14 },
        source: 'assumption',
      },
    ],
    findings: [
      {
        code: 'SRC-001',
        severity: 'critical',
        message: 'Battery not procurable in this tier.',
        concerns: ['B01'],
        figures: { units_count: 1 },
        artifacts: ['bom'],
      },
    ],
  }
  return site as unknown as SiteModel
}
