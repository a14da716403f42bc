import type { AssemblySpec } from '@edp/schemas'

import { CORE_RACK, NETWORK_RACK, type CoreSupply } from '../electrical/core-supply.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import { sizedFor } from './typical-cable.ts'
import type { Draft } from './typical.ts'

/**
 * The circuits of a compute container that holds the core rack: the UPS of the next size on a way that carries it, and a way to each
 * PDU of the rack from where the network rack has its two feeds, so that the loss of the UPS or of the IT board leaves one.
 */
export function withCoreRack(drafts: readonly Draft[], core: CoreSupply | null): Draft[] {
  return core === null
    ? [...drafts]
    : [
        ...drafts.map((draft) => (draft.to.on === core.ups ? carryingUps(draft, core) : draft)),
        ...drafts
          .filter((draft) => draft.from.service === 'power_lv' && draft.to.on === NETWORK_RACK)
          .map((draft) => wayBeside(draft, core)),
      ]
}

/** An assembly whose UPS is of the size that carries the core rack besides what it carries elsewhere. */
export function withCoreUps(spec: AssemblySpec, core: CoreSupply | null): AssemblySpec {
  if (core === null) return spec
  const components = spec.components.map((component) =>
    component.id === core.ups && component.electrical !== undefined
      ? { ...component, electrical: { ...component.electrical, rated_kva: core.ups_kva } }
      : component,
  )
  return { ...spec, components }
}

function carryingUps(draft: Draft, { ups_a, ups_way_a }: CoreSupply): Draft {
  const { source, from } = draft
  if (source.cable === undefined || from.service !== 'power_lv') return draft
  const cable = { ...sizedFor(source.cable, ups_way_a, from), current_a: ups_a }
  return { ...draft, source: { ...source, cable }, trip_a: ups_way_a }
}

function wayBeside({ source, from, to }: Draft, { load_a, way_a }: CoreSupply): Draft {
  const system = to.id.slice(-1)
  const way = { ...from, id: `${from.on}.${CORE_RACK}` }
  const inlet = { ...to, id: `${CORE_RACK}.P${system}`, on: CORE_RACK }
  const cable =
    source.cable === undefined ? undefined : { ...sizedFor(source.cable, way_a, from), current_a: load_a }
  return {
    source: {
      id: `W-${CORE_RACK}${system}`,
      from: way.id,
      to: inlet.id,
      description: `EMS and core network rack, feed ${system}${system === 'A' ? ' from the UPS' : ''}`,
      route: 'tray',
      length_m: HOSTED_LENGTH_M.way,
      ...(cable === undefined ? {} : { cable }),
    },
    from: way,
    to: inlet,
    length: chosenLength(HOSTED_LENGTH_M.way),
    trip_a: way_a,
  }
}
