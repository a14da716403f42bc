import { roundTo, type InstallationGraph, type InstallationTask, type Lift } from '@edp/schemas'

import { connectionTasks } from './connection-tasks.ts'
import { crewHistogram, tradeSummary } from './crew-histogram.ts'
import { TASK_LIBRARY } from './library/task-library.ts'
import { planTasks, type PlannedTask } from './plan-tasks.ts'
import { RESOURCES, RESOURCE_IDS, workFrontsCount } from './resources.ts'
import { scheduleNetwork } from './schedule-network.ts'
import type { InstallationSite } from './installation-site.ts'

/** Rigging: slings, spreader and hook block, kg. Source: planning assumption, the lift plan governs. */
const RIGGING_KG = 2000
/** Allowance on the mass to lift. Source: planning assumption, the weighed mass governs. */
const MASS_FACTOR = 1.1

const DAYS_PER_WEEK = 5

/**
 * Builds the precedence network of the installation: every task of the site with its predecessors, the crews and
 * machines that it waits for, early and late dates in working days, total float, the critical path, lifts and persons.
 *
 * @throws {EdpError} `internal` when the site model contradicts itself (a block names a module that does not exist, a
 *   connection belongs to nothing) or the network has a cycle, a dangling link or an unreachable task.
 * @example
 * const graph = buildInstallationGraph(site)
 * graph.duration_d // 52
 */
export function buildInstallationGraph(site: InstallationSite): InstallationGraph {
  const planned = planTasks(site, TASK_LIBRARY)
  const fronts_count = workFrontsCount(site.blocks.length)
  const network = scheduleNetwork(
    planned.map((task) => ({ ...task, resource: resourceKey(task) })),
    new Map(
      RESOURCE_IDS.flatMap((id) =>
        Array.from({ length: fronts_count }, (_, front) => [`${id}/${front}`, RESOURCES[id].units_count]),
      ),
    ),
  )
  const connections = connectionTasks(site)
  const tasks = planned.map((task): InstallationTask => {
    const dates = network.dates.get(task.task_id)
    if (dates === undefined) throw new RangeError(`task without dates: ${task.task_id}`)
    return {
      task_id: task.task_id,
      library_id: task.row.id,
      name: task.row.name,
      lane: task.row.lane,
      module_id: task.module?.module_id ?? null,
      designation: task.module?.designation ?? null,
      block_id: task.block_id,
      duration_d: task.duration_d,
      crew: task.row.crew,
      crew_size: task.crew_size,
      resource: task.row.resource === null ? null : RESOURCES[task.row.resource].name,
      cx_level: task.row.cx_level,
      hold_point: task.row.hold_point,
      acceptance: task.row.acceptance,
      source: task.row.source,
      predecessors: task.predecessors,
      resource_predecessors: dates.resource_predecessors,
      connection_ids: connections.get(task.task_id) ?? [],
      early_start_d: dates.early_start_d,
      early_finish_d: dates.early_finish_d,
      late_start_d: dates.late_start_d,
      late_finish_d: dates.late_finish_d,
      total_float_d: dates.total_float_d,
      critical: dates.critical,
    }
  })
  return {
    schema: 'edp.installation-graph/1',
    deployment_id: site.payload.deployment_id,
    design_revision: site.design_revision,
    site_name: site.payload.deployment_site_name,
    operator_org: site.payload.operator_org,
    duration_d: network.duration_d,
    duration_weeks: roundTo(network.duration_d / DAYS_PER_WEEK, 1),
    critical_path: network.critical_path,
    resources: usedResources(planned, fronts_count),
    crew_histogram: crewHistogram(tasks, network.duration_d),
    lifts: planned.flatMap(liftsOf),
    tasks,
    work_fronts_count: fronts_count,
    trades: tradeSummary(tasks, network.duration_d),
  }
}

function resourceKey(task: PlannedTask): string | null {
  return task.row.resource === null ? null : `${task.row.resource}/${task.work_front}`
}

function usedResources(
  planned: readonly PlannedTask[],
  fronts_count: number,
): InstallationGraph['resources'] {
  const used = new Set(planned.map((task) => task.row.resource))
  return RESOURCE_IDS.filter((id) => used.has(id)).map((id) => ({
    resource: RESOURCES[id].name,
    units_count: RESOURCES[id].units_count * fronts_count,
    note:
      fronts_count === 1
        ? RESOURCES[id].note
        : `${RESOURCES[id].note}; ${RESOURCES[id].units_count} in each of ${fronts_count} work fronts`,
  }))
}

function liftsOf(task: PlannedTask): Lift[] {
  return task.lifts.map((module) => ({
    task_id: task.task_id,
    module_id: module.module_id,
    designation: module.designation,
    lift_mass_kg: module.lift_mass_kg,
    gross_mass_kg: roundTo(MASS_FACTOR * module.lift_mass_kg + RIGGING_KG, 0),
    x_m: roundTo(module.x_m + module.length_m / 2, 2),
    y_m: roundTo(module.y_m + module.width_m / 2, 2),
    crane: task.row.resource === null ? '' : RESOURCES[task.row.resource].name,
    description: module.description,
  }))
}
