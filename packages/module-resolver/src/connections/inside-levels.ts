import type { AssemblySpec } from '@edp/schemas'

import { conductorForMetric } from '../electrical/conductor-table.ts'
import {
  faultLevels,
  type FaultLevel,
  type FaultLink,
  type FaultTransformer,
} from '../electrical/inside-faults.ts'
import { SPINE_IMPEDANCE_PCT, SPINE_TRANSFORMER } from '../electrical/spine-supply.ts'
import type { InsideSupply } from './inside-supply.ts'
import type { Draft } from './typical.ts'

/** Prospective currents at the devices of an assembly, from those that the outside feeds over its cables and transformers. */
export function insideLevels(
  spec: AssemblySpec,
  drafts: readonly Draft[],
  { levels, spine_supply }: InsideSupply,
): Map<string, FaultLevel> {
  const transformers = new Map(
    spec.components.flatMap(({ id, electrical }): [string, FaultTransformer][] => {
      const { rated_kva: kva, impedance_pct, phases_count } = electrical ?? {}
      return kva === undefined || impedance_pct === undefined
        ? []
        : [[id, { kva, impedance_pct, single_phase: phases_count === 1 }]]
    }),
  )
  if (spine_supply !== null)
    transformers.set(SPINE_TRANSFORMER, { kva: spine_supply.kva, impedance_pct: SPINE_IMPEDANCE_PCT })
  return faultLevels(levels, drafts.flatMap(linkOf), transformers)
}

function linkOf({ source, from, to, length }: Draft): FaultLink[] {
  const size = source.cable?.size_mm2
  const voltage_v = from.rating.voltage_v ?? to.rating.voltage_v
  if (from.service !== 'power_lv' || size === undefined || voltage_v === undefined) return []
  const conductor = conductorForMetric(size)
  const km = length.cut_m / 1000
  return [
    {
      from: from.on,
      to: to.on,
      voltage_v,
      resistance_ohm: conductor.r * km,
      reactance_ohm: conductor.x * km,
    },
  ]
}
