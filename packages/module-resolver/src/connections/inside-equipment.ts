import { EdpError, roundTo, type AssemblySpec, type ElectricalData, type InsideEquipment } from '@edp/schemas'

import { LOAD_SHED_RELAY } from '../cooling/load-shed.ts'
import { faultFigure } from '../electrical/fault-figure.ts'
import { bondingJumper } from '../electrical/bonding-jumpers.ts'
import { equipmentRating, spineBoardData, spineTransformerData } from '../electrical/equipment-rating.ts'
import { lvMeteringCt } from '../electrical/instrument-transformers.ts'
import type { FaultLevel } from '../electrical/inside-faults.ts'
import { SPINE_BOARD, SPINE_TRANSFORMER, type SpineSupply } from '../electrical/spine-supply.ts'
import { stationBattery } from '../electrical/station-battery.ts'
import { LV_INTERRUPTING_KA, nextRatingOrLargest } from '../electrical/standard-ratings.ts'
import { waysOf } from './direct-current-ways.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'
import { electrodeOf } from './electrode-conductors.ts'
import type { InsideSupply } from './inside-supply.ts'
import { SPINE_SECONDARY } from './spine-circuits.ts'
import { transferInput } from './transfer-input.ts'
import type { Draft } from './typical.ts'
import { outputBreaker } from './output-breaker.ts'

/**
 * Least rating over the prospective current inside a container: a cable that is laid shorter than the schedule cuts it leaves more
 * current. Source: `assumption`.
 */
const FAULT_MARGIN = 1.05

/** Interrupting rating for a prospective current, kA: the step that leaves the margin. */
export function insideInterruptingKa(level: FaultLevel): number {
  return nextRatingOrLargest(LV_INTERRUPTING_KA, FAULT_MARGIN * level.ka)
}

/** Boards, transformers, UPS, transfer switches and chargers of an assembly with the ratings that the site asks of them. */
export function insideEquipment(
  spec: AssemblySpec,
  facts: ConditionFacts,
  levels: ReadonlyMap<string, FaultLevel>,
  supply: InsideSupply,
  drafts: readonly Draft[],
): InsideEquipment[] {
  const trips = new Map(drafts.map(({ from, to }) => [to.id, supply.ways.get(from.id)?.trip_a ?? 0]))
  return [
    ...spec.components
      .filter((component) => holds(component.when, facts))
      .flatMap(({ id, electrical }) => (electrical === undefined ? [] : [[id, electrical] as const])),
    ...(supply.spine_supply === null ? [] : spineEquipment(supply.spine_supply, drafts)),
  ].map(([device, data]) =>
    equipmentOf(
      device,
      withIncomers(data, trips),
      // What arrives at a charger is not what leaves it.
      data.kind === 'charger' ? undefined : levels.get(device),
      supply,
      drafts,
    ),
  )
}

/** Incoming devices of the catalogue are larger where the breaker of their feeder is. */
function withIncomers(data: ElectricalData, trips: ReadonlyMap<string, number>): ElectricalData {
  return data.incomers === undefined
    ? data
    : {
        ...data,
        incomers: data.incomers.map((incomer) => ({
          ...incomer,
          rated_a: Math.max(incomer.rated_a, trips.get(incomer.port) ?? 0),
        })),
      }
}

function equipmentOf(
  device: string,
  data: ElectricalData,
  level: FaultLevel | undefined,
  { board_ratings, blocked_by, direct_current }: InsideSupply,
  drafts: readonly Draft[],
): InsideEquipment {
  const ka = level === undefined ? null : insideInterruptingKa(level)
  const battery =
    data.station_battery === undefined
      ? null
      : stationBattery(data.station_battery, {
          continuous_a: directCurrent(device, drafts),
          momentary_a: direct_current.momentary_a,
          ways: waysOf(drafts, direct_current, data.station_battery.voltage_v),
        })
  const switched = data.kind === 'board' || data.kind === 'transfer_switch'
  return {
    device,
    kind: data.kind,
    rating: board_ratings.get(device) ?? equipmentRating(data, ka, battery),
    vector_group: data.vector_group ?? null,
    short_circuit_ka: level === undefined ? null : faultFigure(level.ka),
    withstand_ka: switched ? ka : null,
    neutral_earthing: data.neutral_earthing ?? '',
    output: outputBreaker(device, data, ka, drafts),
    transformer: data.transformer ?? null,
    station_battery: battery,
    electrode: electrodeOf(device, drafts),
    surge_protection: data.surge_protection ?? '',
    incomers: (data.incomers ?? []).map(({ port, rated_a, poles, meter }) => ({
      port,
      rated_a,
      poles,
      interrupting_ka: ka ?? 0,
      meter_tag: meter ?? null,
      meter_ct: meter === undefined ? null : lvMeteringCt(rated_a),
    })),
    transfer: transferInput(device, data, blocked_by, drafts),
    emergency_off: (data.emergency_off ?? []).map(({ lock_out = null, ...release }) => ({
      ...release,
      lock_out,
      connection_id: cableTo(device, release.port, drafts),
    })),
    undervoltage_release:
      data.undervoltage_release === undefined
        ? null
        : { ...data.undervoltage_release, held_by: LOAD_SHED_RELAY },
  }
}

/** What flows all the time in the ways of direct current behind a charger, A. */
function directCurrent(device: string, drafts: readonly Draft[]): number {
  return roundTo(
    drafts
      .filter(({ from }) => from.on === device && from.service === 'power_dc')
      .reduce((sum, { source }) => sum + (source.cable?.current_a ?? 0), 0),
    1,
  )
}

/** Cable that ends on the terminals of a release: without one it would be a function on the diagram alone. */
function cableTo(device: string, port: string, drafts: readonly Draft[]): string {
  const draft = drafts.find(({ to }) => to.id === port)
  if (draft !== undefined) return draft.source.id
  throw new EdpError('dangling_port', `emergency power off of ${device} has no cable to its release`, [
    {
      path: ['components', device, 'electrical', 'emergency_off'],
      type: 'dangling_port',
      message: `no cable ends at ${port}`,
      input: port,
    },
  ])
}

/** Transformer and board of the spine racks; the jumper of the transformer follows the conductors of its secondary as built. */
function spineEquipment(
  supply: SpineSupply,
  drafts: readonly Draft[],
): (readonly [string, ElectricalData])[] {
  const secondary = drafts.find(({ source }) => source.id === SPINE_SECONDARY)?.source.cable?.size_mm2
  if (secondary === undefined) throw new RangeError(`${SPINE_SECONDARY} has no conductor`)
  const neutral_earthing = `X0 earthed, jumper ${bondingJumper(secondary).awg} AWG`
  return [
    [SPINE_TRANSFORMER, { ...spineTransformerData(supply), neutral_earthing }],
    [SPINE_BOARD, spineBoardData(supply)],
  ]
}
