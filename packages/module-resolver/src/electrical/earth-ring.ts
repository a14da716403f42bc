/** Conductor of the earth ring, and how bonds join it below ground. Source: design choice after IEEE 142; NEC 2023, 250.52(A)(4), 250.70. */
export const EARTH_RING = { awg: '4/0', depth_m: 0.75, joint: 'exothermic connection, buried' } as const
