import type { CoreSupply } from '../electrical/core-supply.ts'
import type { SpineSupply } from '../electrical/spine-supply.ts'

/** What a container holds for the site besides its catalogue, kg each. Source: spine NVIDIA QM9700 data, else `assumption`, makers' data. */
export const HOSTED_KG = {
  rack: 160,
  pdu: 12,
  spine: 14.8,
  transformer: 320,
  board: 120,
  frame: 8,
  /** EMS pair, core switches, routers, jump host, clock. */
  core: 160,
} as const

/** What a container holds. */
interface Hosted {
  readonly spines: number
  readonly spine_supply: SpineSupply | null
  readonly core_supply: CoreSupply | null
  /** Whether the catalogue's mass has transformer and distribution frame already, as that of the grid container. */
  readonly has_transformer: boolean
}

/** Mass of what a container holds for the site besides its catalogue, kg. */
export function hostedMass({ spines, spine_supply, core_supply, has_transformer }: Hosted): number {
  const { rack, pdu, spine, transformer, board, frame, core } = HOSTED_KG
  const inRacks = spine_supply === null ? 0 : spine_supply.pdu_pairs * (rack + 2 * pdu)
  const spineKg =
    spines === 0 ? 0 : spines * spine + inRacks + board + (has_transformer ? 0 : transformer + frame)
  return spineKg + (core_supply === null ? 0 : core + rack + 2 * pdu)
}
