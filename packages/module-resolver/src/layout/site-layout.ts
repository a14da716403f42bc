import { roundTo, type Block, type Layout, type ModuleKind, type SiteModule } from '@edp/schemas'

import { clearancesOf } from './clearances.ts'
import { designationOf } from './designations.ts'
import type { LayoutInput } from './layout-input.ts'
import { placeBlock } from './place-block.ts'
import type { Placed } from './placed.ts'
import { BATTERY_YARD, BLOCK_GAP_M, FENCE_GAP_M, PER_ROW, SUPPLY_POINT } from './spacing.ts'

/** Placed modules of a site. */
export interface SiteLayout {
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
  readonly layout: Layout
}

/** Kinds that the device topology manifest lists (ARCHITECTURE, decision 4). */
const IN_DTM: ReadonlySet<ModuleKind> = new Set(['compute_container', 'grid_container', 'bess_unit'])

/**
 * Places every module of the site. Blocks stand in an array as square as possible, row after row from the north-west, each
 * with the room that the largest needs; the site's origin is that of the first block.
 */
export function placeModules(input: LayoutInput): SiteLayout {
  const computeRows = Math.max(1, ...input.blocks.map((b) => Math.ceil(b.compute / PER_ROW)))
  const bessRows = Math.max(1, ...input.blocks.map((b) => Math.ceil(b.bess / BATTERY_YARD.per_row)))
  const placed = input.blocks.map((counts) => placeBlock(input, counts, computeRows))
  const totals = countKinds(placed)
  const columns = Math.ceil(Math.sqrt(placed.length))
  const pitch = pitchOf(placed)
  const counters = new Map<ModuleKind, number>()
  const modules: SiteModule[] = []
  const blocks = placed.map((block, index): Block => {
    const dx = (index % columns) * pitch.x
    const dy = -Math.floor(index / columns) * pitch.y
    const own: SiteModule[] = []
    for (const entry of block) {
      const ordinal = (counters.get(entry.kind) ?? 0) + 1
      counters.set(entry.kind, ordinal)
      const designation = designationOf(entry.kind, ordinal, totals.get(entry.kind) ?? 1)
      own.push({
        ...moduleOf(input, entry, ordinal, designation),
        block_id: `block_${index + 1}`,
        parent_module_id: entry.parent === null ? null : (own[entry.parent]?.module_id ?? null),
        container_position: slotOf(entry, index, designation, computeRows, bessRows),
        x_m: roundTo(entry.x + dx, 3),
        y_m: roundTo(entry.y + dy, 3),
      })
    }
    modules.push(...own)
    const ids = (kind: ModuleKind): string[] => own.filter((m) => m.kind === kind).map((m) => m.module_id)
    return {
      block_id: `block_${index + 1}`,
      ordinal: index + 1,
      grid_module_id: own[0]?.module_id ?? '',
      compute_module_ids: ids('compute_container'),
      bess_module_ids: ids('bess_unit'),
    }
  })
  // One air-gapped block has nothing to connect to: no point of service is drawn where there is none.
  if (input.resolution.ems_target !== 'air_gapped' || blocks.length > 1) modules.push(wanService(input))
  return { blocks, modules, layout: layoutOf(input, modules, placed) }
}

