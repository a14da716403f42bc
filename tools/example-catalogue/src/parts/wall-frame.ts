import type { AssemblySpec } from '@edp/schemas'

import type { Vector } from '../kernel/scene.ts'

export type Wall = AssemblySpec['openings'][number]['wall']

/** Turn about z that brings "outside towards -y" to the outside of a wall. */
const TURN_DEG = { y_min: 0, x_max: 90, y_max: 180, x_min: 270 } satisfies Record<Wall, number>

/**
 * Where something mounted on a wall goes. Its own frame: lower left corner at the origin, x to the right and z up seen from outside,
 * outside towards -y. `recess` is the depth of its y = 0 behind the envelope.
 */
export function wallPlace(
  envelope: Pick<AssemblySpec['envelope'], 'length_mm' | 'width_mm'>,
  wall: Wall,
  centre_mm: readonly [number, number],
  size_mm: readonly [number, number],
  recess: number,
): { at: Vector; turn_deg: number } {
  const [centre, z] = centre_mm
  const half = size_mm[0] / 2
  const bottom = z - size_mm[1] / 2
  const at = {
    y_min: [centre - half, recess, bottom],
    y_max: [centre + half, envelope.width_mm - recess, bottom],
    x_min: [recess, centre + half, bottom],
    x_max: [envelope.length_mm - recess, centre - half, bottom],
  } as const satisfies Record<Wall, Vector>
  return { at: at[wall], turn_deg: TURN_DEG[wall] }
}
