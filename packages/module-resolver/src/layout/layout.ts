import {
  roundTo,
  type AssemblySpec,
  type Block,
  type ConfiguratorPayload,
  type GridConnection,
  type EnergySource,
  type Layout,
  type ModuleKind,
  type ModuleResolution,
  type SiteModule,
  type YardUnit,
} from '@edp/schemas'

/** Compute rows: 8 per row, 6 m apart (2.438 m and a 3.56 m aisle), rows 21 m apart (12.192 m and an 8.8 m lane). */
const PER_ROW = 8
const PITCH_X_M = 6
const ROW_PITCH_M = 21
const FIRST_X_M = 8
/** Between heat rejection unit and container, m (air side 2.0 m is on the other side). */
const COOLER_GAP_M = 1
/** Between battery units, and between battery unit and skid below and above 40 degC, m (utility project practice). */
const BESS_GAP_M = 3.05
const SKID_GAP_M = { cool: 3.05, hot: 4.27 }
const BESS_LANE_M = 8
const BESS_OFFSET_M = 12
/** Fire separation of liquid-filled transformers, m. */
const TRANSFORMER_GAP_M = 3
/** Between blocks, and from equipment to the fence, m. */
const BLOCK_GAP_M = 20
const FENCE_M = 8

/** Battery units to place. */
export interface BessPlacing {
  readonly count: number
  readonly size_m: readonly [number, number, number]
  readonly mass_kg: number
  readonly description: string
}

/** What is placed. */
export interface LayoutInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly blocks: readonly {
    readonly compute: number
    readonly bess: number
    readonly transformers: number
  }[]
  readonly bess: BessPlacing | null
  readonly container_mass_kg: number
}

/** Placed modules of a site. */
export interface SiteLayout {
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
  readonly layout: Layout
}

/** Supplies by energy source; the utility is there unless the site has no grid connection. */
const ON_SITE = {
  nuclear: 'nuclear_supply',
  solar: 'solar_supply',
  off_grid: 'generator_supply',
  grid_hybrid: 'generator_supply',
} as const satisfies Record<EnergySource, ModuleKind>
const HAS_UTILITY = { none: false, grid_tied: true, grid_backup: true } as const satisfies Record<
  GridConnection,
  boolean
>

const LETTER = {
  compute_container: 'C',
  grid_container: 'G',
  bess_unit: 'B',
  unit_transformer: 'T',
  bess_skid: 'K',
  heat_rejection_unit: 'D',
  customer_switchgear: 'S',
  utility_supply: 'U',
  generator_supply: 'N',
  nuclear_supply: 'N',
  solar_supply: 'P',
  wan_service: 'W',
  earth_ring: 'E',
  site_drain: 'R',
} as const satisfies Record<ModuleKind, string>