function countKinds(blocks: readonly (readonly Placed[])[]): Map<ModuleKind, number> {
  const counts = new Map<ModuleKind, number>()
  for (const block of blocks) for (const { kind } of block) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** Pitch of the blocks: extent of the largest and the gap between two. */
function pitchOf(blocks: readonly (readonly Placed[])[]): { readonly x: number; readonly y: number } {
  const extents = blocks.map((block) => ({
    x: Math.max(...block.map((p) => p.x + p.dx)) - Math.min(...block.map((p) => p.x)),
    y: Math.max(...block.map((p) => p.y + p.dy)) - Math.min(...block.map((p) => p.y)),
  }))
  return {
    x: Math.ceil(Math.max(...extents.map((e) => e.x))) + BLOCK_GAP_M,
    y: Math.ceil(Math.max(...extents.map((e) => e.y))) + BLOCK_GAP_M,
  }
}

type UnplacedModule = Omit<SiteModule, 'block_id' | 'parent_module_id' | 'container_position' | 'x_m' | 'y_m'>

function moduleOf(input: LayoutInput, entry: Placed, ordinal: number, designation: string): UnplacedModule {
  const assembly =
    entry.kind === 'compute_container' ? input.compute : entry.kind === 'grid_container' ? input.grid : null
  return {
    module_id: `${entry.kind}_${ordinal}`,
    designation,
    kind: entry.kind,
    ordinal,
    description: entry.description,
    assembly_id: assembly?.assembly_id ?? null,
    scope: entry.scope,
    in_dtm: IN_DTM.has(entry.kind),
    length_m: roundTo(entry.dx, 3),
    width_m: roundTo(entry.dy, 3),
    height_m: roundTo(entry.height, 3),
    mass_kg: roundTo(entry.mass_kg, 0),
    // Coolant is filled on site, so that the dry mass is what the crane lifts.
    lift_mass_kg: roundTo(entry.mass_kg, 0),
  }
}

/** Slot in the site layout; rows count on over the blocks so that every slot exists once. */
function slotOf(
  entry: Placed,
  block: number,
  designation: string,
  computeRows: number,
  bessRows: number,
): string {
  const column = String(entry.column + 1).padStart(2, '0')
  if (entry.kind === 'compute_container') return `R${block * computeRows + entry.row + 1}-C${column}`
  if (entry.kind === 'bess_unit') return `B${block * bessRows + entry.row + 1}-${column}`
  return entry.kind === 'grid_container' ? `G${block + 1}` : designation
}

/**
 * One point for the whole site: WAN entry and cross-connect between the blocks. An air-gapped site has the cross-connect
 * only.
 */
function wanService(input: LayoutInput): SiteModule {
  const airGapped = input.resolution.ems_target === 'air_gapped'
  return {
    module_id: 'wan_service_1',
    designation: designationOf('wan_service', 1, 1),
    kind: 'wan_service',
    ordinal: 1,
    block_id: 'site',
    description: airGapped
      ? 'Site cross-connect, NO EXTERNAL CONNECTION, BY OTHERS'
      : 'WAN service and site cross-connect, BY OTHERS',
    assembly_id: null,
    parent_module_id: null,
    scope: 'by_others',
    in_dtm: false,
    container_position: designationOf('wan_service', 1, 1),
    x_m: -SUPPLY_POINT.west,
    y_m: 2 * SUPPLY_POINT.pitch_y,
    length_m: SUPPLY_POINT.size,
    width_m: SUPPLY_POINT.size,
    height_m: SUPPLY_POINT.size,
    mass_kg: 0,
    lift_mass_kg: 0,
  }
}

function layoutOf(
  input: LayoutInput,
  modules: readonly SiteModule[],
  blocks: readonly (readonly Placed[])[],
): Layout {
  const lowest = (of: (m: SiteModule) => number): number =>
    modules.reduce((v, m) => Math.min(v, of(m)), Infinity)
  const highest = (of: (m: SiteModule) => number): number =>
    modules.reduce((v, m) => Math.max(v, of(m)), -Infinity)
  const x0 = lowest((m) => m.x_m)
  const y0 = lowest((m) => m.y_m)
  const x1 = highest((m) => m.x_m + m.length_m)
  const y1 = highest((m) => m.y_m + m.width_m)
  return {
    origin:
      'x east, y north, metres from the south-west corner of the first grid container or customer switchgear',
    extent_x_m: roundTo(x1 - x0, 1),
    extent_y_m: roundTo(y1 - y0, 1),
    fence_x0_m: roundTo(x0 - FENCE_GAP_M, 1),
    fence_y0_m: roundTo(y0 - FENCE_GAP_M, 1),
    fence_x1_m: roundTo(x1 + FENCE_GAP_M, 1),
    fence_y1_m: roundTo(y1 + FENCE_GAP_M, 1),
    rows_count: input.blocks.reduce((sum, b) => sum + Math.ceil(b.compute / PER_ROW), 0),
    clearances: clearancesOf(input, blocks[0] ?? []),
  }
}
