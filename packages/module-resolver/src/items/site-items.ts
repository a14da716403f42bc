import {
  roundTo,
  type AssemblySpec,
  type Bess,
  type Breaker,
  type Cooling,
  type Electrical,
  type ModuleResolution,
  type SiteItem,
  type SiteModule,
} from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { originOf, sourcingOf, type Origin } from './sourcing.ts'

/** What the items of a site are made from. */
export interface ItemsInput {
  readonly resolution: ModuleResolution
  readonly specs: readonly (AssemblySpec | null)[]
  readonly modules: readonly SiteModule[]
  readonly electrical: Electrical
  readonly bess: Bess | null
  readonly cooling: Cooling
  readonly facts: ConditionFacts
}

/** Earth ring: perimeter of the compute rows of a block plus rods (design choice). */
const ROD_EVERY_M = 12

/** Everything to be bought or made, other than cables and hoses between ports. */
export function siteItems(input: ItemsInput): SiteItem[] {
  return [...assemblyItems(input), ...electricalItems(input), ...bessItems(input), ...bulkItems(input)]
}

type ItemSource = Pick<
  SiteItem,
  'item_id' | 'level' | 'category' | 'description' | 'unit' | 'quantity_per_module' | 'quantity' | 'spec_ref'
> &
  Partial<SiteItem>

function item(input: ItemsInput, source: ItemSource, origin: Partial<Origin> = {}): SiteItem {
  const scope = source.scope ?? 'supply'
  return {
    parent_item_id: null,
    tag: null,
    block_id: null,
    module_kind: null,
    module_ids: [],
    rating: '',
    manufacturer: null,
    mpn: null,
    spare_quantity: 0,
    unit_mass_kg: null,
    sourcing: sourcingOf(input.resolution.sourcing_tier, {
      manufacturer: source.manufacturer ?? null,
      country_of_origin: null,
      telecom: false,
      battery: false,
      by_others: scope === 'by_others',
      ...origin,
    }),
    ...source,
    scope,
  }
}

function assemblyItems(input: ItemsInput): SiteItem[] {
  const tier = input.resolution.sourcing_tier
  return input.specs.flatMap((spec) => {
    if (spec === null) return []
    const groups = [
      { kind: spec.role, parts: spec.bom },
      ...spec.yard.filter((y) => holds(y.when, input.facts)).map((y) => ({ kind: y.kind, parts: y.bom })),
    ]
    return groups.flatMap(({ kind, parts }) => {
      const modules = input.modules.filter((m) => m.kind === kind)
      if (modules.length === 0) return []
      const head: SiteItem[] =
        kind === spec.role
          ? [
              item(input, {
                item_id: spec.assembly_id,
                level: 'module',
                category: 'enclosure',
                description: spec.title,
                unit: 'ea',
                quantity_per_module: 1,
                quantity: modules.length,
                module_kind: kind,
                module_ids: modules.map((m) => m.module_id),
                unit_mass_kg: spec.mass.dry_declared_kg,
                spec_ref: `${spec.assembly_id}@${spec.assembly_version}`,
              }),
            ]
          : []
      const lines = parts
        .filter((p) => holds(p.when, input.facts))
        .map((part) => {
          const quantity = part.quantity * modules.length
          return {
            ...item(input, {
              item_id: part.line_id,
              parent_item_id: part.parent ?? (kind === spec.role ? spec.assembly_id : null),
              level: part.parent === null ? 'equipment' : 'part',
              category: part.category,
              description: part.description,
              rating: part.rating,
              manufacturer: part.manufacturer,
              mpn: part.mpn,
              scope: part.scope,
              unit: part.unit,
              quantity_per_module: part.quantity,
              quantity,
              spare_quantity:
                part.spare_pct === 0 ? 0 : Math.ceil(roundTo((quantity * part.spare_pct) / 100, 6)),
              unit_mass_kg: part.unit_mass_kg,
              module_kind: kind,
              module_ids: modules.map((m) => m.module_id),
              spec_ref: `${spec.assembly_id}@${spec.assembly_version} ${part.line_id}`,
            }),
            sourcing: sourcingOf(tier, originOf(part, tier)),
          }
        })
      return [...head, ...lines]
    })
  })
}

function electricalItems(input: ItemsInput): SiteItem[] {
  const breaker = (b: Breaker, block_id: string, description: string): SiteItem =>
    item(input, {
      item_id: b.tag,
      tag: b.tag,
      level: 'equipment',
      category: 'power',
      block_id,
      description: `${b.kind} breaker, ${description}`,
      rating: `${b.voltage_v} V, frame ${b.frame_a} A, trip ${b.trip_a} A, ${b.interrupting_ka} kA`,
      scope: b.scope,
      unit: 'ea',
      quantity_per_module: 1,
      quantity: 1,
      spec_ref: 'EL-BREAKER-01',
    })
  return input.electrical.blocks.flatMap((block) => [
    ...block.supplies.map((s) => breaker(s.breaker, block.block_id, s.description)),
    ...block.transformers.flatMap((t) => [
      item(input, {
        item_id: t.tag,
        tag: t.tag,
        level: 'equipment',
        category: 'power',
        block_id: block.block_id,
        module_kind: 'unit_transformer',
        module_ids: [t.module_id],
        description: `Transformer ${t.primary_v / 1000}/${t.secondary_v / 1000} kV, pad-mounted`,
        rating: `${t.rating_kva} kVA, ${t.impedance_pct} %, ${t.vector_group}`,
        scope: 'bought_in',
        unit: 'ea',
        quantity_per_module: 1,
        quantity: 1,
        unit_mass_kg: 5600,
        spec_ref: 'EL-TRAFO-01',
      }),
      breaker(t.primary_breaker, block.block_id, `${t.tag} primary`),
      breaker(t.secondary_breaker, block.block_id, `${t.tag} secondary`),
    ]),
    ...block.bus_ties.map((b) => breaker(b, block.block_id, 'bus tie, normally open')),
    ...block.feeders.map((f) =>
      breaker(
        f.breaker,
        block.block_id,
        `feeder to ${f.load_designation}${f.system === null ? '' : `, system ${f.system}`}`,
      ),
    ),
    ...block.bess_branches.flatMap((b) => [
      breaker(b.breaker, block.block_id, 'battery collector'),
      ...b.units.map((u) => breaker(u.ac_breaker, block.block_id, `battery skid ${u.skid_designation}`)),
    ]),
  ])
}

