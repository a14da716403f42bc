import type { AssemblySpec } from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'
import { CDU_CONTROLLER, LEAK_PANEL } from './cooling-controllers.ts'
import { planComponents } from './plan-components.ts'

/** A control cable of the cooling inside a container. */
export interface CoolingCable {
  readonly id: string
  readonly description: string
  readonly cores_count: number
  /** Components at its ends. */
  readonly from: string
  readonly to: string
  /** Tags of the P&ID whose signals it carries; empty where none is named. */
  readonly carries: readonly string[]
}

/** The control cables of an assembly that end at a controller of the cooling or at an air unit, under the conditions of a site. */
export function coolingCables(spec: AssemblySpec, facts: ConditionFacts): CoolingCable[] {
  const here = spec.ports.filter(({ service, when }) => service === 'control' && holds(when, facts))
  const standsOn = new Map(expand(here, 'array').map(({ id, on }) => [id, on]))
  const cooling = new Set<string>([CDU_CONTROLLER, LEAK_PANEL, ...planComponents(spec).air_units])
  const sources = spec.connections.filter(({ when }) => holds(when, facts))
  return expand(sources, 'for_each').flatMap((source) => {
    const [from, to] = [standsOn.get(source.from), standsOn.get(source.to)]
    if (from === undefined || to === undefined || !(cooling.has(from) || cooling.has(to))) return []
    const { id, description, cable, carries = [] } = source
    return [{ id, description, cores_count: cable?.cores_count ?? 1, from, to, carries }]
  })
}
