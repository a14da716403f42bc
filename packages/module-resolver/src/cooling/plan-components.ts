import type { AssemblySpec } from '@edp/schemas'

/** Kinds of components of an assembly that the P&ID has tags of its own for. */
const AIR_UNIT = 'hvac'
const MANIFOLD = 'manifold'

/** Tags that an assembly has for equipment of the P&ID. */
export interface PlanComponents {
  /** Air units, from unit A on. */
  readonly air_units: readonly string[]
  readonly supply_manifold: string | null
  readonly return_manifold: string | null
}

/** Air units in the order of the catalogue; the manifolds by what flows into one and out of the other. */
export function planComponents({
  components,
  ports,
}: Pick<AssemblySpec, 'components' | 'ports'>): PlanComponents {
  const of = (kind: string): string[] => components.filter((c) => c.kind === kind).map(({ id }) => id)
  const manifolds = of(MANIFOLD)
  const manifold = (service: string, flow: string): string | null =>
    manifolds.find((id) => ports.some((p) => p.on === id && p.service === service && p.flow === flow)) ?? null
  return {
    air_units: of(AIR_UNIT),
    supply_manifold: manifold('coolant_supply', 'in'),
    return_manifold: manifold('coolant_return', 'out'),
  }
}
