import type { InsideEquipment } from '@edp/schemas'

import { electrodeConductor, NEUTRAL } from '../electrical/bonding-jumpers.ts'
import { conductorForMetric } from '../electrical/conductor-table.ts'
import { chosenLength, HOSTED_LENGTH_M, SPINE_SECONDARY } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

const isElectrode = ({ from, to }: Draft): boolean =>
  from.service === 'earth' && to.id === `${to.on}.${NEUTRAL}`

/**
 * Grounding electrode conductors from the earth bar to every neutral that is earthed inside (NEC 2023, 250.30(A)(5)), each by the largest
 * conductors that leave its device as built. The transformer of the spine racks gets one where its container's catalogue has none; a
 * device that feeds nothing has none.
 */
export function withElectrodeConductors(drafts: readonly Draft[]): Draft[] {
  const [pattern] = drafts.filter(isElectrode)
  const spines = drafts.find(({ source }) => source.id === SPINE_SECONDARY)?.from.on
  const lacking = spines !== undefined && !drafts.some((d) => isElectrode(d) && d.to.on === spines)
  return [...drafts, ...(pattern !== undefined && lacking ? [electrodeTo(spines, pattern)] : [])].flatMap(
    (draft) => (isElectrode(draft) ? sized(draft, drafts) : [draft]),
  )
}

function electrodeTo(device: string, { source, from, to }: Draft): Draft {
  const id = `${device}.${NEUTRAL}`
  return {
    source: {
      ...source,
      id: `G-${device}`,
      to: id,
      description: `Grounding electrode conductor of ${device}`,
    },
    from,
    to: { ...to, id, on: device },
    length: chosenLength(HOSTED_LENGTH_M.primary),
  }
}

function sized(draft: Draft, drafts: readonly Draft[]): Draft[] {
  const fed = drafts.filter(({ from }) => from.service === 'power_lv' && from.on === draft.to.on)
  const largest = Math.max(0, ...fed.map(({ source }) => source.cable?.size_mm2 ?? 0))
  const { cable } = draft.source
  return cable === undefined || largest === 0
    ? []
    : [
        {
          ...draft,
          source: { ...draft.source, cable: { ...cable, size_mm2: electrodeConductor(largest).mm2 } },
        },
      ]
}

/** The conductor that earths the neutral of a device; null where it has none. */
export function electrodeOf(device: string, drafts: readonly Draft[]): InsideEquipment['electrode'] {
  const draft = drafts.find((d) => isElectrode(d) && d.to.on === device)
  const size = draft?.source.cable?.size_mm2
  return draft === undefined || size === undefined
    ? null
    : { connection_id: draft.source.id, size_awg: conductorForMetric(size).awg }
}
