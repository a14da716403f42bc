import * as z from 'zod'

import { SectionOrdinal, When } from './entry.ts'
import { ProtocolConfig } from '../protocol-config.ts'

/** One device of an assembly: the seed's Device without the ids that the generator assigns. */
export const TopologyDevice = z.strictObject({
  tag: z.string().min(1).optional().describe('Stable key inside the assembly; its index when absent'),
  device_type: z.string().min(1),
  description: z.string(),
  host: z
    .string()
    .min(1)
    .describe(
      'May hold {instance}, {block} and {module_id}. In a dotted quad {instance} and {block} are one octet; an ordinal above 255 carries into the octet to its left: 127.16.{instance}.11 of instance 300 is 127.17.44.11',
    ),
  port: z.int(),
  protocol_config: ProtocolConfig,
  per: z
    .enum(['bess_unit'])
    .optional()
    .describe('One per battery unit of the block instead of one per module'),
  when: When.optional(),
  section: SectionOrdinal.optional(),
  by_design: z
    .literal(true)
    .optional()
    .describe(
      'Set by the design of the site: there only in modules whose inside has a cable from or to its tag',
    ),
  component: z.string().optional().describe('Component of spec.yaml that the device is'),
  zone: z.string().optional().describe('Network zone, e.g. Z1'),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  map_status: z.enum(['standard', 'vendor_documented', 'sim_only']).optional(),
})
export type TopologyDevice = z.infer<typeof TopologyDevice>

/** topology.yaml of an assembly: its devices and how they are polled in simulation. */
export const AssemblyTopology = z.strictObject({
  schema: z.literal('edp.assembly.topology/1'),
  assembly_id: z.string().regex(/^[a-z0-9-]+$/),
  assembly_version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['example', 'released']),
  /** Named blocks that YAML anchors point at; not read. */
  definitions: z.unknown().optional(),
  devices: z.array(TopologyDevice),
})
export type AssemblyTopology = z.infer<typeof AssemblyTopology>
