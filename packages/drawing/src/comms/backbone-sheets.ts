import { drawingArea, type Area, type Block, type Primitive } from '@edp/schemas'

import { panelHeight, panelItems, type PanelSubject } from './block-panel.ts'
import type { CommsSite } from './comms-site.ts'
import type { Table } from '../sheet/table.ts'
import { designationRange } from '../sheet/designation-range.ts'
import { cableRange } from './ranges.ts'
import { trunkGroups, trunksByModule, type TrunkGroup } from './trunk-groups.ts'

const PANEL_WIDTH = 510
const PANEL_GAP = 12
/** Between the panels and the tables beside them. */
const COLUMN_GAP = 12

/** A sheet of trunk cables, what is empty below the panels, and what is empty beside them. */
export interface BackboneSheet {
  readonly items: readonly Primitive[]
  readonly below: Area
  readonly beside: Area
}

/** Trunk cables of the blocks: the first one, and one for all others that are built alike. */
export function backboneSheets(comms: CommsSite): BackboneSheet[] {
  const area = drawingArea('A1')
  const panels = { ...area, x1: area.x0 + PANEL_WIDTH }
  const sheets: { items: Primitive[]; below: Area; beside: Area }[] = []
  for (const subject of panelSubjects(comms)) {
    const height = panelHeight(comms, subject)
    let sheet = sheets.at(-1)
    if (sheet === undefined || sheet.below.y1 - height < area.y0) {
      sheet = { items: [], below: panels, beside: { ...area, x0: panels.x1 + COLUMN_GAP } }
      sheets.push(sheet)
    }
    const { y1 } = sheet.below
    sheet.items.push(...panelItems(comms, subject, { x: area.x0, y: y1, width: PANEL_WIDTH }))
    sheet.below = { ...panels, y1: y1 - height - PANEL_GAP }
  }
  return sheets
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
