import { roundTo } from '@edp/schemas'
import { iterTopo, measureVolume, type Shape3D } from 'replicad'

import { oc } from './open-cascade.ts'
import { placed, type Model, type Vector } from './scene.ts'

/** What can be compared between the model, its file and another CAD system. */
export interface Measures {
  readonly solids: number
  readonly volume_l: number
  /** Lower and upper corner, mm. */
  readonly box_mm: readonly [Vector, Vector]
}

interface Sum {
  solids: number
  volume: number
  lower: [number, number, number]
  upper: [number, number, number]
}

/** Counts and measures every placed part of a model. */
export function measureModel(root: Model): Measures {
  const own = new Map<Model, Sum>()
  const sumOf = (model: Model): Sum => {
    const known = own.get(model)
    if (known) return known
    const sum = model.type === 'part' ? measureShape(model.shape) : emptySum()
    if (model.type === 'assembly')
      for (const instance of model.instances) {
        const part = sumOf(instance.model)
        sum.solids += part.solids
        sum.volume += part.volume
        for (const corner of [part.lower, part.upper]) extend(sum, placed(corner, instance))
      }
    own.set(model, sum)
    return sum
  }
  return rounded(sumOf(root))
}

/** Measures one shape, e.g. what was read back from a file. */
export function measuresOf(shape: Shape3D): Measures {
  return rounded(measureShape(shape))
}

function measureShape(shape: Shape3D): Sum {
  const sum = emptySum()
  const box = new oc.Bnd_Box()
  oc.BRepBndLib.AddOptimal(shape.wrapped, box, false, false)
  const [lower, upper] = [box.CornerMin(), box.CornerMax()]
  for (const corner of [lower, upper]) extend(sum, [corner.X(), corner.Y(), corner.Z()])
  sum.solids = [...iterTopo(shape.wrapped, 'solid')].length
  sum.volume = measureVolume(shape)
  return sum
}

const emptySum = (): Sum => ({
  solids: 0,
  volume: 0,
  lower: [Infinity, Infinity, Infinity],
  upper: [-Infinity, -Infinity, -Infinity],
})

function extend(sum: Sum, point: Vector): void {
  for (const axis of [0, 1, 2] as const) {
    sum.lower[axis] = Math.min(sum.lower[axis], point[axis])
    sum.upper[axis] = Math.max(sum.upper[axis], point[axis])
  }
}

function rounded({ solids, volume, lower, upper }: Sum): Measures {
  const corner = ([x, y, z]: Vector): Vector => [roundTo(x, 2), roundTo(y, 2), roundTo(z, 2)]
  return { solids, volume_l: roundTo(volume / 1e6, 2), box_mm: [corner(lower), corner(upper)] }
}
