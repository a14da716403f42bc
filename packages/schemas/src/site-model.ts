import * as z from 'zod'

import { ModuleKind, Service } from './assembly-spec.ts'
import { ConfiguratorPayload } from './configurator-payload.ts'
import { SourcingTier } from './enums.ts'
import { Basis, Finding } from './finding.ts'
import { ModuleResolution } from './module-resolution.ts'

const kw = z.number()
const tags = z.array(z.string()).readonly()

/** Who delivers something. */
export const Scope = z.enum(['supply', 'bought_in', 'by_others'])
export type Scope = z.infer<typeof Scope>

/** Everything that stands on the site plan, with its place and its designation. */
export const SiteModule = z.strictObject({
  module_id: z
    .string()
    .describe('compute_container_1, grid_container_1, bess_unit_1, unit_transformer_1 ...'),
  designation: z.string().describe('Short reference designation: C01, G01, B01, T01, K01, D01, U01'),
  kind: ModuleKind,
  ordinal: z.int().min(1).describe('Running number among its kind, from 1'),
  block_id: z.string().describe('Block that it belongs to, or site'),
  description: z.string(),
  assembly_id: z.string().nullable().describe('Catalogue assembly, null for outdoor and bought-in equipment'),
  parent_module_id: z
    .string()
    .nullable()
    .describe('Container that it belongs to, e.g. of a heat rejection unit'),
  scope: Scope,
  in_dtm: z.boolean().describe('Whether the DTM lists it as a module'),
  container_position: z.string().describe('Slot in the site layout: R1-C03, G1, B1-02'),
  x_m: z.number().describe('East of the origin: south-west corner of its footprint'),
  y_m: z.number().describe('North of the origin'),
  length_m: z.number().describe('Extent in x'),
  width_m: z.number().describe('Extent in y'),
  height_m: z.number(),
  mass_kg: z.number().describe('Dry mass'),
  lift_mass_kg: z.number().describe('Mass to lift on site'),
})
export type SiteModule = z.infer<typeof SiteModule>

/** A group of one grid container (or customer switchgear) and the containers that it feeds. */
export const Block = z.strictObject({
  block_id: z.string().describe('block_1 ...'),
  ordinal: z.int().min(1),
  grid_module_id: z.string().describe('Grid container, or customer switchgear BY OTHERS where there is none'),
  compute_module_ids: tags,
  bess_module_ids: tags,
})
export type Block = z.infer<typeof Block>

/** One end of a connection. */
export const Endpoint = z.strictObject({
  module_id: z.string().describe('Module; `*` inside a typical'),
  designation: z.string().describe('Designation on the drawings, e.g. C03'),
  device: z.string().describe('Component or equipment tag inside the module'),
  port: z.string().describe('Port id of the catalogue'),
  plate_id: z.string().nullable().describe('Interface plate that the connection passes'),
  slot: z.string().nullable().describe('Slot of the plate'),
  termination: z.string().describe('Lug, gland, flange, connector'),
})
export type Endpoint = z.infer<typeof Endpoint>

/** What a cable is made of. All sizes per single cable. */
export const CableDetail = z.strictObject({
  type: z.string().describe('Type designation, e.g. XHHW-2 Cu 600 V'),
  conductor: z.enum(['Cu', 'Al', 'glass']).describe('Copper, aluminium or glass'),
  cores_count: z.int().min(1).describe('Cores of one cable'),
  cables_per_set_count: z
    .int()
    .min(1)
    .describe('Cables that make one set, e.g. 3 phases + neutral as singles = 4'),
  sets_count: z.int().min(1).describe('Sets in parallel'),
  size_awg: z.string().nullable().describe('AWG or kcmil size of the phase conductors'),
  size_mm2: z.number().nullable().describe('Cross section of the phase conductors, mm2'),
  earth_size_awg: z.string().nullable().describe('Equipment earthing conductor, one per set'),
  earth_size_mm2: z.number().nullable().describe('Cross section of the earthing conductor, mm2'),
  fibres_count: z.int().nullable().describe('Fibres of one cable, null for copper'),
  voltage_rating_v: z.number().nullable().describe('Rated voltage of the insulation, V'),
  outer_diameter_mm: z.number().nullable().describe('Outer diameter of one cable, mm'),
  mass_kg_per_m: z.number().nullable().describe('Mass of all cables of one set, kg per m of route'),
  min_bend_radius_mm: z.number().nullable().describe('Smallest bending radius, mm'),
  colour_code: z.string().describe('Colours of the cores'),
  install_method: z.string().describe('Tray, duct bank, conduit, direct'),
})
export type CableDetail = z.infer<typeof CableDetail>

