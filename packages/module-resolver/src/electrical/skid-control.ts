/**
 * Control power of a battery skid: relays and coils have to act while the island is dead. Source: `assumption`, the maker of the skid
 * confirms it.
 */
const SKID_CONTROL = { voltage: '24 V DC', autonomy_h: 4 } as const

/** What is ordered with a skid for it. */
export const SKID_CONTROL_TEXT = `control power ${SKID_CONTROL.voltage} with charger on its low-voltage side and battery for ${SKID_CONTROL.autonomy_h} h`

/** The same as a note of a drawing. */
export const SKID_CONTROL_NOTE = `52-Knn, 52-KnnH, the ring main unit and their relays take ${SKID_CONTROL.voltage} of the skid: charger on its low-voltage side, battery for ${SKID_CONTROL.autonomy_h} h (maker to confirm). 52-Knn opens when it is lost.`
