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
  module_id: z.string(),
  module_type: z.string(),
  container_position: z.string().describe('Slot in the site layout, e.g. R1-C03'),
  description: z.string(),
})
export type Module = z.infer<typeof Module>

/** A device that the EMS polls. */
export const Device = z.object({
  device_uuid: z.guid(),
  device_type: z.string(),
  module_id: z.string().describe('Module that the device belongs to'),
  host: z.string().describe('SIM: from the assembly topology; LIVE: rewritten on commissioning'),
  port: z.int().describe('SIM: from the assembly topology; LIVE: rewritten on commissioning'),
  protocol_config: ProtocolConfig,
  description: z.string(),
  tag: z.string().optional().describe('Stable key of the device inside its module'),
  transport: z.enum(['tcp', 'udp']).optional(),
  zone: z.string().optional().describe('Network zone'),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  map_status: z.enum(['standard', 'vendor_documented', 'sim_only']).optional(),
})
export type Device = z.infer<typeof Device>

/** Device Topology Manifest: every module and device of a deployment, and how each is polled. */
export const Dtm = z
  .object({
    deployment_uuid: z.guid(),
    ems_mode: EmsMode.default('sim').describe('sim on first emission; ems-device-api flips it to live'),
    sizing_params: SizingParams,
    modules: z.array(Module),
    devices: z.array(Device),
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