/** What a hose or pipe is made of. */
export const HoseDetail = z.strictObject({
  type: z.string().describe('Type designation'),
  line_no: z.string().describe('Line number of the P&ID'),
  fluid: z.string().describe('What flows in it'),
  dn: z.int().describe('Nominal diameter, DN (mm)'),
  inner_diameter_mm: z.number().describe('Inner diameter, mm'),
  material: z.string().describe('Material in contact with the fluid'),
  reinforcement: z.string().describe('Reinforcement of the wall'),
  working_pressure_bar: z.number().describe('Greatest working pressure, bar gauge'),
  burst_pressure_bar: z.number().describe('Burst pressure, bar gauge'),
  test_pressure_bar: z.number().describe('Test pressure, bar gauge'),
  temperature_min_c: z.number().describe('Lowest temperature, degC'),
  temperature_max_c: z.number().describe('Highest temperature, degC'),
  min_bend_radius_mm: z.number().describe('Smallest bending radius, mm; 0 for a pipe'),
  coupling: z.string().describe('Coupling at its ends'),
  dry_break: z.boolean().describe('Whether the coupling closes when it is parted'),
  insulation: z.string().describe('Thermal insulation'),
})
export type HoseDetail = z.infer<typeof HoseDetail>

/** Length of one run, from the layout. */
export const RunLength = z.strictObject({
  route_m: z.number().describe('Along the route on the site plan, m'),
  rise_m: z.number().describe('Rises and drops, both ends together, m'),
  termination_m: z.number().describe('Tails for termination, both ends together, m'),
  slack_pct: z.number().describe('Slack on the route, %'),
  cut_m: z.number().describe('Length to cut, m, rounded up to a whole metre (0.5 m inside a container)'),
  basis: z.string().describe('Rule that the length follows'),
})
export type RunLength = z.infer<typeof RunLength>

/** Electrical design of a power connection. */
export const PowerDesign = z.strictObject({
  voltage_v: z.number().describe('Nominal voltage, V'),
  phases: z.enum(['3ph', '1ph', 'dc']).describe('Three phases, one phase or direct current'),
  load_kw: z.number().describe('Design load, kW'),
  power_factor: z.number().describe('Power factor, 0 to 1'),
  design_current_a: z.number().describe('Design current of the connection, A'),
  protection_tag: z.string().nullable().describe('Breaker that protects it'),
  protection_a: z.number().nullable().describe('Rating of that breaker, A'),
  protection_ka: z.number().nullable().describe('Breaking capacity of that breaker, kA'),
  ambient_c: z.number().describe('Ambient temperature of the design, degC'),
  temperature_factor: z.number().describe('Derating for the ambient temperature, 0 to 1'),
  grouping_factor: z.number().describe('Derating for cables side by side, 0 to 1'),
  ampacity_base_a: z.number().describe('All sets together, before derating, A'),
  ampacity_derated_a: z
    .number()
    .describe('All sets together, derated, capped by the termination temperature, A'),
  utilisation_pct: z.number().describe('Design current over derated ampacity, %'),
  resistance_ohm_per_km: z.number().describe('One conductor of one set at operating temperature, ohm/km'),
  reactance_ohm_per_km: z.number().describe('Reactance of one conductor of one set, ohm/km'),
  voltage_drop_v: z.number().describe('Voltage drop at the design current, V'),
  voltage_drop_pct: z.number().describe('Voltage drop at the design current, % of nominal'),
  short_circuit_ka: z.number().nullable().describe('Prospective short-circuit current at its source end, kA'),
})
export type PowerDesign = z.infer<typeof PowerDesign>

