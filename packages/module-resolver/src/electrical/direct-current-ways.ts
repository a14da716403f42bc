import { roundTo, type BlockElectrical, type DirectCurrentWay } from '@edp/schemas'

/**
 * What switchgear takes at 125 V DC, A: a relay (25 W), a meter or controller (10 W), indication and supervision of a trip circuit at each
 * breaker, the trip unit of a low-voltage main with its supply, the lock-out relay with the relays of its panel, an auxiliary relay that it holds; the shunt trips of a
 * medium-voltage and of a low-voltage breaker, the coil of the lock-out relay. Source: `assumption`, makers' data.
 */
const TAKES_A = {
  relay: 0.2,
  meter: 0.08,
  breaker: 0.05,
  trip_unit: 0.1,
  lock_out: 0.4,
  auxiliary: 0.05,
} as const
const COIL_A = { medium_voltage: 7, low_voltage: 2, lock_out: 7 } as const

/** Meters of the auxiliaries: one at each of both feeders. */
const AUXILIARY_METERS = 2

/** Voltage relays at the ends of ways are read by a relay that hangs on another one; what takes its supply away is told by its silence. */
const LOST = '27DC at its end alarms at rly-cmp'
const SILENT = '27DC at its end; rly-cmp, rly-bess and the other relays are silent at the EMS'

/** What hangs on a way of the 125 V DC, before the cable to it is known. */
export type LoadedWay = Omit<DirectCurrentWay, 'port' | 'coil_v'>

/** Ways of a charger, by the port that they start at. */
export const DC_WAYS = ['CHG.MVSG-P', 'CHG.MVSG-S', 'CHG.MVSG-T', 'CHG.RLY', 'CHG.LVS'] as const
export type DcWay = (typeof DC_WAYS)[number]

type Fed = Pick<
  BlockElectrical,
  'supplies' | 'transformers' | 'bus_ties' | 'bess_branches' | 'earthing_transformer' | 'emergency_off'
>

/**
 * Loads of the ways of a block's 125 V DC. The lock-out relay of emergency power off closes the trip circuits of all sources: their coils
 * take from the way of these circuits, not from that of the relay. A fault opens one transformer feeder, and that its main.
 */
export function directCurrentWays(block: Fed): Record<DcWay, LoadedWay> {
  const { supplies, transformers, bus_ties, bess_branches, earthing_transformer: earthing } = block
  const off = block.emergency_off
  const sources = [...supplies, ...bess_branches].map(({ breaker }) => breaker.tag)
  const feeders = transformers.map(({ primary_breaker }) => primary_breaker.tag)
  const mains = [...transformers.map(({ secondary_breaker }) => secondary_breaker), ...bus_ties]
  const onBus = [...sources, ...(earthing === null ? [] : [earthing.breaker.tag])]
  const relays = onBus.length + feeders.length
  const machines = supplies.filter(({ machine }) => machine !== null).length
  // A controller of the first transformer and of each machine, beside the meters of the supplies.
  const meters = supplies.length + machines + Math.min(1, transformers.length)
  const lvMeters = transformers.length + AUXILIARY_METERS
  return {
    'CHG.MVSG-P': {
      serves: 'relays and meters of MVSG',
      continuous_a: amperes(TAKES_A.relay * relays + TAKES_A.meter * meters),
      momentary_a: 0,
      together: '',
      devices: [...onBus, ...feeders],
      lost: SILENT,
    },
    'CHG.MVSG-S': {
      serves: 'trip and close of what feeds the bus, shunt trips of 86E',
      continuous_a: amperes(TAKES_A.breaker * onBus.length),
      momentary_a: COIL_A.medium_voltage * sources.length,
      together: 'while 86E trips all sources',
      devices: onBus,
      lost: LOST,
    },
    'CHG.MVSG-T': {
      serves: 'trip and close of the transformer feeders',
      continuous_a: amperes(TAKES_A.breaker * feeders.length),
      momentary_a: feeders.length === 0 ? 0 : COIL_A.medium_voltage,
      together: 'while one trips',
      devices: feeders,
      lost: LOST,
    },
    'CHG.RLY': {
      serves: 'lock-out relay, interlocks',
      continuous_a: amperes(TAKES_A.lock_out + TAKES_A.auxiliary * (off?.auxiliary.relays_count ?? 0)),
      momentary_a: off === null ? 0 : COIL_A.lock_out,
      together: 'while 86E is set',
      devices: off === null ? [] : [off.lock_out, off.auxiliary.tag],
      lost: LOST,
    },
    'CHG.LVS': {
      serves: 'trip and close of mains and ties, meters of LVS',
      continuous_a: amperes((TAKES_A.breaker + TAKES_A.trip_unit) * mains.length + TAKES_A.meter * lvMeters),
      momentary_a: mains.length === 0 ? 0 : COIL_A.low_voltage,
      together: 'while one trips',
      devices: mains.map(({ tag }) => tag),
      lost: LOST,
    },
  }
}

/** Least load of a way, A: currents are stated in tenths. */
function amperes(value: number): number {
  return roundTo(Math.max(value, 0.1), 1)
}

/** Coils that act at one time in the worst event, A: emergency power off sets its lock-out relay, which trips all sources. */
export function momentaryCurrent(ways: Record<DcWay, LoadedWay>): number {
  return ways['CHG.RLY'].momentary_a + ways['CHG.MVSG-S'].momentary_a
}

/**
 * Least rating of the breaker of a way over the coils that act together: below five times its rating no breaker of UL 489 trips at once.
 * Source: `assumption`, makers' trip curves for direct current.
 */
const INSTANT_FROM = 5

/** Current that the breaker of a way is chosen for before 125 %, A. */
export function breakerCurrent({ continuous_a, momentary_a }: LoadedWay): number {
  return Math.max(continuous_a, momentary_a / INSTANT_FROM)
}
