import type { Shape3D } from 'replicad'

/** Point, size or direction in millimetres: x along the container, y to the left, z up. */
export type Vector = readonly [number, number, number]

/** Facts that a viewer shows for a placed thing; they become `extras` of its GLB node. */
export type Extras = Readonly<Record<string, string | number>>

/** One shape of one colour. A part is made once and placed as often as needed. */
export interface Part {
  readonly type: 'part'
  readonly name: string
  readonly shape: Shape3D
  /** sRGB, `#rrggbb`. */
  readonly colour: string
  /** 0 invisible, 1 opaque. */
  readonly alpha: number
}

/** A model at a place: first turned about z, then moved. */
export interface Instance {
  readonly id: string
  readonly model: Model
  readonly at: Vector
  readonly turn_deg: number
  readonly extras?: Extras
}

/** Named group of placed models. */
export interface Assembly {
  readonly type: 'assembly'
  readonly name: string
  readonly instances: readonly Instance[]
  readonly extras?: Extras
}

export type Model = Part | Assembly

/** Places a model; without a place at the origin, without an id under the model's name. */
export function place(
  model: Model,
  at: Vector = [0, 0, 0],
  options: { id?: string; turn_deg?: number; extras?: Extras } = {},
): Instance {
  const { id = model.name, turn_deg = 0, extras } = options
  return { id, model, at, turn_deg, ...(extras && { extras }) }
}

/** Groups placed models under a name. */
export function assembly(name: string, instances: readonly Instance[], extras?: Extras): Assembly {
  return { type: 'assembly', name, instances, ...(extras && { extras }) }
}

/** A point of a model in the frame of the one that holds it. */
export function placed(point: Vector, instance: Pick<Instance, 'at' | 'turn_deg'>): Vector {
  const angle = (instance.turn_deg * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle) * 1e9) / 1e9, Math.round(Math.sin(angle) * 1e9) / 1e9]
  const [x, y, z] = point
  const [dx, dy, dz] = instance.at
  return [x * cos - y * sin + dx, x * sin + y * cos + dy, z + dz]
}