/** Hydraulic design of a coolant connection. */
export const FlowDesign = z.strictObject({
  flow_lpm: z.number().describe('Design flow, l/min'),
  velocity_m_s: z.number().describe('Velocity, m/s'),
  pressure_drop_pa_per_m: z.number().describe('Pressure drop of the straight run, Pa/m'),
  pressure_drop_kpa: z.number().describe('Pressure drop of the whole run, fittings included, kPa'),
  temperature_c: z.number().describe('Temperature of the fluid, degC'),
  design_pressure_bar: z.number().describe('Design pressure, bar gauge'),
  utilisation_pct: z.number().describe('Flow over the greatest flow that its size allows, %'),
})
export type FlowDesign = z.infer<typeof FlowDesign>

/** Data carried by a fibre or copper connection. */
export const DataDesign = z.strictObject({
  rate_gbps: z.number().describe('Rate of one link, Gbit/s'),
  network: z.string().describe('OT, OOB, compute fabric, storage, WAN'),
  zone: z.string().describe('Network zone, or conduit between two'),
  links_count: z.int().min(1).describe('Links that the cable carries'),
})
export type DataDesign = z.infer<typeof DataDesign>

/** A physical connection from port to port: one row of the cable or hose schedule. */
export const Connection = z.strictObject({
  connection_id: z.string().describe('Cable or hose number, e.g. PL-G01-C01-A01, HS-C01-01'),
  service: Service.describe('What it carries'),
  medium: z.enum(['cable', 'busway', 'hose', 'pipe']).describe('What it is made as'),
  description: z.string().describe('What it is for'),
  scope: Scope.describe('Who supplies it: supply (ours), bought_in, by_others (the customer)'),
  block_id: z.string().describe('Block that it belongs to, e.g. G01'),
  system: z.enum(['A', 'B']).nullable().describe('Supply A or B, null where there is one'),
  from: Endpoint.describe('End where the energy, fluid or data comes from'),
  to: Endpoint.describe('End where it goes'),
  quantity: z.int().min(1).describe('Identical cables or hoses in this row'),
  cable: CableDetail.nullable().describe('Cable, null for hoses and pipes'),
  hose: HoseDetail.nullable().describe('Hose or pipe, null for cables'),
  length: RunLength.describe('Length of one run'),
  total_length_m: z
    .number()
    .describe('cut length x quantity x sets x cables per set (hoses: cut length x quantity), m'),
  earth_length_m: z
    .number()
    .describe('Earthing conductors laid with it: cut length x quantity x sets, m; 0 without'),
  total_mass_kg: z.number().nullable().describe('Mass of all runs, kg; null when unknown'),
  power: PowerDesign.nullable().describe('Electrical design, null unless it carries power'),
  flow: FlowDesign.nullable().describe('Hydraulic design, null unless it carries a fluid'),
  data: DataDesign.nullable().describe('Data carried, null unless it carries data'),
})
export type Connection = z.infer<typeof Connection>

/** What all modules of one kind have alike: their factory-made internal connections. */
export const Typical = z.strictObject({
  kind: ModuleKind,
  assembly_id: z.string(),
  title: z.string(),
  modules_count: z.int().min(1),
  designations: z.string().describe('Range, e.g. C01..C32'),
  connections: z
    .array(Connection)
    .readonly()
    .describe('Internal connections of one module; endpoints have module_id `*`'),
})
export type Typical = z.infer<typeof Typical>

/** Procurement facts of an item in the site's tier; unknown is `TBC - supplier certificate`, never made up. */
export const ItemSourcing = z.strictObject({
  tier: SourcingTier.describe('Procurement rules that the site falls under'),
  country_of_origin: z.string().describe('Country code, or TBC when unknown'),
  taa_status: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('Trade Agreements Act'),
  baa_status: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('Buy American Act'),
  section_889: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('NDAA FY2019 section 889, telecommunications'),
  section_154: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('NDAA FY2024 section 154, batteries'),
  dfars_qualifying: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('DFARS qualifying country'),
  excluded: z.boolean().describe('Whether the tier rules it out'),
  supplier_certificate_required: z
    .boolean()
    .describe('Whether a certificate of the supplier has to settle it'),
  note: z.string().describe('Why, in one sentence'),
})
export type ItemSourcing = z.infer<typeof ItemSourcing>

