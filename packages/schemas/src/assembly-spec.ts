import * as z from 'zod'

import {
  BessCoupling,
  ClimateZone,
  DeploymentProfile,
  EnergySource,
  GpuVariant,
  GridConnection,
  SourcingTier,
} from './enums.ts'

const oneOrMore = <T extends z.ZodType>(schema: T): z.ZodUnion<readonly [T, z.ZodArray<T>]> =>
  z.union([schema, z.array(schema)])
const positive = z.number().positive()
const point2 = z.tuple([z.number(), z.number()])
const point3 = z.tuple([z.number(), z.number(), z.number()])

/** Condition on the payload and its resolution; all keys must hold, a list means any of its values. */
export const When = z
  .strictObject({
    gpu_variant: oneOrMore(GpuVariant),
    climate_zone: oneOrMore(ClimateZone),
    sourcing_tier: oneOrMore(SourcingTier),
    bess_coupling: oneOrMore(BessCoupling),
    deployment_profile: oneOrMore(DeploymentProfile),
    grid_connection: oneOrMore(GridConnection),
    energy_source: oneOrMore(EnergySource),
  })
  .partial()
export type When = z.infer<typeof When>

/** Repeats an entry: `{var}`, `{var:02}` and `{var+10}` in its strings are replaced by the running number. */
export const Repeat = z.strictObject({
  var: z.string().regex(/^[a-z]+$/),
  from: z.int().min(0).default(1),
  count: z.int().min(1).max(4096),
  pitch_mm: z.array(z.number()).min(2).max(3).optional(),
})
export type Repeat = z.infer<typeof Repeat>

/** What flows through a port or a connection. */
export const Service = z.enum([
  'power_mv',
  'power_lv',
  'power_dc',
  'earth',
  'control',
  'fibre',
  'copper',
  'coolant_supply',
  'coolant_return',
  'drain',
])
export type Service = z.infer<typeof Service>

/** Every kind of thing that stands on the site plan. */
export const ModuleKind = z.enum([
  'compute_container',
  'grid_container',
  'bess_unit',
  'unit_transformer',
  'bess_skid',
  'heat_rejection_unit',
  'customer_switchgear',
  'utility_supply',
  'generator_supply',
  'solar_supply',
  'nuclear_supply',
  'wan_service',
  'earth_ring',
  'site_drain',
])
export type ModuleKind = z.infer<typeof ModuleKind>

const Rating = z
  .strictObject({
    voltage_v: positive,
    current_a: positive,
    frequency_hz: positive,
    phases_count: z.int().min(1).max(3),
    power_kw: positive,
    fibres_count: z.int().min(1),
    data_rate_gbps: positive,
    flow_lpm: positive,
    pressure_bar: positive,
    dn: z.int().min(6),
    short_time_current_ka: positive,
  })
  .partial()

/** The half of an interface: ports mate when plate and slot are equal and each names the other's kind. */
const Interface = z.strictObject({
  plate_id: z.string().nullable().describe('Interface plate, null for a direct termination'),
  slot: z.string().describe('Slot of the plate, or name of the direct termination'),
  with: ModuleKind.describe('Kind of module at the other end'),
  channel: z
    .union([z.int().min(1), z.string()])
    .optional()
    .describe('Ordinal of the counterpart inside the block, from 1'),
})

const AssemblyPort = z.strictObject({
  id: z.string(),
  array: Repeat.optional(),
  on: z.string().describe('Component that carries the port'),
  service: Service,
  flow: z.enum(['in', 'out', 'both']),
  system: z.enum(['A', 'B']).optional().describe('Redundant system'),
  position_mm: point3,
  termination: z.string().describe('How a cable or hose ends here: lug, gland, flange, connector'),
  rating: Rating,
  interface: Interface.optional().describe('Set when the port leads out of the module'),
  optional: z.boolean().optional().describe('May stay open, e.g. a spare feeder'),
  when: When.optional(),
})
export type AssemblyPort = z.infer<typeof AssemblyPort>

const CableType = z.strictObject({
  type: z.string(),
  cores_count: z.int().min(1).optional(),
  size_mm2: positive.optional(),
  fibres_count: z.int().min(1).optional(),
  runs_count: z.int().min(1).default(1),
  current_a: positive.optional().describe('Design current, A'),
})
const HoseType = z.strictObject({ type: z.string(), dn: z.int().min(6), flow_lpm: positive.optional() })

const AssemblyConnection = z
  .strictObject({
    id: z.string(),
    for_each: Repeat.optional(),
    from: z.string().describe('Port id'),
    to: z.string().describe('Port id'),
    description: z.string(),
    route: z.enum(['tray', 'direct']),
    cable: CableType.optional(),
    hose: HoseType.optional(),
    length_m: positive.optional(),
    when: When.optional(),
  })
  .refine((c) => (c.cable === undefined) !== (c.hose === undefined), {
    message: 'exactly one of cable and hose',
  })
export type AssemblyConnection = z.infer<typeof AssemblyConnection>

const AssemblyComponent = z.strictObject({
  id: z.string(),
  kind: z.string().describe('Shape that the CAD builder draws'),
  array: Repeat.optional(),
  origin_mm: point3.optional(),
  size_mm: z.array(z.number()).min(2).max(3).optional(),
  path_mm: z.array(point3).min(2).optional(),
  diameter_mm: positive.optional(),
  colour: z.string().optional(),
  facing: z.enum(['+x', '-x', '+y', '-y']).optional(),
  panels_count: z.int().min(1).optional(),
  mass_kg: z.number().min(0),
  description: z.string(),
  when: When.optional(),
})
export type AssemblyComponent = z.infer<typeof AssemblyComponent>

