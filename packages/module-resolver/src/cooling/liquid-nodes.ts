import type { AssemblySpec } from '@edp/schemas'

/** A liquid-cooled node and the rack that it stands in. */
export interface LiquidNode {
  readonly tag: string
  readonly description: string
  /** null where none holds it. */
  readonly rack: string | null
}

/** The nodes of an assembly that carry a coolant inlet, each with the rack whose footprint holds it, in catalogue order. */
export function liquidNodes(spec: Pick<AssemblySpec, 'components' | 'ports'>): LiquidNode[] {
  const cooled = new Set(spec.ports.filter((p) => p.service === 'coolant_supply').map((p) => p.on))
  const racks = spec.components.filter((c) => c.kind === 'rack')
  return spec.components
    .filter((c) => c.kind === 'node' && cooled.has(c.id))
    .map((node) => ({
      tag: node.id,
      description: node.description,
      rack: racks.find((rack) => holdsInPlan(rack, node))?.id ?? null,
    }))
}

type Component = AssemblySpec['components'][number]

function holdsInPlan(rack: Component, node: Component): boolean {
  const [x, y] = node.origin_mm ?? [Number.NaN, Number.NaN]
  const [x0, y0] = rack.origin_mm ?? [Number.NaN, Number.NaN]
  const [length = 0, width = 0] = rack.size_mm ?? []
  return x >= x0 && x < x0 + length && y >= y0 && y < y0 + width
}
