/** Classes of cable numbers: power by voltage, control, fibre, copper, earth (docs/conventions.md). */
export type CableClass = 'PM' | 'PL' | 'PD' | 'C' | 'F' | 'N' | 'G'

/** Cable number: class, both ends, system or letter and running number. */
export function connectionId(cable: CableClass, from: string, to: string, suffix: string): string {
  return `${cable}-${from}-${to}-${suffix}`
}

/** Hose number of a module. */
export function hoseId(designation: string, suffix: string): string {
  return `HS-${designation}-${suffix}`
}
