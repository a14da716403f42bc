import { InstallationLane } from '@edp/schemas'

import type { Activity } from '../activities.ts'
import { PLACEMENT } from './placement.ts'

/** A box on a page: an activity, or a reference to one that stands on another page. */
export interface PlacedBox {
  readonly activity: Activity
  readonly row: number
  readonly column: number
  /** Page, from 0, that shows the activity itself. */
  readonly home_page: number
  /** Whether it only refers to that page. */
  readonly reference: boolean
}

/** Rows of one lane on a page. */
export interface LaneBand {
  readonly lane: InstallationLane
  readonly first_row: number
  readonly rows_count: number
  /** `C01..C32` where the lane holds a family, else empty. */
  readonly families: string
}

/** One page of the precedence diagram. */
export interface DiagramPage {
  readonly boxes: readonly PlacedBox[]
  readonly lanes: readonly LaneBand[]
  readonly rows_count: number
}

/** Rows that an A1 sheet holds at a readable size. */
const ROWS_MAX = 15

/**
 * Spreads activities over pages: the site and the first modules on page 1, further modules on pages of their own. Each
 * page repeats, as references, the tasks of other pages that its own are linked to, so that no link is lost.
 */
export function diagramPages(activities: readonly Activity[]): DiagramPage[] {
  const byId = new Map(activities.map((activity) => [activity.activity_id, activity]))
  const followers = new Map<string, string[]>()
  for (const activity of activities) {
    for (const { activity_id } of activity.predecessors) {
      const list = followers.get(activity_id)
      if (list === undefined) followers.set(activity_id, [activity.activity_id])
      else list.push(activity.activity_id)
    }
  }
  const groups = modulesOf(activities)
  const pages: Activity[][] = []
  let page: Activity[] = []
  for (const group of groups) {
    const longer = [...page, ...group]
    const rows = layOut(longer, pages.length === 0 ? [] : referencesOf(longer, byId, followers)).rows_count
    if (page.length > 0 && rows > ROWS_MAX) {
      pages.push(page)
      page = [...group]
    } else page = longer
  }
  if (page.length > 0) pages.push(page)
  const home = new Map(
    pages.flatMap((list, index) => list.map((activity) => [activity.activity_id, index] as const)),
  )
  return pages.map((own, index) => {
    const references = index === 0 ? [] : referencesOf(own, byId, followers)
    const { boxes, lanes, rows_count } = layOut(own, references)
    return {
      lanes,
      rows_count,
      boxes: boxes.map((box) => {
        const home_page = home.get(box.activity.activity_id) ?? index
        return { ...box, home_page, reference: home_page !== index }
      }),
    }
  })
}

/** Activities by module: first the site's, then module by module in the order of the tasks. */
function modulesOf(activities: readonly Activity[]): Activity[][] {
  const groups = new Map<string, Activity[]>()
  for (const activity of activities) {
    const group = groups.get(activity.designations)
    if (group === undefined) groups.set(activity.designations, [activity])
    else group.push(activity)
  }
  return [...groups.values()]
}

/** Activities of other pages that these are linked to. */
function referencesOf(
  own: readonly Activity[],
  byId: ReadonlyMap<string, Activity>,
  followers: ReadonlyMap<string, readonly string[]>,
): Activity[] {
  const here = new Set(own.map((activity) => activity.activity_id))
  const outside = new Map<string, Activity>()
  const add = (id: string): void => {
    const activity = byId.get(id)
    if (activity !== undefined && !here.has(id)) outside.set(id, activity)
  }
  for (const activity of own) {
    for (const { activity_id } of activity.predecessors) add(activity_id)
    for (const id of followers.get(activity.activity_id) ?? []) {
      // A module that waits for this one refers to it on its own page; only what closes the site is shown on all.
      if (byId.get(id)?.designations === '') add(id)
    }
  }
  return [...outside.values()]
}

type RawBox = Omit<PlacedBox, 'home_page' | 'reference'>

/** Rows are filled from the top: a line of a module goes to the first row of its lane whose columns are free. */
function layOut(
  own: readonly Activity[],
  references: readonly Activity[],
): { boxes: RawBox[]; lanes: LaneBand[]; rows_count: number } {
  const boxes: RawBox[] = []
  const lanes: LaneBand[] = []
  let first_row = 0
  for (const lane of InstallationLane.options) {
    const here = [...references, ...own].filter((activity) => activity.lane === lane)
    if (here.length === 0) continue
    const rows: Set<number>[] = []
    for (const group of linesOf(here)) {
      const columns = group.map((activity) => columnOf(activity))
      let row = rows.findIndex((taken) => columns.every((column) => !taken.has(column)))
      if (row === -1) row = rows.push(new Set()) - 1
      for (const activity of group) {
        rows[row]?.add(columnOf(activity))
        boxes.push({ activity, row: first_row + row, column: columnOf(activity) })
      }
    }
    const families = here.filter((a) => a.tasks.length > 1).map((a) => a.designations)
    lanes.push({ lane, first_row, rows_count: rows.length, families: [...new Set(families)].join(', ') })
    first_row += rows.length
  }
  return { boxes, lanes, rows_count: first_row }
}

/** Activities of one module and line that share a row. */
function linesOf(activities: readonly Activity[]): Activity[][] {
  const lines = new Map<string, Activity[]>()
  for (const activity of activities) {
    const key = `${activity.designations} ${PLACEMENT[activity.library_id]?.line ?? 0}`
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [activity])
    else line.push(activity)
  }
  return [...lines.values()]
}

function columnOf(activity: Activity): number {
  const slot = PLACEMENT[activity.library_id]
  if (slot === undefined) throw new RangeError(`no place in the diagram for ${activity.library_id}`)
  return slot.column
}