/** What is known of a part's origin; `null` means that only the supplier's certificate can tell. */
const Sourcing = z
  .strictObject({
    manufacturer: z.string(),
    mpn: z.string(),
    country_of_origin: z.string().length(2),
    excluded: z.boolean().describe('May not be bought in this tier'),
    replaced_by: z.string().describe('Description of what is bought instead'),
    note: z.string(),
  })
  .partial()

const AssemblyPart = z.strictObject({
  line_id: z.string(),
  component: z.string().nullable().describe('Component id, `*` at its end for a family'),
  parent: z.string().nullable().default(null).describe('line_id of the line that contains this one'),
  category: z.enum([
    'enclosure',
    'it',
    'network',
    'power',
    'cooling',
    'control',
    'safety',
    'bess',
    'interface_plate',
    'cable',
    'hose',
    'consumable',
    'spare',
    'civil',
  ]),
  description: z.string(),
  rating: z.string().default(''),
  manufacturer: z.string().nullable().default(null),
  mpn: z.string().nullable().default(null),
  quantity: positive,
  unit: z.enum(['ea', 'm', 'set', 'l', 'kg', 'lot']),
  unit_mass_kg: z.number().min(0).nullable().default(null),
  country_of_origin: z.string().length(2).nullable().default(null),
  spare_pct: z.number().min(0).default(0),
  telecom: z.boolean().default(false).describe('Telecommunications or video equipment, section 889'),
  battery: z.boolean().default(false).describe('Contains battery cells, section 154'),
  scope: z.enum(['supply', 'bought_in', 'by_others']).default('supply'),
  sourcing: z.partialRecord(SourcingTier, Sourcing).optional(),
  when: When.optional(),
})
export type AssemblyPart = z.infer<typeof AssemblyPart>

/** Outdoor equipment that comes with the assembly and has a place of its own on the site plan. */
const YardUnit = z.strictObject({
  kind: ModuleKind,
  description: z.string(),
  size_m: point3.describe('Length, width, height, m'),
  mass_kg: positive,
  scope: z.enum(['supply', 'bought_in', 'by_others']),
  ports: z.array(AssemblyPort),
  bom: z.array(AssemblyPart),
  when: When.optional(),
})
export type YardUnit = z.infer<typeof YardUnit>

/** A battery product that the grid container can work with. */
const BessUnitType = z.strictObject({
  unit_id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  chemistry: z.string(),
  energy_mwh: positive,
  power_kw: positive.describe('Continuous power, kW'),
  output: z.enum(['ac', 'dc']).describe('What leaves the enclosure'),
  voltage_min_v: positive,
  voltage_nominal_v: positive,
  voltage_max_v: positive,
  rack_circuits_count: z.int().min(1),
  auxiliary_kw: positive.describe('Peak auxiliary load with chiller, kW'),
  size_m: point3,
  mass_kg: positive,
  country_of_origin: z.string().length(2).nullable(),
  cell_source: z.string().describe('Who makes the cells, or TBC - supplier certificate'),
  source: z.string().describe('Where the figures come from'),
  when: When.optional(),
})
export type BessUnitType = z.infer<typeof BessUnitType>

const Wall = z.enum(['x_min', 'x_max', 'y_min', 'y_max'])

/**
 * spec.yaml of an assembly. Frame: origin at the outer bottom corner of the interface end, x along the length to the
 * cargo doors, y to the left, z up, right-handed, mm.
 */
export const AssemblySpec = z.strictObject({
  schema: z.literal('edp.assembly.spec/1'),
  assembly_id: z.string().regex(/^[a-z0-9-]+$/),
  assembly_version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['example', 'released']),
  role: z.enum(['compute_container', 'grid_container']),
  title: z.string(),
  envelope: z.strictObject({
    iso_code: z.string(),
    length_mm: positive,
    width_mm: positive,
    height_mm: positive,
  }),
  mass: z.strictObject({
    shell_kg: positive,
    dry_declared_kg: positive,
    coolant_fill_kg: z.number().min(0),
    gross_max_kg: positive,
  }),
  footprint: z.strictObject({ clearance_ends_mm: positive, clearance_sides_mm: positive }),
  limits: z
    .strictObject({
      compute_feeders_count: z.int().min(1).describe('Compute containers that one grid container can feed'),
      load_kva: positive.describe('Load that one grid container can carry, kVA'),
      air_heat_kw: positive
        .optional()
        .describe('Heat that its air conditioning removes without the standby unit, kW'),
    })
    .optional(),
  cooling: z
    .strictObject({
      cdu_heat_kw: positive.describe('Heat that the CDU can move, kW'),
      technology_volume_l: positive,
      facility_volume_l: positive,
      air_unit_kw: positive.describe('Capacity of one residual-air unit, kW'),
      air_units_count: z.int().min(1),
    })
    .optional(),
  network: z
    .strictObject({
      leaf_switches_count: z.int().min(0),
      leaf_ports_count: z.int().min(1),
      ot_switches_count: z.int().min(0),
      oob_switches_count: z.int().min(0),
    })
    .optional(),
  bess_units: z.array(BessUnitType).optional(),
  components: z.array(AssemblyComponent),
  openings: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['personnel_door', 'louvre']),
      wall: Wall,
      centre_mm: point2,
      size_mm: point2,
    }),
  ),
  plate_mounts: z.array(
    z.strictObject({ id: z.string(), plate_id: z.string(), wall: Wall, centre_mm: point2 }),
  ),
  ports: z.array(AssemblyPort),
  connections: z.array(AssemblyConnection),
  yard: z.array(YardUnit),
  length_rules: z.strictObject({
    tray_z_mm: positive,
    slack_factor: z.number().min(1),
    step_m: positive,
    tail_m: z.number().min(0),
  }),
  bom: z.array(AssemblyPart),
})
export type AssemblySpec = z.infer<typeof AssemblySpec>