/** Something to be bought or made, other than the cables and hoses of `connections`. */
export const SiteItem = z.strictObject({
  item_id: z.string().describe('Unique: assembly line, equipment tag or bulk item'),
  parent_item_id: z.string().nullable(),
  level: z.enum(['site', 'module', 'equipment', 'part']),
  category: z.string(),
  tag: z.string().nullable().describe('Equipment designation of a unique item, e.g. 52-M1, T01'),
  block_id: z.string().nullable(),
  module_kind: ModuleKind.nullable().describe('Kind of module that each holds `quantity_per_module`'),
  module_ids: tags.describe('Modules that hold it; empty for site items'),
  description: z.string(),
  rating: z.string(),
  manufacturer: z.string().nullable(),
  mpn: z.string().nullable(),
  scope: Scope,
  unit: z.enum(['ea', 'm', 'set', 'l', 'kg', 'lot']),
  quantity_per_module: z.number().positive(),
  quantity: z.number().positive().describe('Total without spares'),
  spare_quantity: z.number().min(0),
  unit_mass_kg: z.number().nullable(),
  sourcing: ItemSourcing,
  spec_ref: z.string().describe('Catalogue line or rule that it comes from'),
})
export type SiteItem = z.infer<typeof SiteItem>

/** One line of the power budget. */
export const LoadLine = z.strictObject({
  line: z.string(),
  per_container_kw: kw,
  note: z.string(),
})
export type LoadLine = z.infer<typeof LoadLine>

/** Loads and energy of the site. */
export const Loads = z.strictObject({
  container_lines: z.array(LoadLine).readonly(),
  container_max_kw: kw,
  container_typical_kw: kw,
  container_kva: z.number(),
  container_it_kw: kw.describe('GPU nodes and network of one container'),
  power_factor: z.number(),
  demand_factor: z.number().describe('On the compute load, by workload'),
  compute_kw: kw.describe('All containers, design maximum'),
  grid_auxiliary_kw: kw.describe('All grid containers'),
  bess_auxiliary_kw: kw.describe('All battery units'),
  site_kw: kw.describe('Site demand with demand factor'),
  site_kva: z.number(),
  site_typical_kw: kw,
  pue: z.number().describe('Container load over its IT load at design maximum'),
  source_capacity_kw: kw,
  source_margin_kw: kw.describe('Source capacity less site demand'),
})
export type Loads = z.infer<typeof Loads>

/** A circuit breaker or switch with its settings range. */
export const Breaker = z.strictObject({
  tag: z.string().describe('C37.2 number and suffix, e.g. 52-C01A'),
  kind: z.enum(['MV vacuum', 'ACB', 'MCCB', 'DC breaker', 'switch-fuse']),
  voltage_v: z.number(),
  frame_a: z.number(),
  trip_a: z.number(),
  interrupting_ka: z.number(),
  poles: z.int(),
  functions: tags.describe('C37.2 device numbers, e.g. 50/51, 27, 81O/U'),
  ct_ratio: z.string().nullable(),
  vt_ratio: z.string().nullable(),
  scope: Scope,
})
export type Breaker = z.infer<typeof Breaker>

/** A busbar. */
export const Bus = z.strictObject({
  tag: z.string(),
  voltage_v: z.number(),
  rating_a: z.number(),
  short_circuit_ka: z.number(),
  withstand_ka: z.number(),
  module_id: z.string().describe('Module that holds it'),
  scope: Scope,
})
export type Bus = z.infer<typeof Bus>

/** A source of energy, as a rule by others. */
export const EnergySupply = z.strictObject({
  tag: z.string().describe('e.g. U01'),
  module_id: z.string(),
  kind: z.enum(['utility', 'generator', 'solar', 'nuclear']),
  description: z.string(),
  voltage_v: z.number(),
  rated_kva: z.number(),
  short_circuit_mva: z.number(),
  normally: z.enum(['closed', 'open']).describe('Normal state of its breaker'),
  breaker: Breaker,
  isolator_tag: z.string(),
  metering: z.string(),
  connection_id: z.string().nullable(),
})
export type EnergySupply = z.infer<typeof EnergySupply>

/** A transformer between the medium-voltage bus and a low-voltage bus. */
export const Transformer = z.strictObject({
  tag: z.string().describe('T01'),
  module_id: z.string(),
  rating_kva: z.number(),
  primary_v: z.number(),
  secondary_v: z.number(),
  impedance_pct: z.number(),
  vector_group: z.string(),
  cooling: z.string(),
  primary_a: z.number(),
  secondary_a: z.number(),
  loading_pct: z.number(),
  short_circuit_ka: z.number().describe('At its secondary terminals'),
  primary_breaker: Breaker,
  secondary_breaker: Breaker,
  bus_tag: z.string().describe('Low-voltage bus that it feeds'),
  primary_connection_id: z.string().nullable(),
  secondary_connection_id: z.string().nullable(),
})
export type Transformer = z.infer<typeof Transformer>

