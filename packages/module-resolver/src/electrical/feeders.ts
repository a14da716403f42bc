import { roundTo, type Feeder, type SiteModule } from '@edp/schemas'

import { connectionId } from '../connections/connection-id.ts'
import { GRID_AUXILIARY_KW } from '../loads/site-loads.ts'
import { spineShares } from '../loads/spine-power.ts'
import { isByOthers, modulesOf, switchgearScope, type BlockInput } from './block-input.ts'
import { continuousTrip, lvBreaker } from './breakers.ts'
import { computeLoad } from './container-load.ts'
import { LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/** A low-voltage bus section of the block: its tag and the interrupting rating of its breakers. */
export interface Section {
  readonly tag: string
  readonly interrupting_ka: number
}

/**
 * Outgoing feeders: two for each compute container, A from its section and B from the next one (cyclic), each for the whole
 * container and at least as large as the largest breaker of the board that it serves; then two for the grid container's auxiliaries, to the two inputs of their transfer switch, one for its spine racks, one for
 * each battery unit and a spare on each section. Without a grid container the spines stand in the first compute container and are fed
 * with it.
 */
export function feedersOf(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const compute = computeFeeders(input, sections)
  const feeders = isByOthers(input)
    ? compute
    : [
        ...compute,
        ...gridAuxiliaries(input, sections),
        ...spineFeeder(input, sections),
        ...bessAuxiliaries(input, sections),
        ...spares(input, sections),
      ]
  return feeders.map((feeder) => ({
    ...feeder,
    breaker: { ...feeder.breaker, neutral_sensor: NEUTRAL[feeder.kind] },
  }))
}

/** Whether the neutral leaves with the phases. The transfer switch and the transformer of the spines are three-wire loads. */
const NEUTRAL = {
  compute: true,
  auxiliary: false,
  network: false,
  bess_auxiliary: true,
  spare: true,
} as const satisfies Record<Feeder['kind'], boolean>

/** Section that the container at `index` of the block is fed from, by system. */
export function sectionIndex(index: number, containers: number, sections: number, system: 'A' | 'B'): number {
  const home = Math.floor(index / Math.ceil(containers / sections))
  return (home + (system === 'B' ? 1 : 0)) % sections
}

function computeFeeders(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const containers = modulesOf(input, 'compute_container')
  return containers.flatMap((container, index) => {
    const { kw, currentA, tripA } = computeLoad(input, index)
    return (['A', 'B'] as const).map((system): Feeder => {
      const section = sectionOf(sections, sectionIndex(index, containers.length, sections.length, system))
      const { designation } = container
      return {
        bus_tag: section.tag,
        kind: 'compute',
        system,
        breaker: lvBreaker(
          `52-${designation}${system}`,
          'feeder',
          tripA,
          section.interrupting_ka,
          switchgearScope(input),
        ),
        load_module_id: container.module_id,
        load_designation: designation,
        load_kw: roundTo(kw, 1),
        design_current_a: roundTo(currentA, 1),
        connection_id: connectionId('PL', input.head.designation, designation, `${system}01`),
      }
    })
  })
}

/**
 * The auxiliaries over both inputs of their transfer switch, B from the last section where there are several; each feeder is for the
 * connected load as the catalogue adds it up, or for the demand where that is more.
 */
function gridAuxiliaries(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const { head, block, plan, auxiliary_a } = input
  const demandKw = GRID_AUXILIARY_KW + spineShares(plan.spine_kw).cooling_kw
  const connectedKw = (Math.sqrt(3) * LV_V * auxiliary_a * POWER_FACTOR) / 1000
  return (['A', 'B'] as const).map((system, index) => ({
    ...auxiliary(
      `52-AUX${block.ordinal}${system}`,
      'auxiliary',
      head,
      Math.max(demandKw, connectedKw),
      sectionOf(sections, index === 0 ? 0 : sections.length - 1),
      null,
    ),
    system,
  }))
}

/** Spine racks of the grid container: on the second section where there is one, away from its other auxiliaries. */
function spineFeeder(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const { head, block, plan, spine_supply } = input
  if (plan.spine_kw === 0 || spine_supply === null) return []
  const section = sectionOf(sections, Math.min(1, sections.length - 1))
  const { switches_kw } = spineShares(plan.spine_kw)
  const feeder = auxiliary(`52-NET${block.ordinal}`, 'network', head, switches_kw, section, null)
  // The breaker lets the transformer be switched on: it follows the transformer where the load is small.
  const tripA = Math.max(feeder.breaker.trip_a, spine_supply.primary_a)
  return [
    {
      ...feeder,
      breaker: lvBreaker(feeder.breaker.tag, 'feeder', tripA, section.interrupting_ka),
      load_designation: `${head.designation} spine racks`,
    },
  ]
}

function bessAuxiliaries(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const kw = input.bess?.auxiliary_kw ?? 0
  return modulesOf(input, 'bess_unit').map((unit, index) =>
    auxiliary(
      `52-${unit.designation}X`,
      'bess_auxiliary',
      unit,
      kw,
      sectionOf(sections, index % sections.length),
      connectionId('PL', input.head.designation, unit.designation, 'X01'),
    ),
  )
}

/**
 * One equipped spare on each section, as large as a compute feeder: a feeder breaker is replaced without waiting for its
 * delivery. Source: design choice.
 */
function spares(input: BlockInput, sections: readonly Section[]): Feeder[] {
  const kva = input.loads.container_max_kw / POWER_FACTOR
  const tripA = Math.max(continuousTrip(fullLoadCurrent(kva, LV_V)), input.container_way_a)
  return sections.map((section, index): Feeder => {
    const tag = `52-SP${input.first.transformer + index}`
    return {
      bus_tag: section.tag,
      kind: 'spare',
      system: null,
      breaker: lvBreaker(tag, 'feeder', tripA, section.interrupting_ka),
      load_module_id: null,
      load_designation: 'spare',
      load_kw: 0,
      design_current_a: 0,
      connection_id: null,
    }
  })
}

function auxiliary(
  tag: string,
  kind: 'auxiliary' | 'network' | 'bess_auxiliary',
  module: SiteModule,
  kw: number,
  section: Section,
  connection_id: string | null,
): Feeder {
  const currentA = fullLoadCurrent(kw / POWER_FACTOR, LV_V)
  return {
    bus_tag: section.tag,
    kind,
    system: null,
    breaker: lvBreaker(tag, 'feeder', continuousTrip(currentA), section.interrupting_ka),
    load_module_id: module.module_id,
    load_designation: `${module.designation} auxiliaries`,
    load_kw: roundTo(kw, 1),
    design_current_a: roundTo(currentA, 1),
    connection_id,
  }
}

function sectionOf(sections: readonly Section[], index: number): Section {
  const section = sections[index]
  if (section === undefined) throw new RangeError(`no bus section ${index}`)
  return section
}
