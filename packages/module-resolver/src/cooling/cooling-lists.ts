import type { AssemblySpec, Cooling, PipeLine } from '@edp/schemas'

import { airOpenings } from './air-openings.ts'
import { coolingEquipment } from './cooling-equipment.ts'
import { coolingInstruments } from './cooling-instruments.ts'
import { coolingInterlocks } from './cooling-interlocks.ts'
import { hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { coolingSignals } from './cooling-signals.ts'
import { coolingValves } from './cooling-valves.ts'
import { designCodes } from './design-codes.ts'

type Lists = Pick<
  Cooling,
  'equipment' | 'valves' | 'instruments' | 'interlocks' | 'signals' | 'codes' | 'air_openings'
>

/** What the lists of the P&ID beside that of its lines hold. */
export function coolingLists(plan: CoolingPlan, lines: readonly PipeLine[], spec: AssemblySpec): Lists {
  return {
    equipment: coolingEquipment(plan),
    valves: coolingValves(plan, lines),
    instruments: coolingInstruments(plan, lines),
    interlocks: coolingInterlocks(plan),
    signals: coolingSignals(hasTrimChiller(plan)),
    codes: designCodes(plan),
    air_openings: airOpenings(spec, plan.components.air_units),
  }
}
