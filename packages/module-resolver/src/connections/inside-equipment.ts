import { roundTo, type AssemblySpec, type ElectricalData, type InsideEquipment } from '@edp/schemas'

import { systemBondingJumper } from '../electrical/bonding-jumpers.ts'
import { CONDUCTORS } from '../electrical/conductor-table.ts'
import { equipmentRating, spineSupplyRating } from '../electrical/equipment-rating.ts'
import { faultBehindTransformer, type FaultLevel } from '../electrical/inside-faults.ts'
import {
  SPINE_IMPEDANCE_PCT,
  SPINE_TRANSFORMER,
  SPINE_VECTOR_GROUP,
  type SpineSupply,
} from '../electrical/spine-supply.ts'
import { LV_INTERRUPTING_KA, nextRatingOrLargest } from '../electrical/standard-ratings.ts'
import { IT_V, LV_V } from '../electrical/system-voltages.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'
import type { InsideSupply } from './inside-supply.ts'

/** Interrupting rating for a prospective current, kA. */
export function insideInterruptingKa(level: FaultLevel): number {
  return nextRatingOrLargest(LV_INTERRUPTING_KA, level.ka)
}

/** Boards, transformers, UPS and transfer switches of an assembly with the ratings that the site asks of them. */
export function insideEquipment(
  spec: AssemblySpec,
  facts: ConditionFacts,
  levels: ReadonlyMap<string, FaultLevel>,
  supply: InsideSupply,
): InsideEquipment[] {
  const own = spec.components
    .filter((component) => holds(component.when, facts))
    .flatMap((component) =>
      component.electrical === undefined
        ? []
        : [equipmentOf(component.id, component.electrical, levels.get(component.id), supply)],
    )
  const spines = supply.spine_supply
  const board = spec.role === 'grid_container' ? 'LVS' : 'MDP'
  const source = levels.get(board)
  return spines === null || source === undefined
    ? own
    : [...own, spineTransformer(spines, source, board, supply)]
}

function equipmentOf(
  device: string,
  data: ElectricalData,
  level: FaultLevel | undefined,
  { board_ratings }: InsideSupply,
): InsideEquipment {
  const ka = level === undefined ? null : insideInterruptingKa(level)
  const switched = data.kind === 'board' || data.kind === 'transfer_switch'
  return {
    device,
    kind: data.kind,
    rating: board_ratings.get(device) ?? equipmentRating(data, ka),
    vector_group: data.vector_group ?? null,
    short_circuit_ka: level === undefined ? null : roundTo(level.ka, 1),
    withstand_ka: switched ? ka : null,
    neutral_earthing: data.neutral_earthing ?? '',
    surge_protection: data.surge_protection ?? '',
    incomers: (data.incomers ?? []).map(({ port, rated_a, poles, meter }) => ({
      port,
      rated_a,
      poles,
      interrupting_ka: ka ?? 0,
      meter_tag: meter ?? null,
    })),
    load_a: null,
    behind: null,
    only_in: '',
    emergency_off: data.emergency_off ?? [],
  }
}

/** The cable inside the grid container that leads to the spine racks, in the catalogue. */
export const SPINE_CABLE = 'W-NET'

/**
 * Transformer of the spine racks. In the grid container it stands behind the cable that the catalogue has for it; a compute
 * container that holds the spines has its way in the main panel besides.
 */
function spineTransformer(
  supply: SpineSupply,
  source: FaultLevel,
  board: string,
  { spine_host: host, currents }: InsideSupply,
): InsideEquipment {
  const { kva, primary_a, secondary_a } = supply
  const load = currents.get(`${board}.NET`)
  const level = faultBehindTransformer(source, { kva, impedance_pct: SPINE_IMPEDANCE_PCT, secondary_v: IT_V })
  const phase = CONDUCTORS.find((conductor) => conductor.amps75 >= secondary_a) ?? CONDUCTORS[0]
  return {
    device: SPINE_TRANSFORMER,
    kind: 'transformer',
    rating: spineSupplyRating(supply),
    vector_group: SPINE_VECTOR_GROUP,
    short_circuit_ka: roundTo(level.ka, 1),
    withstand_ka: null,
    neutral_earthing: `X0 earthed, jumper ${systemBondingJumper(phase.mm2)} AWG`,
    surge_protection: '',
    incomers: [
      ...(host === ''
        ? []
        : [
            {
              port: `${board}.NET`,
              rated_a: primary_a,
              poles: 3,
              interrupting_ka: insideInterruptingKa(source),
              meter_tag: null,
            },
          ]),
      {
        port: `${SPINE_TRANSFORMER}.MAIN`,
        rated_a: secondary_a,
        poles: 3,
        interrupting_ka: insideInterruptingKa(level),
        meter_tag: null,
      },
    ],
    load_a: load === undefined ? null : roundTo((load * LV_V) / IT_V, 1),
    behind: host === '' ? SPINE_CABLE : null,
    only_in: host,
    emergency_off: [],
  }
}
