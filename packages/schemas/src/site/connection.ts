import * as z from 'zod'

import { ModuleKind, Service } from '../assembly/module-kind.ts'
import {
  CableDetail,
  DataDesign,
  FlowDesign,
  HoseDetail,
  PowerDesign,
  RunLength,
} from './connection-details.ts'
import { InsideEquipment } from './inside-equipment.ts'
import { Scope } from './site-module.ts'

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

/**
 * What modules of one kind have alike: their factory-made internal connections. Containers with the spine switches, where there is no
 * grid container for them, are a typical of their own.
 */
export const Typical = z.strictObject({
  kind: ModuleKind,
  assembly_id: z.string(),
  title: z.string(),
  modules_count: z.int().min(1),
  module_ids: z.array(z.string()).readonly().describe('The modules that are made so'),
  designations: z.string().describe('Range, e.g. C01..C32'),
  equipment: z.array(InsideEquipment).readonly().describe('Boards and what stands between them'),
  connections: z
    .array(Connection)
    .readonly()
    .describe('Internal connections of one module; endpoints have module_id `*`'),
})
export type Typical = z.infer<typeof Typical>
