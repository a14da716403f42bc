import * as z from 'zod'

/** What emergency power off of a grid container sets off, from its lock-out relay on. */
export const EmergencyOff = z.strictObject({
  lock_out: z.string().describe('Lock-out relay that its buttons set, 86E'),
  panel: z.string().describe('Component of the grid container that holds the relays, RLY'),
  set_at: z.string().describe('Port id of the terminals that its buttons act on, RLY.EPO'),
  acts_from: z.string().describe('Port id of the terminals that it acts from on the switchgear, RLY.TRIP'),
  opens: z.array(z.string()).readonly().describe('Tags of the breakers that it shunt-trips'),
  blocks: z.array(z.string()).readonly().describe('Tags of the breakers that it keeps from closing'),
  stops_skids: z.boolean().describe('Whether it stops the battery skids by their trip cables'),
  auxiliary: z
    .strictObject({
      tag: z.string().describe('Designation of the relays, 86EX'),
      relays_count: z.int().nonnegative(),
      contacts_per_relay_count: z.int().positive(),
      containers_count: z.int().nonnegative().describe('Compute containers, a contact for each'),
    })
    .describe('Relays that multiply its contacts: each sets the emergency power off of a compute container'),
  monitor: z
    .strictObject({
      panel: z.string().describe('Fire alarm panel that reads them, fap-01'),
      inputs_count: z.int().nonnegative().describe('Contacts of the compute containers'),
      inputs_per_module_count: z.int().positive(),
      modules_count: z.int().nonnegative(),
      skids: z
        .strictObject({
          units_count: z.int().nonnegative(),
          inputs_per_module_count: z.int().positive(),
          modules_count: z.int().nonnegative(),
        })
        .describe(
          'Modules at the battery skids, on the same loop: fire alarm and fault of each battery unit',
        ),
    })
    .describe('Modules in the same panel that read fire alarm and fault of each compute container'),
})
export type EmergencyOff = z.infer<typeof EmergencyOff>
