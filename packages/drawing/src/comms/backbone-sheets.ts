import { drawingArea, type Area, type Block, type Primitive } from '@edp/schemas'

import { inkBounds } from '../sheet/bounds.ts'
import { COMMS_SYMBOLS } from '../symbols/comms/comms-symbols.ts'
import { backboneNotes } from './comms-notes.ts'
import { fabricHeight, fabricItems, fabricWidth } from './fabric-sheet.ts'
import { freeOf } from './free-room.ts'
import { parts, type DrawnSheet } from './table-sheets.ts'
import { panelHeight, panelItems, type PanelSubject } from './block-panel.ts'
import type { CommsSite } from './comms-site.ts'
import type { Table } from '../sheet/table.ts'
import { designationRange } from '../sheet/designation-range.ts'
import { cableRange } from './ranges.ts'
import { trunkGroups, trunksByModule, type TrunkGroup } from './trunk-groups.ts'

const PANEL_WIDTH = 510
const PANEL_GAP = 12

/** Trunk cables of the blocks: the first one, and one for all others that are built alike; then the compute fabric. */
export function backboneSheets(comms: CommsSite): DrawnSheet[] {
  const trunks = panelPages(comms)
  const last = trunks.at(-1)
  const area = drawingArea('A1')
  const room = last === undefined ? undefined : fabricRoom(comms, last.taken)
  // The fabric of a site whose blocks leave it room stands on their last sheet.
  if (last !== undefined && room !== undefined) place(last, fabricItems(comms, room))
  const alone: Page = { items: [], taken: [] }
  if (room === undefined) place(alone, fabricItems(comms, area))
  const title = room === undefined ? 'Trunk cables of the blocks' : 'Trunk cables and compute fabric'
  const pages = [...trunks, alone].filter(({ items }) => items.length > 0)
  return [
    ...parts(
      'net-backbone',
      title,
      trunks.map(({ items }) => items),
      backboneNotes(comms),
    ),
    ...parts('net-fabric', 'Compute fabric', [alone.items], []),
  ].map((sheet, index) => ({ sheet, free: freeOf(area, pages[index]?.taken ?? []) }))
}

/** What stands on a sheet, and the room that it takes. */
interface Page {
  readonly items: Primitive[]
  readonly taken: Area[]
}

function place({ items, taken }: Page, groups: readonly (readonly Primitive[])[]): void {
  for (const group of groups) {
    items.push(...group)
    taken.push(inkBounds(group, COMMS_SYMBOLS))
  }
}

/** Panels below each other, on as many sheets as they need. */
function panelPages(comms: CommsSite): Page[] {
  const area = drawingArea('A1')
  const pages: Page[] = []
  let y = area.y0
  for (const subject of panelSubjects(comms)) {
    const height = panelHeight(comms, subject, PANEL_WIDTH)
    let page = pages.at(-1)
    if (page === undefined || y - height < area.y0) {
      page = { items: [], taken: [] }
      pages.push(page)
      y = area.y1
    }
    page.items.push(...panelItems(comms, subject, { x: area.x0, y, width: PANEL_WIDTH }))
    page.taken.push({ x0: area.x0, x1: area.x0 + PANEL_WIDTH, y0: y - height, y1: y })
    y -= height + PANEL_GAP
  }
  return pages
}

/** The widest room beside what is taken that holds the compute fabric. */
function fabricRoom(comms: CommsSite, taken: readonly Area[]): Area | undefined {
  const [widest] = freeOf(drawingArea('A1'), taken)
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= fabricWidth(comms) && y1 - y0 >= fabricHeight(comms, x1 - x0))
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
  return widest === undefined ? undefined : { ...widest, x1: Math.min(widest.x1, widest.x0 + PANEL_WIDTH) }
}

/** Blocks to draw. The first one holds what the site has once; those after it are drawn by the first of their build. */
function panelSubjects(comms: CommsSite): PanelSubject[] {
  const trunks = trunksByModule(comms)
  const builds = new Map<string, { block: Block; groups: TrunkGroup[]; alike: string[] }>()
  for (const block of comms.site.blocks) {
    const groups = trunkGroups(comms, block, trunks)
    const designation = comms.modules.get(block.grid_module_id)?.designation ?? ''
    // A cross-connect has no device but its own name, which differs from block to block.
    const deviceOf = ({ near_device }: TrunkGroup): string => (near_device === designation ? '' : near_device)
    const rowOf = ({ near_slot }: TrunkGroup): string => near_slot.replace(/\d+$/, '')
    const build = groups.map((g) => [g.far_kind, deviceOf(g), rowOf(g), g.system].join(' ')).join('|')
    const key = block.ordinal === 1 ? 'first' : build
    const known = builds.get(key)
    if (known === undefined) builds.set(key, { block, groups, alike: [designation] })
    else known.alike.push(designation)
  }
  return [...builds.values()].map(({ block, groups, alike }) => ({
    block,
    groups,
    designations: designationRange(alike),
  }))
}

/** What differs from block to block: the modules and the numbers of the trunk cables. Null for a site of one block. */
export function blockTable(comms: CommsSite): Table | null {
  if (comms.site.blocks.length === 1) return null
  const trunks = trunksByModule(comms)
  return {
    title: 'TRUNK CABLES OF THE BLOCKS; first and last number, quantity',
    columns: [
      { title: 'Block', halign: 'right' },
      { title: 'Core' },
      { title: 'To' },
      { title: 'Network' },
      { title: 'Path' },
      { title: 'Cables' },
    ],
    rows: comms.site.blocks.flatMap((block) =>
      trunkGroups(comms, block, trunks).map((group) => ({
        cells: [
          String(block.ordinal),
          comms.modules.get(block.grid_module_id)?.designation ?? '',
          group.far_designations,
          group.cables[0]?.data?.network ?? '',
          group.system ?? '-',
          cableRange(group.cables.map((cable) => cable.connection_id)),
        ],
      })),
    ),
  }
}