/** An outgoing low-voltage feeder. */
export const Feeder = z.strictObject({
  bus_tag: z.string(),
  kind: z.enum(['compute', 'auxiliary', 'bess_auxiliary', 'spare']),
  system: z.enum(['A', 'B']).nullable(),
  breaker: Breaker,
  load_module_id: z.string().nullable(),
  load_designation: z.string(),
  load_kw: kw,
  design_current_a: z.number(),
  connection_id: z.string().nullable(),
})
export type Feeder = z.infer<typeof Feeder>

/** One battery unit with its conversion equipment. */
export const BessBranchUnit = z.strictObject({
  module_id: z.string(),
  designation: z.string(),
  skid_module_id: z.string(),
  skid_designation: z.string(),
  energy_mwh: z.number(),
  power_kw: kw,
  pcs_tag: z.string().nullable().describe('PCS on the skid; null where it is inside the battery enclosure'),
  pcs_kva: z.number(),
  pcs_location: z.enum(['skid', 'battery enclosure']),
  dc_min_v: z.number().nullable(),
  dc_max_v: z.number().nullable(),
  dc_current_a: z.number().nullable().describe('At lowest voltage'),
  dc_protection: z.string().nullable(),
  ac_voltage_v: z.number(),
  ac_current_a: z.number(),
  ac_breaker: Breaker,
  transformer_kva: z.number(),
  transformer_impedance_pct: z.number(),
  transformer_vector_group: z.string(),
  power_connection_ids: tags.describe('Battery to skid'),
})
export type BessBranchUnit = z.infer<typeof BessBranchUnit>

/** A medium-voltage collector with its battery units. */
export const BessBranch = z.strictObject({
  tag: z.string().describe('52-B1'),
  breaker: Breaker,
  current_a: z.number(),
  collector_connection_ids: tags.describe('Bus to first skid, skid to skid'),
  units: z.array(BessBranchUnit).readonly(),
})
export type BessBranch = z.infer<typeof BessBranch>

/** Electrical design of one block. */
export const BlockElectrical = z.strictObject({
  block_id: z.string(),
  demand_kw: kw,
  demand_kva: z.number(),
  supplies: z.array(EnergySupply).readonly(),
  mv_bus: Bus.nullable(),
  transformers: z.array(Transformer).readonly(),
  lv_buses: z.array(Bus).readonly(),
  bus_ties: z.array(Breaker).readonly(),
  feeders: z.array(Feeder).readonly(),
  bess_branches: z.array(BessBranch).readonly(),
  earthing: z.string(),
})
export type BlockElectrical = z.infer<typeof BlockElectrical>

/** Electrical design of the site. */
export const Electrical = z.strictObject({
  frequency_hz: z.number(),
  mv_voltage_v: z.number(),
  lv_voltage_v: z.number(),
  it_voltage_v: z.number(),
  earthing_system: z.string(),
  utility_short_circuit_mva: z.number(),
  voltage_drop_limit_pct: z.number(),
  ambient_c: z.number(),
  blocks: z.array(BlockElectrical).readonly(),
})
export type Electrical = z.infer<typeof Electrical>

/** The battery of the site; null in the site model where there is none. */
export const Bess = z.strictObject({
  unit_id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  output: z.enum(['ac', 'dc']),
  unit_energy_mwh: z.number(),
  unit_power_kw: kw,
  units_count: z.int().min(1),
  required_mwh: z.number(),
  installed_mwh: z.number(),
  power_kw: kw,
  duration_h: z.number().describe('Usable energy over the site demand'),
  charge_power_kw: kw.describe('Power left for charging at site demand'),
  charge_h: z.number().nullable().describe('null when nothing is left for charging'),
  source: z.string(),
})
export type Bess = z.infer<typeof Bess>