function bessItems(input: ItemsInput): SiteItem[] {
  const { bess, electrical, modules } = input
  if (bess === null) return []
  const ids = (kind: SiteModule['kind']): string[] =>
    modules.filter((m) => m.kind === kind).map((m) => m.module_id)
  const unit = electrical.blocks.flatMap((b) => b.bess_branches.flatMap((c) => c.units))[0]
  const battery = item(
    input,
    {
      item_id: bess.unit_id,
      level: 'module',
      category: 'bess',
      description: `Battery unit ${bess.model}`,
      rating: `${bess.unit_energy_mwh} MWh, ${bess.unit_power_kw} kW`,
      manufacturer: bess.manufacturer,
      scope: 'bought_in',
      unit: 'ea',
      quantity_per_module: 1,
      quantity: bess.units_count,
      module_kind: 'bess_unit',
      module_ids: ids('bess_unit'),
      unit_mass_kg: modules.find((m) => m.kind === 'bess_unit')?.mass_kg ?? null,
      spec_ref: bess.source,
    },
    {
      battery: true,
      country_of_origin:
        bess.manufacturer === 'CATL' ? 'CN' : bess.manufacturer.startsWith('LG') ? 'US' : null,
      note: 'Verify the cell source by supplier certificate.',
    },
  )
  if (unit === undefined) return [battery]
  return [
    battery,
    item(input, {
      item_id: 'bess-skid',
      level: 'module',
      category: 'bess',
      description:
        unit.pcs_location === 'skid'
          ? 'Battery skid: PCS, step-up transformer, MV switch'
          : 'Battery skid: step-up transformer, MV switch',
      rating: `${unit.transformer_kva} kVA, 0.48/13.8 kV, ${unit.transformer_vector_group}`,
      scope: 'bought_in',
      unit: 'ea',
      quantity_per_module: 1,
      quantity: bess.units_count,
      module_kind: 'bess_skid',
      module_ids: ids('bess_skid'),
      unit_mass_kg: modules.find((m) => m.kind === 'bess_skid')?.mass_kg ?? null,
      spec_ref: 'BE-SKID-01',
    }),
  ]
}

function bulkItems(input: ItemsInput): SiteItem[] {
  const { cooling, modules } = input
  const bulk = (
    item_id: string,
    category: string,
    description: string,
    unit: SiteItem['unit'],
    quantity: number,
    spec_ref: string,
    extra: Partial<SiteItem> = {},
  ): SiteItem =>
    item(input, {
      item_id,
      level: 'site',
      category,
      description,
      unit,
      quantity_per_module: quantity,
      quantity,
      spec_ref,
      ...extra,
    })
  const compute = modules.filter((m) => m.kind === 'compute_container').length
  const heavy = modules.filter((m) => m.mass_kg > 0)
  const ring = heavy.reduce((sum, m) => sum + m.length_m + m.width_m + 2, 0)
  return [
    bulk(
      'S-010',
      'cooling',
      'Propylene glycol concentrate, inhibited, both loops',
      'l',
      cooling.site_glycol_l,
      'CO-FREEZE-01',
      { unit_mass_kg: 1.04, spare_quantity: Math.ceil(cooling.site_glycol_l * 0.05) },
    ),
    bulk(
      'S-020',
      'consumable',
      'Bare copper 4/0 AWG for the earth ring',
      'm',
      Math.ceil(ring),
      'EL-EARTH-01',
      { unit_mass_kg: 0.97 },
    ),
    bulk(
      'S-021',
      'consumable',
      'Earth rod 5/8 in x 10 ft with clamp',
      'ea',
      Math.max(4, Math.ceil(ring / ROD_EVERY_M)),
      'EL-EARTH-01',
      { unit_mass_kg: 4.5 },
    ),
    bulk('S-030', 'civil', 'Foundation pad with anchor bolts', 'ea', heavy.length, 'civil works', {
      scope: 'by_others',
    }),
    bulk('S-031', 'civil', 'Duct bank, trenching, backfill and roads', 'lot', 1, 'civil works', {
      scope: 'by_others',
    }),
    bulk('S-040', 'safety', 'Perimeter fence, gates and signs', 'lot', 1, 'civil works', {
      scope: 'by_others',
    }),
    bulk(
      'S-050',
      'spare',
      'Pump seal and bearing kit',
      'set',
      Math.max(1, Math.ceil(compute / 10)),
      'spares, one per ten pumps',
    ),
  ]
}
