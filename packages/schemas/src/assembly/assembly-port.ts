import * as z from 'zod'

import { ArrayPlugs } from './array-plugs.ts'
import { Repeat, SectionOrdinal, When } from './entry.ts'
import { ModuleKind, Service } from './module-kind.ts'

const point3 = z.tuple([z.number(), z.number(), z.number()])

/** Leg of a single-phase three-wire bus. */
export const Leg = z.enum(['L1', 'L2'])

const Rating = z
  .strictObject({
    voltage_v: z.number().positive(),
    current_a: z.number().positive(),
    /** Circuits that have poles of their own, each of the current. */
    circuits_count: z.int().min(1),
    frequency_hz: z.number().positive(),
    phases_count: z.int().min(1).max(3),
    leg: Leg,
    power_kw: z.number().positive(),
    fibres_count: z.int().min(1),
    /** Cables that its position of a plate takes, earthing conductors beside singles among them. */
    cables_count: z.int().min(1),
    data_rate_gbps: z.number().positive(),
    flow_lpm: z.number().positive(),
    pressure_bar: z.number().positive(),
    dn: z.int().min(6),
    short_time_current_ka: z.number().positive(),
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

/** Where a cable passes a wall of its own module, when the interface plate is that of the counterpart. */
const Entry = z.strictObject({
  plate_id: z.string().describe('Plate of this module'),
  slot: z.string().describe('Its slots without their number: PA for PA1, PA2 ...'),
  slots_count: z.int().min(1),
  cables_count: z.int().min(1).describe('Cables that one of the slots takes'),
})

export const AssemblyPort = z.strictObject({
  id: z.string(),
  array: Repeat.optional(),
  on: z.string().describe('Component that carries the port'),
  service: Service,
  flow: z.enum(['in', 'out', 'both']),
  system: z.enum(['A', 'B']).optional().describe('Redundant system'),
  position_mm: point3,
  termination: z.string().describe('How a cable or hose ends here: lug, gland, flange, connector'),
  termination_inside: z
    .string()
    .optional()
    .describe('How a cable of the module itself ends on its inner side, where that differs'),
  rating: Rating,
  contacts: z
    .string()
    .optional()
    .describe('Contacts of a connector that the cable of the interface takes: 1 to 8'),
  interface: Interface.optional().describe('Set when the port leads out of the module'),
  dry_break: z.boolean().optional().describe('Whether its coupling closes when it is parted'),
  entry: Entry.optional().describe('Plate of the module that its cable passes besides the interface'),
  section: SectionOrdinal.optional(),
  field_switch: z
    .boolean()
    .optional()
    .describe('A power entry before which a lockable switch stands; false where the equipment has its own'),
  optional: z.boolean().optional().describe('May stay open, e.g. a spare feeder'),
  when: When.optional(),
})
export type AssemblyPort = z.infer<typeof AssemblyPort>

const CableType = z.strictObject({
  type: z.string(),
  voltage_rating_v: z
    .number()
    .positive()
    .optional()
    .describe('Rated voltage of the insulation, V; 600 for power when not given'),
  cores_count: z.int().min(1).optional().describe('Cores of one cable, its earthing conductor counted'),
  neutrals_count: z.int().min(0).default(0).describe('Neutrals of one circuit'),
  earth_mm2: z
    .number()
    .positive()
    .optional()
    .describe('Earthing conductor of the circuit, mm2: a core of a multicore cable, beside singles'),
  size_mm2: z.number().positive().optional(),
  fibres_count: z.int().min(1).optional(),
  plugs: ArrayPlugs.optional().describe('Array plugs at its ends'),
  runs_count: z.int().min(1).default(1),
  current_a: z.number().positive().optional().describe('Design current, A'),
})

const HoseType = z.strictObject({
  type: z.string(),
  dn: z.int().min(6),
  flow_lpm: z.number().positive().optional(),
})

export const AssemblyConnection = z
  .strictObject({
    id: z.string(),
    for_each: Repeat.optional(),
    from: z.string().describe('Port id'),
    to: z.string().describe('Port id'),
    description: z.string(),
    carries: z
      .array(z.string())
      .optional()
      .describe('Tags of the P&ID whose signals a control cable of the cooling carries'),
    route: z.enum(['tray', 'direct']),
    cable: CableType.optional(),
    hose: HoseType.optional(),
    length_m: z.number().positive().optional(),
    when: When.optional(),
  })
  .refine((c) => (c.cable === undefined) !== (c.hose === undefined), {
    message: 'exactly one of cable and hose',
  })
export type AssemblyConnection = z.infer<typeof AssemblyConnection>
