import * as z from 'zod'

import { EmsMode } from './enums.ts'
import { ProtocolConfig } from './protocol-config.ts'

/** Site figures that the EMS plans with. */
export const SizingParams = z.object({
  P_compute_total_kW: z.number().describe('Design-maximum electrical load of all compute containers, kW'),
  E_BESS_total_kWh: z.number().describe('Energy of the battery, kWh'),
  T_coolant_setpoint_C: z.number().describe('Secondary-loop supply temperature, degC'),
})
export type SizingParams = z.infer<typeof SizingParams>

/** A module of the site as the EMS knows it. */
export const Module = z.object({
  module_id: z.string().describe('Kind and ordinal of the module, e.g. compute_container_3'),
  module_type: z.string().describe('Kind of module, e.g. compute_container'),
  container_position: z.string().describe('Slot in the site layout, e.g. R1-C03'),
  description: z.string().describe('Designation on the drawings and what it is'),
})
export type Module = z.infer<typeof Module>

/** A device that the EMS polls. */
export const Device = z.object({
  device_uuid: z
    .guid()
    .describe('uuid v5 of deployment and module_id/tag: stays when a device list is edited'),
  device_type: z.string().describe('Kind of device, e.g. gpu_node, feeder_meter, pcs'),
  module_id: z.string().describe('Module that the device belongs to'),
  host: z.string().describe('SIM: from the assembly topology; LIVE: rewritten on commissioning'),
  port: z.int().describe('SIM: from the assembly topology; LIVE: rewritten on commissioning'),
  protocol_config: ProtocolConfig.describe('How it is polled, told apart by protocol'),
  description: z.string().describe('What it is'),
  tag: z.string().optional().describe('Stable key of the device inside its module'),
  transport: z.enum(['tcp', 'udp']).optional().describe('udp for SNMP, else tcp when absent'),
  zone: z.string().optional().describe('Network zone'),
  manufacturer: z.string().optional().describe('Maker, when it is known'),
  model: z.string().optional().describe('Product, when it is known'),
  map_status: z
    .enum(['standard', 'vendor_documented', 'sim_only'])
    .optional()
    .describe(
      'standard: map of a published standard; vendor_documented: from a document of the maker; sim_only: assumed in part',
    ),
})
export type Device = z.infer<typeof Device>

/** Device Topology Manifest: every module and device of a deployment, and how each is polled. */
export const Dtm = z
  .object({
    deployment_uuid: z.guid().describe('Id of the deployment, uuid'),
    ems_mode: EmsMode.default('sim').describe('sim on first emission; ems-device-api flips it to live'),
    sizing_params: SizingParams.describe('Site figures that the EMS plans with'),
    modules: z.array(Module).describe('Containers, battery units and what else holds devices'),
    devices: z.array(Device).describe('Everything that is polled'),
    dtm_version: z.int().min(1).optional().describe('Starts at 1, incremented by every flip'),
    schema_version: z.string().optional().describe('edp.dtm/1'),
  })
  .superRefine((dtm, ctx) => {
    const ids = new Set(dtm.modules.map((module) => module.module_id))
    dtm.devices.forEach((device, index) => {
      if (ids.has(device.module_id)) return
      ctx.addIssue({
        code: 'custom',
        path: ['devices', index, 'module_id'],
        message: `device ${device.device_uuid}: module_id '${device.module_id}' not in modules`,
        input: device.module_id,
      })
    })
  })
export type Dtm = z.infer<typeof Dtm>
