import { EdpError, type Block, type Problem, type SiteModule } from '@edp/schemas'

import { liftedModules } from './lifted-modules.ts'
import type { DurationRule, LibraryTask, TaskScope } from './library/task-library.ts'
import { workFrontOf } from './resources.ts'
import type { InstallationSite } from './installation-site.ts'

/** A library row that has been given a place: module, duration and predecessors, but no dates yet. */
export interface PlannedTask {
  readonly task_id: string
  readonly row: LibraryTask
  readonly module: SiteModule | null
  readonly block_id: string | null
  /** Set of crews and machines that it draws on, from 0. */
  readonly work_front: number
  readonly duration_d: number
  readonly crew_size: number
  readonly lifts: readonly SiteModule[]
  readonly predecessors: readonly string[]
}

interface Place {
  readonly scope: TaskScope
  readonly module: SiteModule | null
  readonly block: Block | null
  readonly work_front: number
}

interface Counts {
  readonly containers: number
  readonly containers_and_units: number
}

/**
 * Puts the task library on a site: every row once per site, block, container or battery unit, in the order in which
 * scarce crews and machines are given away: civil works, then block by block (grid, containers, battery), then closing.
 *
 * @throws {EdpError} `internal` when a block names a module that the site lacks or a row names an unknown predecessor.
 */
export function planTasks(site: InstallationSite, library: readonly LibraryTask[]): PlannedTask[] {
  const modules = new Map(site.modules.map((module) => [module.module_id, module]))
  const containers = site.blocks.reduce((sum, block) => sum + block.compute_module_ids.length, 0)
  const units = site.blocks.reduce((sum, block) => sum + block.bess_module_ids.length, 0)
  const counts = { containers, containers_and_units: containers + units }
  checkLibrary(library)
  checkBlocks(site, modules)

  const blocks = site.blocks.map((block, index) => blockPlaces(block, workFrontOf(index), modules))
  const lifted = liftedModules(site)
  const predecessors = predecessorRule(library, blocks.flat())
  const place = (row: LibraryTask, at: Place): PlannedTask => {
    const lifts = at.module === null ? [] : (lifted.get(`${at.module.module_id} ${row.id}`) ?? [])
    const { duration_d, crews_count } = durationOf(row.duration, counts, lifts.length)
    return {
      task_id: taskId(row, at.module),
      row,
      module: at.module,
      block_id: at.block?.block_id ?? null,
      work_front: at.work_front,
      duration_d,
      crew_size: row.crew_size * crews_count,
      lifts,
      predecessors: predecessors(row, at),
    }
  }
  const site_place: Place = { scope: 'site', module: null, block: null, work_front: 0 }
  const repeated = library.filter((row) => row.scope !== 'site')
  const firstRepeated = library.findIndex((row) => row.scope !== 'site')
  const opening = library.filter((row, index) => row.scope === 'site' && index < firstRepeated)
  const closing = library.filter((row, index) => row.scope === 'site' && index >= firstRepeated)
  return [
    ...opening.map((row) => place(row, site_place)),
    ...blocks.flatMap((places) =>
      places.flatMap((at) => repeated.filter((row) => row.scope === at.scope).map((row) => place(row, at))),
    ),
    ...closing.map((row) => place(row, site_place)),
  ]
}

/** Name of a task: `S010` for the site, `C03-C220` for a module. */
function taskId(row: LibraryTask, module: SiteModule | null): string {
  return module === null ? row.id : `${module.designation}-${row.id}`
}

function blockPlaces(
  block: Block,
  work_front: number,
  modules: ReadonlyMap<string, SiteModule>,
): readonly Place[] {
  const place = (scope: TaskScope, module_id: string): Place => ({
    scope,
    module: modules.get(module_id) ?? null,
    block,
    work_front,
  })
  const grid = modules.get(block.grid_module_id)
  return [
    place(grid?.kind === 'customer_switchgear' ? 'customer' : 'grid', block.grid_module_id),
    ...block.compute_module_ids.map((id) => place('compute', id)),
    ...block.bess_module_ids.map((id) => place('bess', id)),
  ]
}

/**
 * Which instances a row waits for. Rows of one scope wait inside their module; a module's row waits for the site's and
 * its block's rows; a battery row that names a container row waits for the last container of its block; a site row
 * waits for every instance. Rows of a scope that the block lacks (grid or customer) do not exist for it.
 */
function predecessorRule(
  library: readonly LibraryTask[],
  places: readonly Place[],
): (row: LibraryTask, at: Place) => string[] {
  const rows = new Map(library.map((row) => [row.id, row]))
  const lastContainer = new Map<string, SiteModule | null>()
  const gridOf = new Map<string, Place>()
  for (const place of places) {
    const block_id = place.block?.block_id ?? ''
    if (place.scope === 'compute') lastContainer.set(block_id, place.module)
    if (place.scope === 'grid' || place.scope === 'customer') gridOf.set(block_id, place)
  }
  const all = (scope: TaskScope): readonly Place[] => places.filter((place) => place.scope === scope)
  return (row, at) =>
    row.after.flatMap((id) => {
      const before = rows.get(id)
      if (before === undefined) return []
      if (before.scope === 'site') return [taskId(before, null)]
      if (at.scope === 'site') return all(before.scope).map((place) => taskId(before, place.module))
      const block_id = at.block?.block_id ?? ''
      if (before.scope === at.scope) return [taskId(before, at.module)]
      if (before.scope === 'compute') return [taskId(before, lastContainer.get(block_id) ?? null)]
      const grid = gridOf.get(block_id)
      return grid?.scope === before.scope ? [taskId(before, grid.module)] : []
    })
}

/** Duration, and the number of crews that a capped duration needs so that the work content stays. */
function durationOf(
  rule: DurationRule,
  counts: Counts,
  lifts_count: number,
): { duration_d: number; crews_count: number } {
  const modules_count = rule.counts === undefined ? 0 : counts[rule.counts] + (rule.extra_modules ?? 0)
  const work_d = Math.max(
    rule.min_d ?? 0,
    rule.base_d + (rule.per_module_d ?? 0) * modules_count + (rule.per_lift_d ?? 0) * lifts_count,
  )
  const duration_d = Math.min(work_d, rule.max_d ?? work_d)
  return { duration_d, crews_count: duration_d === 0 ? 1 : Math.ceil(work_d / duration_d) }
}

function checkLibrary(library: readonly LibraryTask[]): void {
  const ids = new Set(library.map((row) => row.id))
  const problems = library.flatMap((row): Problem[] =>
    row.after
      .filter((id) => !ids.has(id))
      .map((id) => ({
        path: ['library', row.id, 'after'],
        type: 'dangling',
        message: `predecessor is not in the task library, found '${id}'`,
        input: id,
      })),
  )
  if (problems.length > 0) throw new EdpError('internal', 'task library', problems)
}

function checkBlocks(site: InstallationSite, modules: ReadonlyMap<string, SiteModule>): void {
  const problems = site.blocks.flatMap((block, index): Problem[] =>
    [block.grid_module_id, ...block.compute_module_ids, ...block.bess_module_ids]
      .filter((id) => !modules.has(id))
      .map((id) => ({
        path: ['blocks', index],
        type: 'dangling',
        message: `module of the block is not among the modules of the site, found '${id}'`,
        input: id,
      })),
  )
  if (problems.length > 0) throw new EdpError('internal', 'site model', problems)
}
