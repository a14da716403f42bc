import type { Instrument, PipeLine } from '@edp/schemas'

import { airInstruments } from './air-instruments.ts'
import { alarmText } from './alarm-limits.ts'
import { readerAt } from './cooling-controllers.ts'
import { lineOf } from './cooling-lines.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { emsPoint } from './ems-point.ts'
import { facilityInstruments } from './facility-instruments.ts'
import type { At } from './instrument-row.ts'
import { leakInstruments } from './leak-instruments.ts'
import { lostSignal } from './lost-signals.ts'
import { technologyInstruments } from './technology-instruments.ts'

/** Instruments and control functions of one container's cooling; letters of ISA-5.1. Ranges and limits: design choice. */
export function coolingInstruments(plan: CoolingPlan, lines: readonly PipeLine[]): Instrument[] {
  const at: At = (tag, description, location, sequence, range, details = {}) => {
    const { setpoint = '', signal = '4-20 mA', trips = [], limits = [], restrains = [] } = details
    const alarms = details.alarms ?? alarmText(limits)
    const acting = trips.map(([number, limit, after_s = 0]) => {
      const delay = after_s === 0 ? '' : ` after ${after_s} s`
      // A contact has one state, which its alarm names.
      return `${signal === 'dry contact' ? alarms : limit}${delay}: ${number}`
    })
    const limiting = restrains.map((loop) => `limits ${loop}`)
    const done = [details.action ?? [], limiting].flat().join(', ')
    const lost = signal === '4-20 mA' ? lostSignal(tag, plan) : ''
    const row = {
      tag,
      description,
      location,
      line_no: sequence === null ? null : lineOf(lines, sequence).line_no,
      range,
      setpoint,
      alarms,
      limits,
      action: [done, ...acting, lost === '' ? '' : `lost: ${lost}`].filter(Boolean).join('; '),
      lost,
      restrains,
      trips: trips.map(([interlock, limit, after_s = 0]) => ({ interlock, limit, after_s })),
      controller: signal === 'local' ? null : (details.controller ?? readerAt(location)),
      signal,
    }
    return { ...row, ems: emsPoint(row, plan.readings) }
  }
  return [
    ...facilityInstruments(plan, at),
    ...technologyInstruments(plan, at),
    ...leakInstruments(at),
    ...airInstruments(plan, at),
  ]
}