/** Places every module of every block on a grid of blocks; the origin is the south-east corner of the first grid container. */
export function placeModules(input: LayoutInput): SiteLayout {
  const modules: SiteModule[] = []
  const blocks: Block[] = []
  const counters = new Map<ModuleKind, number>()
  const totals = countKinds(input)
  const columns = Math.ceil(Math.sqrt(input.blocks.length))
  const rows = Math.max(...input.blocks.map((b) => Math.ceil(b.compute / PER_ROW)), 1)
  const bessRows = Math.max(...input.blocks.map((b) => Math.ceil(b.bess / PER_ROW)), 0)
  const skidGap = input.resolution.climate_zone === 'arid_hot' ? SKID_GAP_M.hot : SKID_GAP_M.cool
  const skid = yardOf(input.grid, 'bess_skid')
  const bessWidth = input.bess?.size_m[1] ?? 0
  const bessRowPitch = bessWidth + skidGap + (skid?.size_m[1] ?? 0) + BESS_LANE_M
  const bessPitchX = Math.max(input.bess?.size_m[0] ?? 0, skid?.size_m[0] ?? 0) + BESS_GAP_M
  const blockWidth = Math.max(FIRST_X_M + PER_ROW * PITCH_X_M, PER_ROW * bessPitchX) + 24 + BLOCK_GAP_M
  const blockHeight =
    rows * ROW_PITCH_M + (bessRows > 0 ? BESS_OFFSET_M + bessRows * bessRowPitch : 0) + 30 + BLOCK_GAP_M

  const add = (
    kind: ModuleKind,
    block_id: string,
    box: readonly [x: number, y: number, dx: number, dy: number, height: number],
    extra: Partial<SiteModule> = {},
  ): SiteModule => {
    const ordinal = (counters.get(kind) ?? 0) + 1
    counters.set(kind, ordinal)
    const digits = Math.max(2, String(totals.get(kind) ?? 1).length)
    const designation = `${LETTER[kind]}${String(ordinal).padStart(digits, '0')}`
    const [x, y, dx, dy, height] = box
    const module: SiteModule = {
      module_id: `${kind}_${ordinal}`,
      designation,
      kind,
      ordinal,
      block_id,
      description: '',
      assembly_id: null,
      parent_module_id: null,
      scope: 'by_others',
      in_dtm: false,
      container_position: designation,
      x_m: roundTo(x, 3),
      y_m: roundTo(y, 3),
      length_m: dx,
      width_m: dy,
      height_m: height,
      mass_kg: 0,
      lift_mass_kg: 0,
      ...extra,
    }
    modules.push(module)
    return module
  }

  input.blocks.forEach((counts, index) => {
    const block_id = `block_${index + 1}`
    const ox = (index % columns) * blockWidth
    const oy = -Math.floor(index / columns) * blockHeight
    const gridBox = [ox - 2.438, oy, 2.438, 12.192, 2.896] as const
    const head =
      input.grid === null
        ? add('customer_switchgear', block_id, gridBox, {
            description: 'Customer switchgear 480Y/277 V, BY OTHERS',
          })
        : add('grid_container', block_id, gridBox, {
            description: input.grid.title,
            assembly_id: input.grid.assembly_id,
            scope: 'supply',
            in_dtm: true,
            container_position: `G${index + 1}`,
            mass_kg: input.grid.mass.dry_declared_kg,
            lift_mass_kg: input.grid.mass.dry_declared_kg,
          })

    const computeIds: string[] = []
    const cooler = yardOf(input.compute, 'heat_rejection_unit')
    for (let i = 0; i < counts.compute; i += 1) {
      const [r, c] = [Math.floor(i / PER_ROW), i % PER_ROW]
      const [x, y] = [ox + FIRST_X_M + PITCH_X_M * c, oy - ROW_PITCH_M * r]
      const rowNumber = index * rows + r + 1
      const container = add('compute_container', block_id, [x, y, 2.438, 12.192, 2.896], {
        description: input.compute.title,
        assembly_id: input.compute.assembly_id,
        scope: 'supply',
        in_dtm: true,
        container_position: `R${rowNumber}-C${String(c + 1).padStart(2, '0')}`,
        mass_kg: roundTo(input.container_mass_kg, 0),
        lift_mass_kg: roundTo(input.container_mass_kg, 0),
      })
      computeIds.push(container.module_id)
      if (cooler === undefined) continue
      add(
        'heat_rejection_unit',
        block_id,
        [x, y + 12.192 + COOLER_GAP_M, cooler.size_m[1], cooler.size_m[0], cooler.size_m[2]],
        {
          description: `${cooler.description} of ${container.designation}`,
          parent_module_id: container.module_id,
          scope: cooler.scope,
          mass_kg: cooler.mass_kg,
          lift_mass_kg: cooler.mass_kg,
        },
      )
    }

    const transformer = yardOf(input.grid, 'unit_transformer')
    for (let t = 0; t < counts.transformers && transformer !== undefined; t += 1) {
      add(
        'unit_transformer',
        block_id,
        [
          ox - 2.438 - TRANSFORMER_GAP_M - transformer.size_m[1],
          oy + t * (transformer.size_m[0] + TRANSFORMER_GAP_M),
          transformer.size_m[1],
          transformer.size_m[0],
          transformer.size_m[2],
        ],
        {
          description: transformer.description,
          parent_module_id: head.module_id,
          scope: transformer.scope,
          mass_kg: transformer.mass_kg,
          lift_mass_kg: transformer.mass_kg,
        },
      )
    }

    const bessIds: string[] = []
    const yardTop = oy - rows * ROW_PITCH_M - BESS_OFFSET_M + ROW_PITCH_M - 12.192
    for (let b = 0; b < counts.bess && input.bess !== null; b += 1) {
      const [r, c] = [Math.floor(b / PER_ROW), b % PER_ROW]
      const [x, y] = [ox + c * bessPitchX, yardTop - r * bessRowPitch - bessWidth]
      const unit = add('bess_unit', block_id, [x, y, input.bess.size_m[0], bessWidth, input.bess.size_m[2]], {
        description: input.bess.description,
        parent_module_id: head.module_id,
        scope: 'bought_in',
        in_dtm: true,
        container_position: `B${index * Math.max(bessRows, 1) + r + 1}-${String(c + 1).padStart(2, '0')}`,
        mass_kg: input.bess.mass_kg,
        lift_mass_kg: input.bess.mass_kg,
      })
      bessIds.push(unit.module_id)
      if (skid === undefined) continue
      add(
        'bess_skid',
        block_id,
        [x, y - skidGap - skid.size_m[1], skid.size_m[0], skid.size_m[1], skid.size_m[2]],
        {
          description: `${skid.description} of ${unit.designation}`,
          parent_module_id: unit.module_id,
          scope: skid.scope,
          mass_kg: skid.mass_kg,
          lift_mass_kg: skid.mass_kg,
        },
      )
    }

    const west = ox - 20
    if (HAS_UTILITY[input.payload.grid_connection]) {
      add('utility_supply', block_id, [west, oy, 1, 1, 1], {
        description: 'Utility service 13.8 kV, BY OTHERS',
      })
    }
    const onSite = ON_SITE[input.payload.energy_source]
    if (
      onSite !== 'generator_supply' ||
      input.payload.energy_source === 'off_grid' ||
      input.payload.grid_connection !== 'grid_tied'
    ) {
      add(onSite, block_id, [west, oy + 4, 1, 1, 1], { description: `${SUPPLY_TEXT[onSite]}, BY OTHERS` })
    }
    add('earth_ring', block_id, [ox - 2.438, oy - 2, 0, 0, 0], {
      description: 'Earth ring of the block, bare copper',
      scope: 'supply',
    })
    add('site_drain', block_id, [ox + 4, oy - 2, 0.5, 0.5, 0], { description: 'Site drain, BY OTHERS' })
    blocks.push({
      block_id,
      ordinal: index + 1,
      grid_module_id: head.module_id,
      compute_module_ids: computeIds,
      bess_module_ids: bessIds,
    })
  })
  add('wan_service', 'site', [-20, 8, 1, 1, 1], {
    description: 'WAN service and inter-block cross-connect, BY OTHERS',
  })
  return {
    blocks,
    modules,
    layout: layoutOf(modules, rows * input.blocks.length, skidGap, input.bess !== null),
  }
}

