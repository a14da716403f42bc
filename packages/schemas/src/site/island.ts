import * as z from 'zod'

/** Protection of a medium-voltage bus while inverters alone feed it: a setting group of its own in the relays of the sources. */
export const IslandProtection = z.strictObject({
  setting_group: z.int().describe('Number of the setting group'),
  while_open: z
    .array(z.string())
    .readonly()
    .describe(
      'Breakers of utility and machines: the group is active while all are open; always where there are none',
    ),
  breakers: z.array(z.string()).readonly().describe('Collectors and plants whose relays work on it'),
  overcurrent_pct: z.number().describe('Pick-up of 51V, % of the current of its circuit'),
  overcurrent_below_pct: z.number().describe('Voltage below which 51V acts, %'),
  overcurrent_s: z.number().describe('Operating time of 51V, s'),
  undervoltage_pct: z.number().describe('Setting of 27, % of the voltage'),
  undervoltage_s: z.number().describe('Operating time of 27, s'),
  cleared_s: z.number().describe('Within which any fault of the island is off, s'),
  converter_s: z.number().describe('For how long a converter feeds a fault before it blocks itself, s'),
})
export type IslandProtection = z.infer<typeof IslandProtection>
