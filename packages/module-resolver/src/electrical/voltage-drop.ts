/** What a voltage drop follows from. */
export interface VoltageDropInput {
  readonly phases: '3ph' | '1ph' | 'dc'
  readonly voltage_v: number
  readonly current_a: number
  readonly length_m: number
  readonly power_factor: number
  /** One conductor of all sets in parallel. */
  readonly resistance_ohm_per_km: number
  readonly reactance_ohm_per_km: number
}

/** Voltage drop along a circuit, line to line for three phases, in volt and per cent. */
export function voltageDrop(input: VoltageDropInput): { readonly volt: number; readonly pct: number } {
  const path = input.phases === '3ph' ? Math.sqrt(3) : 2
  const cos = input.phases === 'dc' ? 1 : input.power_factor
  const sin = Math.sqrt(1 - cos * cos)
  const impedance = input.resistance_ohm_per_km * cos + input.reactance_ohm_per_km * sin
  const volt = (path * input.current_a * input.length_m * impedance) / 1000
  return { volt, pct: (volt / input.voltage_v) * 100 }
}
