import * as z from 'zod'

import { AssemblyPart } from './assembly-part.ts'
import { AssemblyConnection, AssemblyPort } from './assembly-port.ts'
import { ElectricalData } from './electrical-data.ts'
import { Repeat, When } from './entry.ts'
import { BessUnitType, YardUnit } from './outdoor-units.ts'

const point2 = z.tuple([z.number(), z.number()])

const point3 = z.tuple([z.number(), z.number(), z.number()])

export const AssemblyComponent = z.strictObject({
  id: z.string(),
  kind: z.string().describe('Shape that the CAD builder draws'),
  array: Repeat.optional(),
  origin_mm: point3.optional(),
  size_mm: z.array(z.number()).min(2).max(3).optional(),
  path_mm: z.array(point3).min(2).optional(),
  diameter_mm: z.number().positive().optional(),
  colour: z.string().optional(),
  facing: z.enum(['+x', '-x', '+y', '-y']).optional(),
  panels_count: z.int().min(1).optional(),
  mass_kg: z.number().min(0),
  description: z.string(),
  electrical: ElectricalData.optional(),
  when: When.optional(),
})
export type AssemblyComponent = z.infer<typeof AssemblyComponent>

/** Floor or wall that an assembly keeps for what a site sets into some of its containers: racks of core and spines. */
const AssemblyPosition = z.strictObject({
  id: z.string().describe('Designation of what stands there'),
  origin_mm: point3,
  size_mm: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
  description: z.string(),
})

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
    length_mm: z.number().positive(),
    width_mm: z.number().positive(),
    height_mm: z.number().positive(),
  }),
  mass: z.strictObject({
    shell_kg: z.number().positive(),
    dry_declared_kg: z.number().positive(),
    coolant_fill_kg: z.number().min(0),
    gross_max_kg: z.number().positive(),
  }),
  footprint: z.strictObject({
    clearance_ends_mm: z.number().positive(),
    clearance_sides_mm: z.number().positive(),
  }),
  limits: z
    .strictObject({
      compute_feeders_count: z.int().min(1).describe('Compute containers that one grid container can feed'),
      load_kva: z.number().positive().describe('Load that one grid container can carry, kVA'),
      air_heat_kw: z
        .number()
        .positive()
        .optional()
        .describe('Heat that its air conditioning removes without the standby unit, kW'),
    })
    .optional(),
  cooling: z
    .strictObject({
      cdu_heat_kw: z.number().positive().describe('Heat that the CDU can move, kW'),
      technology_volume_l: z.number().positive(),
      facility_volume_l: z.number().positive(),
      air_unit_kw: z.number().positive().describe('Capacity of one residual-air unit, kW'),
      air_units_count: z.int().min(1),
      readings: z
        .array(
          z.strictObject({
            of: z
              .string()
              .describe(
                'Instrument of the P&ID, or the controller for what it reads without a point of its own',
              ),
            device: z.string().describe('Tag of the device in topology.yaml'),
            point: z.string().describe('Name of the point in its map'),
          }),
        )
        .default([])
        .describe('How the instruments of the cooling reach the EMS'),
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
  positions: z.array(AssemblyPosition).default([]),
  openings: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['personnel_door', 'louvre']),
      wall: Wall,
      centre_mm: point2,
      size_mm: point2,
      serves: z.string().optional().describe('Component whose air goes through it'),
    }),
  ),
  plate_mounts: z.array(
    z.strictObject({ id: z.string(), plate_id: z.string(), wall: Wall, centre_mm: point2 }),
  ),
  ports: z.array(AssemblyPort),
  connections: z.array(AssemblyConnection),
  yard: z.array(YardUnit),
  length_rules: z.strictObject({
    tray_z_mm: z.number().positive(),
    slack_factor: z.number().min(1),
    step_m: z.number().positive(),
    tail_m: z.number().min(0),
  }),
  bom: z.array(AssemblyPart),
})
export type AssemblySpec = z.infer<typeof AssemblySpec>