/** A coolant. */
export const Coolant = z.strictObject({
  name: z.string().describe('PG25, PG35, treated water'),
  glycol_vol_pct: z.number(),
  freeze_c: z.number(),
  density_kg_m3: z.number(),
  specific_heat_kj_kgk: z.number(),
  viscosity_mpas: z.number(),
})
export type Coolant = z.infer<typeof Coolant>

/** A pipe line of one container; `{c}` in line_no is the container's ordinal. */
export const PipeLine = z.strictObject({
  line_no: z.string().describe('e.g. DN50-TCSS-2{c}01-SS1A-N-N'),
  service: z.string().describe('TCSS, TCSR, FWSS, FWSR, GF, DR, VT, MW, CON'),
  description: z.string(),
  from: z.string(),
  to: z.string(),
  dn: z.int(),
  inner_diameter_mm: z.number(),
  fluid: z.string(),
  flow_lpm: z.number(),
  velocity_m_s: z.number(),
  pressure_drop_pa_per_m: z.number(),
  temperature_c: z.number(),
  design_pressure_bar: z.number(),
  pipe_class: z.string(),
  insulation: z.string(),
  tracing: z.string(),
})
export type PipeLine = z.infer<typeof PipeLine>

/** Equipment of the cooling loop of one container. */
export const CoolingEquipment = z.strictObject({
  tag: z.string().describe('P-201A'),
  kind: z
    .string()
    .describe(
      'pump, heat_exchanger, vessel, filter, strainer, dry_cooler, tank, manifold, air_unit, chiller',
    ),
  description: z.string(),
  rating: z.string(),
  loop: z.enum(['facility', 'technology', 'air']),
})
export type CoolingEquipment = z.infer<typeof CoolingEquipment>

/** A valve of the cooling loop of one container. */
export const CoolingValve = z.strictObject({
  tag: z.string(),
  kind: z
    .string()
    .describe('ball, butterfly, check, balancing, control, motorised, relief, vent, drain, three_way'),
  description: z.string(),
  line_no: z.string(),
  dn: z.int(),
  fail_position: z.enum(['FO', 'FC', 'FL', '-']),
  setting: z.string(),
})
export type CoolingValve = z.infer<typeof CoolingValve>

/** An instrument of the cooling loop of one container. */
export const Instrument = z.strictObject({
  tag: z.string().describe('ISA-5.1, e.g. TT-201'),
  description: z.string(),
  location: z.string(),
  line_no: z.string().nullable(),
  range: z.string(),
  setpoint: z.string(),
  alarms: z.string().describe('e.g. H 39 degC, HH 45 degC'),
  action: z.string().describe('Control or interlock, empty for indication'),
  signal: z.enum(['4-20 mA', 'Modbus', 'dry contact', 'local']),
})
export type Instrument = z.infer<typeof Instrument>

/** Cooling design; figures per compute container unless the name says site. */
export const Cooling = z.strictObject({
  climate_zone: z.string(),
  design_dry_bulb_c: z.number(),
  design_wet_bulb_c: z.number(),
  design_low_c: z.number(),
  rejection: z.enum(['dry_cooler', 'hybrid_dry_cooler', 'adiabatic_dry_cooler', 'dry_cooler_trim_chiller']),
  rejection_description: z.string(),
  liquid_class: z.string(),
  facility_supply_c: z.number(),
  facility_return_c: z.number(),
  technology_supply_c: z.number().describe('T_coolant_setpoint_C of the DTM'),
  technology_return_c: z.number(),
  facility_coolant: Coolant,
  technology_coolant: Coolant,
  heat_trace_required: z.boolean(),
  liquid_heat_kw: kw,
  air_heat_kw: kw,
  total_heat_kw: kw,
  technology_flow_lpm: z.number(),
  facility_flow_lpm: z.number(),
  pump_head_kpa: z.number(),
  pump_shaft_kw: kw,
  pump_motor_kw: kw,
  facility_pump_motor_kw: kw,
  technology_volume_l: z.number(),
  facility_volume_l: z.number(),
  technology_expansion_l: z.number(),
  facility_expansion_l: z.number(),
  technology_relief_bar: z.number(),
  facility_relief_bar: z.number(),
  air_unit_kw: kw,
  air_units_count: z.int(),
  fan_kw: kw,
  lines: z.array(PipeLine).readonly(),
  equipment: z.array(CoolingEquipment).readonly(),
  valves: z.array(CoolingValve).readonly(),
  instruments: z.array(Instrument).readonly(),
  site_heat_kw: kw,
  site_glycol_l: z.number().describe('Glycol concentrate of all containers, both loops'),
  site_coolant_l: z.number().describe('Mixed coolant of all containers, both loops'),
  site_water_m3_per_h: z.number().describe('Water that the adiabatic pads evaporate at design'),
})
export type Cooling = z.infer<typeof Cooling>

