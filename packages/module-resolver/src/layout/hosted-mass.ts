import type { ModuleKind } from '@edp/schemas'

import type { CoreSupply } from '../electrical/core-supply.ts'
import type { SpineSupply } from '../electrical/spine-supply.ts'
import { coreHeld, takesSecondSwitch } from '../network/management-leads.ts'

/** What a container holds for the site besides its catalogue, kg each. Source: NVIDIA QM9700 and SN2201 data, else `assumption`, makers' data. */
export const HOSTED_KG = {
  rack: 160,
  pdu: 12,
  spine: 14.8,
  oob_switch: 7.4,
  transformer: 320,
  board: 120,
  frame: 8,
  /** EMS pair, core switches, routers, jump host, clock. */
  core: 160,
} as const

/** What a container holds. */
interface Hosted {
  readonly role: ModuleKind
  readonly spines: number
  readonly spine_supply: SpineSupply | null
  readonly core_supply: CoreSupply | null
  /** Whether the catalogue's mass has transformer and distribution frame already, as that of the grid container. */
  readonly has_transformer: boolean
  /** Ports of the out-of-band switch that the catalogue takes. */
  readonly oob_ports_taken: number
}

/** Mass of what a container holds for the site besides its catalogue, kg. */
export function hostedMass({
  role,
  spines,
  spine_supply,
  core_supply,
  has_transformer,
  oob_ports_taken,
}: Hosted): number {
  const { rack, pdu, spine, transformer, board, frame, core, oob_switch } = HOSTED_KG
  const second = takesSecondSwitch(oob_ports_taken, {
    spines_count: spines,
    spine_racks_count: spine_supply?.pdu_pairs ?? 0,
    core: coreHeld(role, core_supply !== null),
  })
  const inRacks = spine_supply === null ? 0 : spine_supply.pdu_pairs * (rack + 2 * pdu)
  const spineKg =
    spines === 0 ? 0 : spines * spine + inRacks + board + (has_transformer ? 0 : transformer + frame)
  return spineKg + (core_supply === null ? 0 : core + rack + 2 * pdu) + (second ? oob_switch : 0)
}
