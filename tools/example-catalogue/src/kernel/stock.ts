import type { Shape3D } from 'replicad'

import type { Assembly, Model, Part } from './scene.ts'
import { box } from './solids.ts'

/**
 * Parts and assemblies already made for one file. The name must tell every dimension that the shape depends on, because equal
 * names get the same model; a stock therefore never outlives the file it was opened for.
 */
export class Stock {
  readonly #models = new Map<string, Model>()

  /** The part of that name and colour, made on first use. */
  part(name: string, colour: string, make: () => Shape3D, alpha = 1): Part {
    const key = `part/${name}/${colour}/${alpha}`
    const known = this.#models.get(key)
    if (known?.type === 'part') return known
    const part: Part = { type: 'part', name, shape: make(), colour, alpha }
    this.#models.set(key, part)
    return part
  }

  /** A plain box with its lower corner at the origin. */
  block(name: string, size: readonly [number, number, number], colour: string, alpha = 1): Part {
    return this.part(`${name} ${size.map(rounded).join('x')}`, colour, () => box([0, 0, 0], size), alpha)
  }

  /** The assembly of that name, made on first use. */
  assembly(name: string, make: () => Assembly): Assembly {
    const known = this.#models.get(`assembly/${name}`)
    if (known?.type === 'assembly') return known
    const made = make()
    this.#models.set(`assembly/${name}`, made)
    return made
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100
