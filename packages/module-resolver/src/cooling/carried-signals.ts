import type { CoolingInterlock, CoolingSignal, CoolingValve, Instrument } from '@edp/schemas'

import type { CoolingCable } from './cooling-cables.ts'

/** What the signals of a cable are told from. */
export interface SignalLists {
  readonly valves: readonly CoolingValve[]
  readonly instruments: readonly Instrument[]
  readonly interlocks: readonly CoolingInterlock[]
}

/** Cores of a pair, and of a rope: its sensing and its return pair. */
const PAIR = 2
const ROPE = 4

/** Range of a switch that has a contact for each end of the stroke. */
const BOTH_ENDS = 'open, closed'

/** What an output without supply does, by the fail position of the valve. */
const WITHOUT_SUPPLY = { FO: 'opens', FC: 'closes', FB: 'to the bypass', FL: 'stays' } as const

/** Signals of the tags that a cable carries; of a cable that names none its description, in all cores. */
export function carriedSignals(cable: CoolingCable, lists: SignalLists): CoolingSignal[] {
  if (cable.carries.length === 0) {
    const { id, description, from, to, cores_count } = cable
    return [{ cable: id, signal: description, from, to, cores_count }]
  }
  return cable.carries.map((tag) => {
    const instrument = lists.instruments.find((item) => item.tag === tag)
    return instrument === undefined ? output(cable, tag, lists) : input(cable, instrument)
  })
}

/** What the controller reads. */
function input(cable: CoolingCable, instrument: Instrument): CoolingSignal {
  const { tag, range, signal, trips, action, alarms } = instrument
  const [made, cores_count] =
    range === 'rope'
      ? ['sensing and return pair', ROPE]
      : range === BOTH_ENDS
        ? ['contacts of both ends', 2 * PAIR]
        : [signal === 'dry contact' ? 'contact' : signal, PAIR]
  const told = action !== '' ? action : alarms === '' ? [] : `alarm ${alarms}`
  const rope = `wet: ${trips.map(({ interlock }) => interlock).join(', ')}`
  const meaning = range === 'rope' ? rope : told
  return {
    cable: cable.id,
    signal: [`${tag}, ${made}`, meaning].flat().join('; '),
    from: tag,
    to: cable.to,
    cores_count,
  }
}

/** What the controller drives: a valve or a pump with 24 V, which is off when the wire is open. */
function output(cable: CoolingCable, tag: string, { valves, interlocks }: SignalLists): CoolingSignal {
  const valve = valves.find((item) => item.tag === tag)
  const fails =
    valve === undefined || valve.fail_position === '-' ? 'stops' : WITHOUT_SUPPLY[valve.fail_position]
  const acting = interlocks.filter(({ acts_on }) => acts_on.includes(tag)).map(({ number }) => number)
  const by = acting.length === 0 ? '' : ` (${acting.join(', ')})`
  return {
    cable: cable.id,
    signal: `${tag}, 24 V; open: ${fails}${by}`,
    from: cable.to,
    to: tag,
    cores_count: PAIR,
  }
}
