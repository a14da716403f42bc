import type { BlockElectrical } from '@edp/schemas'

import { EMERGENCY_LOCK_OUT, LOCK_OUT_PANEL } from './emergency-lock-out.ts'

/** Fuses of a panel of the switchgear, A: relay, trip and close. Source: `assumption`, makers' practice. */
const PANEL_FUSE_A = { relay: 6, trip: 10 } as const

/** What the sheets say of the 125 V DC; nothing where the switchgear is the customer's. */
export function directCurrentNotes(blocks: readonly BlockElectrical[]): string[] {
  return blocks.some(({ mv_bus }) => mv_bus?.scope === 'supply')
    ? [
        `125 V DC (table): relays, trip and close of what feeds the bus, and those of transformer feeders hang on ways of their own, in each panel behind fuses of ${PANEL_FUSE_A.relay} A (relay) and ${PANEL_FUSE_A.trip} A (trip and close). Contacts of ${EMERGENCY_LOCK_OUT} close the trip circuits of the sources: these shunt trips take from CHG.MVSG-S, its own coil from CHG.${LOCK_OUT_PANEL}. Every trip circuit (74) and the end of every way (27DC) alarm at rly-cmp; that rly-cmp is without supply the EMS sees by its silence.`,
      ]
    : []
}
