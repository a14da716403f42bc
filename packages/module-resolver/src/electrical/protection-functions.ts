/** What a breaker protects; decides its functions. */
export type Duty =
  | 'utility'
  | 'utility_no_export'
  | 'generator'
  | 'plant'
  | 'plant_beside_battery'
  | 'transformer'
  | 'collector'
  | 'main'
  | 'tie'
  | 'feeder'
  | 'skid'
  | 'skid_primary'
  | 'earthing'

/**
 * Protection functions by duty, IEEE C37.2 device numbers. Source: design choice of this product after common utility
 * and NEC practice; settings come from the coordination study. `utility_no_export` adds reverse power where the grid is
 * backup only. An incomer that fails to open has to trip every other source of its bus, over a lock-out of its own (50BF, 86BF);
 * its 86 locks out itself alone: a fault of a machine is no fault of the bus. The lock-out of a source is set by what finds a fault (50/51,
 * 51V, 51N, 51G, 59N, 87G) and not by 27, 59 or 81, after which it may close again. A `plant` has no earth source on its 13.8 kV
 * side: it sees an earth fault in the voltage (59N), as a collector does; beside a battery that may be all that feeds a fault on its
 * cable its overcurrent is restrained by voltage too. What a resistor
 * limits is measured with a core around the cable (51G), because phase cores for the fault current of the bus do not see it; the incomer of a
 * utility, whose earth faults are large, measures the sum of its phase cores (51N). No 50 for earth faults: 51G and 51N are graded by time.
 * The contacts of a transformer, `TRANSFORMER_CONTACTS`, trip through its 86, whatever its size. `collector` sees faults that inverters alone feed, near their load current: overcurrent is restrained by
 * voltage (51V), an earth fault without an earth source shows in the voltage (59N). The wye winding of a `skid` is not
 * earthed, so that 64 detects an earth fault (NEC 2023, 250.21(B)). A
 * `tie` has no 25: its key interlock forbids to parallel what it joins. `earthing` is the earth source of an island; its 86 keeps it
 * open on a fault of its own. 74 supervises the trip circuit of every breaker whose relay stands in the switchgear; that of a main or tie in the
 * low-voltage board is a relay there, and what stands at a skid has its own battery.
 */
export const PROTECTION_FUNCTIONS = {
  utility: ['25', '27', '50/51', '51N', '50BF', '59', '74', '81O/U', '86', '86BF'],
  utility_no_export: ['25', '27', '32R', '50/51', '51N', '50BF', '59', '74', '81O/U', '86', '86BF'],
  generator: [
    '25',
    '27',
    '32',
    '40',
    '46',
    '50/51V',
    '50BF',
    '51G',
    '59',
    '74',
    '81O/U',
    '86',
    '86BF',
    '87G',
  ],
  plant: ['25', '27', '50/51', '51G', '50BF', '59', '59N', '74', '81O/U', '86', '86BF'],
  plant_beside_battery: ['25', '27', '50/51V', '51G', '50BF', '59', '59N', '74', '81O/U', '86', '86BF'],
  transformer: ['49', '50/51', '51G', '74', '86'],
  collector: ['25', '27', '50/51V', '51G', '59', '59N', '74', '81O/U', '86'],
  main: ['27', '59', '74', 'LSIG'],
  tie: ['74', 'LSIG'],
  feeder: ['LSIG'],
  skid: ['27', '59', '64', '81O/U', 'LSI'],
  skid_primary: ['50/51', '51G'],
  earthing: ['50/51', '51G', '74', '86'],
} as const satisfies Record<Duty, readonly string[]>

/**
 * Duties that measure voltage over transformers of their own, on the side away from the bus. A skid's breaker measures its
 * 480 or 690 V directly (`skidVoltageInputs`).
 */
export const MEASURES_VOLTAGE = {
  utility: true,
  utility_no_export: true,
  generator: true,
  plant: true,
  plant_beside_battery: true,
  transformer: false,
  collector: true,
  main: true,
  tie: false,
  feeder: false,
  skid: false,
  skid_primary: false,
  earthing: false,
} as const satisfies Record<Duty, boolean>

/**
 * From this rating on a transformer has differential protection (87T), kVA: none here is that large. Below it pressure (63) and
 * overcurrent clear a fault inside, for unit and skid transformers alike. Source: IEEE C37.91 practice.
 */
export const DIFFERENTIAL_FROM_KVA = 10_000
