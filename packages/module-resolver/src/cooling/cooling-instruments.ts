import type { Instrument, PipeLine } from '@edp/schemas'

import { airInstruments } from './air-instruments.ts'
import { INTERLOCKS } from './cooling-interlocks.ts'
import { lineOf } from './cooling-lines.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { facilityInstruments } from './facility-instruments.ts'
import type { At } from './instrument-row.ts'
import { leakInstruments } from './leak-instruments.ts'
import { technologyInstruments } from './technology-instruments.ts'

/** Instruments and control functions of one container's cooling; letters of ISA-5.1. Ranges and limits: design choice. */
export function coolingInstruments(plan: CoolingPlan, lines: readonly PipeLine[]): Instrument[] {
  const at: At = (tag, description, location, sequence, range, details = {}) => {
    const { setpoint = '', alarms = '', signal = '4-20 mA', interlock } = details
    const [number, trip] = interlock ?? [null, null]
    const tripped = number === null ? [] : [`${trip} ${number}: ${INTERLOCKS[number].action}`]
    const done = details.action === undefined ? [] : [details.action]
    return {
      tag,
      description,
      location,
      line_no: sequence === null ? null : lineOf(lines, sequence).line_no,
      range,
      setpoint,
      alarms,
      action: [...done, ...tripped].join('; '),
      interlock: number,
      trip,
      signal,
    }
  }
  return [
    ...facilityInstruments(plan, at),
    ...technologyInstruments(plan, at),
    ...leakInstruments(at),
    ...airInstruments(plan, at),
  ]
}
