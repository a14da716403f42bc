import type { InstallationLane, InstallationTask } from '@edp/schemas'

import type { ResourceId } from '../resources.ts'
import { BESS_TASKS } from './bess-tasks.ts'
import { COMPUTE_TASKS } from './compute-tasks.ts'
import { CUSTOMER_TASKS } from './customer-tasks.ts'
import { GRID_TASKS } from './grid-tasks.ts'
import { CIVIL_TASKS, CLOSING_TASKS } from './site-tasks.ts'

/**
 * What a library row is repeated for: once per site, per block with a grid container, per block with customer
 * switchgear, per compute container, per battery unit.
 */
export type TaskScope = 'site' | 'grid' | 'customer' | 'compute' | 'bess'

/** Duration in working days of 8 h, as data: `base + per_module x (count + extra_modules)`, at least `min`, at most `max`. */
export interface DurationRule {
  readonly base_d: number
  readonly per_module_d?: number
  readonly counts?: 'containers' | 'containers_and_units'
  readonly extra_modules?: number
  /** For every crane lift of the task. */
  readonly per_lift_d?: number
  readonly min_d?: number
  /** Cap: beyond it the crew grows instead, so that the work content stays. */
  readonly max_d?: number
}

/** One row of the task library. */
export interface LibraryTask {
  readonly id: string
  /** At most two lines of a box of the precedence diagram. */
  readonly name: string
  readonly scope: TaskScope
  readonly lane: InstallationLane
  readonly duration: DurationRule
  readonly crew: string
  readonly crew_size: number
  readonly resource: ResourceId | null
  readonly cx_level: InstallationTask['cx_level']
  readonly hold_point: boolean
  readonly acceptance: string
  /** Where the duration and the acceptance criterion come from. */
  readonly source: string
  /** Library ids that must be finished; which instances is settled by the two scopes (see plan-tasks.ts). */
  readonly after: readonly string[]
}

/** Every task that an installation can have, predecessors first. */
export const TASK_LIBRARY: readonly LibraryTask[] = [
  ...CIVIL_TASKS,
  ...GRID_TASKS,
  ...CUSTOMER_TASKS,
  ...COMPUTE_TASKS,
  ...BESS_TASKS,
  ...CLOSING_TASKS,
]
