import type { EnergySupply } from '@edp/schemas'

import { kilovoltamperes, stackHeight, volts, type LabelLine } from './labels.ts'
import type { SldStyle } from './sld-style.ts'

/** Symbol and name of each kind of source. */
export const SOURCES = {
  utility: { symbol: 'UTILITY', name: 'Utility' },
  generator: { symbol: 'GENERATOR', name: 'Generators' },
  nuclear: { symbol: 'GENERATOR', name: 'Nuclear plant' },
  solar: { symbol: 'SOLAR', name: 'Solar plant' },
} as const satisfies Record<EnergySupply['kind'], { symbol: string; name: string }>

/** What stands in the box of a source. */
export function sourceLabel(supply: EnergySupply): LabelLine[] {
  return [
    { value: supply.tag, tag: true, id: supply.module_id },
    { value: `${SOURCES[supply.kind].name}, BY OTHERS` },
    ...flowLines(supply),
    { value: `${volts(supply.voltage_v)}, normally ${supply.normally}` },
    ...supply.by_others.map((value) => ({ value })),
  ]
}

/** Height of the boxes of the sources, the same for all of a block, mm: their lines enter the switchgear at one height. */
export function sourceHeight(style: SldStyle, supplies: readonly EnergySupply[]): number {
  return Math.max(12.5, ...supplies.map((supply) => stackHeight(style, sourceLabel(supply)))) + 4
}

/** What flows through a supply and how strong it is. */
function flowLines(supply: EnergySupply): LabelLine[] {
  const strength = `Ssc ${supply.short_circuit_mva} MVA`
  if (supply.kind !== 'utility')
    return [{ value: machineText(supply) }, { value: `${kilovoltamperes(supply.rated_kva)} in, ${strength}` }]
  return [
    { value: `import ${kilovoltamperes(supply.rated_kva)}` },
    { value: exportText(supply) },
    { value: strength },
  ]
}

/** Rating and reactance of the machine behind a supply; empty where there is none. */
export function machineText({ machine }: EnergySupply): string {
  return machine === null ? '' : `machine ${kilovoltamperes(machine.rating_kva)}, x" ${machine.reactance_pu}`
}

/** What flows to a supply: `no export`, or its most. */
export function exportText({ export_kva }: EnergySupply): string {
  return export_kva === 0 ? 'no export' : `export ${kilovoltamperes(export_kva)}`
}