/** A network zone of the site. */
export const NetworkZone = z.strictObject({
  zone_id: z.string().describe('Z0 .. Z9'),
  name: z.string(),
  level: z.string().describe('Purdue level'),
  vlan_id: z.int(),
  subnet: z.string(),
  members: z.string(),
  security_level: z.string(),
})
export type NetworkZone = z.infer<typeof NetworkZone>

/** A permitted path between two zones. */
export const NetworkConduit = z.strictObject({
  conduit_id: z.string(),
  from_zone: z.string(),
  to_zone: z.string(),
  services: z.string().describe('Protocols and ports that may pass'),
  direction: z.enum(['one way', 'both ways']),
})
export type NetworkConduit = z.infer<typeof NetworkConduit>

/** A switch, firewall or clock. */
export const NetworkNode = z.strictObject({
  tag: z.string().describe('swo-01; unique inside its module'),
  kind: z.enum([
    'leaf',
    'spine',
    'storage_switch',
    'ot_switch',
    'oob_switch',
    'core_switch',
    'firewall',
    'clock',
    'ems_server',
    'jump_host',
    'router',
    'data_diode',
  ]),
  module_kind: ModuleKind,
  module_ids: tags,
  description: z.string(),
  zone_id: z.string(),
  ports: z.string(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** Network design of the site. */
export const Network = z.strictObject({
  zones: z.array(NetworkZone).readonly(),
  conduits: z.array(NetworkConduit).readonly(),
  nodes: z.array(NetworkNode).readonly(),
  fabric: z.strictObject({
    leaves_count: z.int(),
    spines_count: z.int(),
    tiers: z.int(),
    downlinks_per_leaf: z.int(),
    uplinks_per_leaf: z.int(),
    uplinks_per_leaf_per_spine: z.int(),
    node_cables_count: z.int(),
    spine_cables_count: z.int(),
    spine_module_id: z.string().nullable(),
    note: z.string(),
  }),
  uplink: z.strictObject({
    ems_target: z.string(),
    air_gapped: z.boolean(),
    transports: tags,
    endpoints: tags,
    note: z.string(),
  }),
  host_module_id: z.string().describe('Module that holds core switches, firewalls and EMS'),
  addressing_rule: z.string(),
})
export type Network = z.infer<typeof Network>

/** Site plan figures; the positions are in the modules. */
export const Layout = z.strictObject({
  origin: z.string(),
  extent_x_m: z.number(),
  extent_y_m: z.number(),
  fence_x0_m: z.number(),
  fence_y0_m: z.number(),
  fence_x1_m: z.number(),
  fence_y1_m: z.number(),
  rows_count: z.int(),
  clearances: z
    .array(
      z.strictObject({
        name: z.string(),
        required_m: z.number(),
        provided_m: z.number(),
        source: z.string(),
      }),
    )
    .readonly(),
})
export type Layout = z.infer<typeof Layout>

/** The engineered site: everything that two documents could disagree about is decided once, here. */
export const SiteModel = z.strictObject({
  schema: z.literal('edp.site-model/1'),
  design_revision: z.string().describe('Short hash of payload, catalogue and rules'),
  payload: ConfiguratorPayload,
  resolution: ModuleResolution,
  plate_ids: tags,
  blocks: z.array(Block).readonly(),
  modules: z.array(SiteModule).readonly(),
  typicals: z.array(Typical).readonly(),
  connections: z.array(Connection).readonly().describe('Connections between modules'),
  items: z.array(SiteItem).readonly(),
  loads: Loads,
  electrical: Electrical,
  bess: Bess.nullable(),
  cooling: Cooling,
  network: Network,
  layout: Layout,
  basis: z.array(Basis).readonly(),
  findings: z.array(Finding).readonly(),
})
export type SiteModel = z.infer<typeof SiteModel>