const SUPPLY_TEXT = {
  nuclear_supply: 'Nuclear plant feeder 13.8 kV',
  solar_supply: 'Solar plant feeder 13.8 kV',
  generator_supply: 'Generator plant 13.8 kV',
}

function yardOf(spec: AssemblySpec | null, kind: ModuleKind): YardUnit | undefined {
  return spec?.yard.find((unit) => unit.kind === kind)
}

function countKinds(input: LayoutInput): Map<ModuleKind, number> {
  const sum = (of: (b: LayoutInput['blocks'][number]) => number): number =>
    input.blocks.reduce((total, b) => total + of(b), 0)
  const [compute, bess, transformers, blocks] = [
    sum((b) => b.compute),
    sum((b) => b.bess),
    sum((b) => b.transformers),
    input.blocks.length,
  ]
  return new Map<ModuleKind, number>([
    ['compute_container', compute],
    ['heat_rejection_unit', compute],
    ['bess_unit', bess],
    ['bess_skid', bess],
    ['unit_transformer', transformers],
    ...(
      [
        'grid_container',
        'customer_switchgear',
        'utility_supply',
        'generator_supply',
        'solar_supply',
        'nuclear_supply',
        'earth_ring',
        'site_drain',
      ] as const
    ).map((kind): [ModuleKind, number] => [kind, blocks]),
    ['wan_service', 1],
  ])
}

function layoutOf(
  modules: readonly SiteModule[],
  rows_count: number,
  skidGap: number,
  battery: boolean,
): Layout {
  const low = (of: (m: SiteModule) => number): number =>
    modules.reduce((least, m) => Math.min(least, of(m)), Infinity)
  const high = (of: (m: SiteModule) => number): number =>
    modules.reduce((most, m) => Math.max(most, of(m)), -Infinity)
  const [x0, y0, x1, y1] = [
    low((m) => m.x_m),
    low((m) => m.y_m),
    high((m) => m.x_m + m.length_m),
    high((m) => m.y_m + m.width_m),
  ]
  const clearance = (
    name: string,
    required_m: number,
    provided_m: number,
    source: string,
  ): Layout['clearances'][number] => ({ name, required_m, provided_m: roundTo(provided_m, 2), source })
  return {
    origin:
      'x east, y north, origin at the south-east corner of the first grid container or customer switchgear',
    extent_x_m: roundTo(x1 - x0, 1),
    extent_y_m: roundTo(y1 - y0, 1),
    fence_x0_m: roundTo(x0 - FENCE_M, 1),
    fence_y0_m: roundTo(y0 - FENCE_M, 1),
    fence_x1_m: roundTo(x1 + FENCE_M, 1),
    fence_y1_m: roundTo(y1 + FENCE_M, 1),
    rows_count,
    clearances: [
      clearance(
        'Compute container side to side',
        3,
        PITCH_X_M - 2.438,
        'design choice; working space 1.07 m by NEC 110.26 condition 2',
      ),
      clearance(
        'Lane between compute rows beside the heat rejection unit',
        4,
        ROW_PITCH_M - 12.192 - COOLER_GAP_M - 2.4,
        'design choice',
      ),
      clearance(
        'Unit transformer to container',
        3,
        TRANSFORMER_GAP_M,
        'practice for liquid-filled transformers; authority to confirm',
      ),
      ...(battery
        ? [
            clearance('Battery unit side to side', 0.91, BESS_GAP_M, 'NFPA 855, 3 ft; authority to confirm'),
            clearance(
              'Battery unit to skid',
              skidGap,
              skidGap,
              'utility project practice, 10 ft below and 14 ft above 40 degC',
            ),
          ]
        : []),
    ],
  }
}
