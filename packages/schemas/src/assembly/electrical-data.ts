import * as z from 'zod'

/** A switch or breaker of a board that an incoming cable ends on. */
const Incomer = z.strictObject({
  port: z.string().describe('Port id that the cable ends on'),
  rated_a: z.number().positive().describe('Rating of the device, A'),
  poles: z.int().min(1).max(4),
  meter: z.string().optional().describe('Component that meters it'),
})

/** An undervoltage release of a way: without voltage at its terminals the breaker opens. */
const UndervoltageRelease = z.strictObject({
  port: z.string().describe('Port id of its terminals, e.g. MDP.UVR'),
  opens: z.string().describe('Port id of the way whose breaker it opens'),
})

/** Transfer between the incomers of a board: a contact outside blocks it. */
const TransferData = z.strictObject({
  port: z.string().describe('Port id of its remote input, e.g. MDP.C'),
})

/** A release that the emergency power off of the container acts on, over a cable of its own. */
const EmergencyRelease = z.strictObject({
  port: z.string().describe('Port id of its terminals, e.g. MDP.EPO'),
  opens: z.array(z.string()).min(1).describe('What it opens: port ids or designations of breakers'),
  lock_out: z
    .string()
    .optional()
    .describe(
      'Lock-out relay in this equipment, e.g. 86E: blocks closing and transfer until it is reset by hand',
    ),
})

/** Main of the board behind a UPS or of a panel with a transformer inside; the design rates it. */
const OutputData = z.strictObject({
  breaker: z.string().describe('Designation of the output breaker, e.g. ups-01.Q1, LP.Q1'),
  battery_breaker: z
    .string()
    .optional()
    .describe('Designation of the breaker of its own battery, e.g. ups-01.QB; not given where it has none'),
  bus_a: z.number().positive().describe('Rating of the bus behind the output breaker, A'),
})

/** What the battery behind a charger is made for. */
const StationBatteryData = z.strictObject({
  voltage_v: z.number().positive().describe('Nominal voltage, V'),
  autonomy_h: z.number().positive().describe('How long the battery carries it, h'),
  recharge_h: z.number().positive().describe('How long the charger takes to recharge it, h'),
})
export type StationBatteryData = z.infer<typeof StationBatteryData>

/**
 * Electrical data of a board, transformer, UPS, transfer switch or charger of an assembly: what the equipment is made for. The design
 * says what is ordered, up to that.
 */
export const ElectricalData = z
  .strictObject({
    kind: z.enum(['board', 'transformer', 'ups', 'transfer_switch', 'charger']),
    voltage: z.string().describe('As a rating writes it: 480 V, 480 V - 415Y/240 V'),
    rated_a: z.number().positive().optional().describe('Largest rating of its bus or contacts, A'),
    poles: z.int().min(1).max(4).optional().describe('Poles of a transfer switch'),
    withstand_ka: z.number().positive().optional().describe('Largest short-circuit rating, kA'),
    rated_kva: z.number().positive().optional().describe('Transformer or UPS, kVA'),
    impedance_pct: z.number().positive().optional().describe('Of a transformer, or of the one in a UPS, %'),
    phases_count: z
      .literal([1, 3])
      .optional()
      .describe(
        'Phases of a transformer, 3 when not given; a single-phase one has the neutral in the middle of its secondary',
      ),
    autonomy_min: z.number().positive().optional().describe('Of a UPS at its rating, min'),
    output: OutputData.optional().describe(
      'Of a UPS that feeds a board, of a panel with a transformer inside',
    ),
    transformer: z
      .string()
      .optional()
      .describe(
        'Designation of the transformer of a panel with one inside, e.g. LP.T1: the panel has its own',
      ),
    station_battery: StationBatteryData.optional().describe('Of a charger'),
    vector_group: z.string().optional(),
    features: z.string().optional().describe('What else a drawing says of it, e.g. K-13, bypass'),
    neutral_earthing: z.string().optional().describe('Where and how the neutral of what it feeds is earthed'),
    surge_protection: z.string().optional().describe('Surge protective device on its bus'),
    incomers: z.array(Incomer).optional(),
    transfer: TransferData.optional().describe('Of a board whose incomers follow each other'),
    emergency_off: z
      .array(EmergencyRelease)
      .optional()
      .describe('Releases that emergency power off acts on, those of other equipment included'),
    undervoltage_release: UndervoltageRelease.optional().describe(
      'Release that a contact outside the board holds',
    ),
  })
  .refine(({ kind, station_battery }) => (kind === 'charger') === (station_battery !== undefined), {
    path: ['station_battery'],
    message: 'expected of a charger, and of nothing else',
  })
export type ElectricalData = z.infer<typeof ElectricalData>
