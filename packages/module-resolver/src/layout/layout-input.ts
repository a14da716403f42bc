import type {
  AssemblySpec,
  BessUnitType,
  ConfiguratorPayload,
  ModuleKind,
  ModuleResolution,
  YardUnit,
} from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import type { BlockCounts } from './place-block.ts'

/** What a site plan is made from. */
export interface LayoutInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly facts: ConditionFacts
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly bess: BessUnitType | null
  readonly blocks: readonly BlockCounts[]
}

/** Yard unit of a kind that comes with an assembly under the site's conditions. */
export function yardUnit(
  input: LayoutInput,
  spec: AssemblySpec | null,
  kind: ModuleKind,
): YardUnit | undefined {
  return spec?.yard.find((unit) => unit.kind === kind && holds(unit.when, input.facts))
}
