import * as z from 'zod'

/** A limit of an instrument that is told, and the value that it stands at. */
export const AlarmLimit = z.strictObject({
  limit: z.enum(['H', 'HH', 'L', 'LL']),
  value: z
    .number()
    .nullable()
    .describe('Least value where it follows another one; null where it only follows'),
  unit: z.string().describe('Unit of the value, empty for pH'),
  follows: z.string().describe('What it follows, e.g. dew point + 2 K; empty for a fixed value'),
  when: z.string().describe('In which state alone it is told, e.g. in the cold; empty for always'),
})
export type AlarmLimit = z.infer<typeof AlarmLimit>

/** A limit of an instrument that starts an interlock. */
export const InterlockTrip = z.strictObject({
  interlock: z.string().describe('Number of the interlock, e.g. I1'),
  limit: z.enum(['H', 'HH', 'L', 'LL']),
  after_s: z.number().describe('Delay, s; 0 at once'),
})
export type InterlockTrip = z.infer<typeof InterlockTrip>

/** An instrument of the cooling loop of one container. */
export const Instrument = z.strictObject({
  tag: z.string().describe('ISA-5.1, e.g. TT-201'),
  description: z.string(),
  location: z.string(),
  line_no: z.string().nullable(),
  range: z.string(),
  setpoint: z.string(),
  alarms: z.string().describe('e.g. H 39, HH 45 degC; the state that is told of a contact'),
  limits: z.array(AlarmLimit).readonly().describe('The same as figures; empty for a contact that has none'),
  action: z.string().describe('Control or interlock, empty for indication'),
  lost: z.string().describe('What the loss of its signal does besides an alarm; empty where it does no more'),
  restrains: z.array(z.string()).readonly().describe('Control loops whose output it limits, e.g. TIC-201'),
  trips: z.array(InterlockTrip).readonly().describe('Interlocks that it starts'),
  controller: z
    .string()
    .nullable()
    .describe('Device that reads or computes it, null where it is read on the spot'),
  ems: z
    .strictObject({ device: z.string(), point: z.string(), own: z.boolean() })
    .nullable()
    .describe(
      'Point of the manifest that the EMS reads it by; not its own where it is the health of its controller',
    ),
  signal: z.enum(['4-20 mA', 'software', 'dry contact', 'local']),
})
export type Instrument = z.infer<typeof Instrument>

/** Current that is no measured value of a signal of 4-20 mA. */
export const LostSignal = z.strictObject({
  below_ma: z.number().describe('Lost at and below it'),
  above_ma: z.number().describe('Lost at and above it'),
  source: z.string(),
})
