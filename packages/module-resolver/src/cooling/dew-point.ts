/**
 * Margins of the technology supply over the dew point of the aisle, K (design choice): below `low` it sweats and is told, at `back` the
 * control valve opens again, which is what UY-301 keeps the setpoint above.
 */
export const DEW_POINT_K = { low: 2, back: 3 } as const
