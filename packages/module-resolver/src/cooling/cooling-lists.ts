import type { AssemblySpec, Cooling, PipeLine } from '@edp/schemas'

import { airOpenings } from './air-openings.ts'
import type { CoolingCable } from './cooling-cables.ts'
import { coolingEquipment } from './cooling-equipment.ts'
import { coolingInstruments } from './cooling-instruments.ts'
import { coolingInterlocks } from './cooling-interlocks.ts'
import { hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { coolingSignals } from './cooling-signals.ts'
import { coolingValves } from './cooling-valves.ts'
import { DRAIN_FALL } from './drain-fall.ts'
import { flushing } from './flushing.ts'
import { indoorFrost } from './indoor-frost.ts'
import { designCodes } from './design-codes.ts'

type Lists = Pick<
  Cooling,
  | 'equipment'
  | 'valves'
  | 'instruments'
  | 'interlocks'
  | 'signals'
  | 'codes'
  | 'air_openings'
  | 'indoor_frost'
  | 'flushing'
  | 'drain_fall'
>

/** What the lists of the P&ID beside that of its lines hold. */
export function coolingLists(
  plan: CoolingPlan,
  lines: readonly PipeLine[],
  spec: AssemblySpec,
  cables: readonly CoolingCable[],
): Lists {
  const valves = coolingValves(plan, lines)
  const instruments = coolingInstruments(plan, lines)
  const interlocks = coolingInterlocks(plan)
  return {
    equipment: coolingEquipment(plan),
    valves,
    instruments,
    interlocks,
    signals: coolingSignals(hasTrimChiller(plan), cables, { valves, instruments, interlocks }),
    codes: designCodes(plan),
    air_openings: airOpenings(spec, plan.components.air_units),
    indoor_frost: indoorFrost(plan),
    flushing: flushing(plan.technology_pipe),
    drain_fall: DRAIN_FALL,
  }
}
