import {
  compareText,
  roundTo,
  type AssemblyPart,
  type AssemblySpec,
  type BlockElectrical,
  type ModuleKind,
  type SiteItem,
  type Typical,
} from '@edp/schemas'

import { lvBoardRating, mvBoardRating } from '../electrical/equipment-rating.ts'
import { lockOutRating } from './emergency-relays.ts'
import { holds } from '../site/conditions.ts'
import { outputText } from '../connections/output-breaker.ts'
import { expand } from '../site/expand-repeats.ts'
import { FIBRE_PANEL } from '../network/core-channels.ts'
import { farEndRating } from './far-end-rating.ts'
import { fibrePanelRating, gridFrameRating } from './frame-rating.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'
import { originOf } from './sourcing.ts'

/** Containers, their parts and the parts of their yard units, each line with the number of modules that hold it. */
export function assemblyItems(input: ItemsInput): SiteItem[] {
  return input.specs.flatMap((spec) => [
    containerItem(input, spec),
    ...partItems(input, spec, spec.role, spec.bom),
    ...spec.yard
      .filter((unit) => holds(unit.when, input.facts))
      .flatMap((unit) => partItems(input, spec, unit.kind, unit.bom)),
  ])
}

function containerItem(input: ItemsInput, spec: AssemblySpec): SiteItem {
  const modules = modulesOf(input, spec.role)
  return siteItem(input, {
    item_id: spec.role,
    level: 'module',
    category: 'enclosure',
    module_kind: spec.role,
    module_ids: modules.map((m) => m.module_id),
    description: spec.title,
    rating: `${spec.envelope.iso_code}, ${spec.mass.gross_max_kg} kg gross`,
    unit: 'ea',
    quantity_per_module: 1,
    quantity: modules.length,
    unit_mass_kg: spec.mass.dry_declared_kg,
    spec_ref: reference(spec),
  })
}

function partItems(
  input: ItemsInput,
  spec: AssemblySpec,
  kind: ModuleKind,
  parts: readonly AssemblyPart[],
): SiteItem[] {
  const all = modulesOf(input, kind)
  return parts
    .filter((part) => holds(part.when, input.facts))
    .flatMap((part) => {
      const { section } = part
      const modules =
        section === undefined ? all : all.filter(({ module_id }) => section <= sectionsAt(module_id, input))
      const ratings = new Map<string, string[]>()
      for (const { module_id } of modules) {
        const rating = designedRating(part.rating, kind, module_id, input)
        ratings.set(rating, [...(ratings.get(rating) ?? []), module_id])
      }
      // Equipment that the design rates differently in some blocks has a line for each rating.
      return [...ratings].map(([rating, ids], index) => ({
        ...partItem(input, spec, kind, { ...part, rating }, ids),
        item_id: `${kind}/${part.line_id}${index === 0 ? '' : `-${index + 1}`}`,
      }))
    })
}

/** Low-voltage sections of the block whose switchgear stands in a module; 0 where none does. */
function sectionsAt(module_id: string, { electrical }: ItemsInput): number {
  return electrical.blocks.find((block) => block.mv_bus?.module_id === module_id)?.lv_buses.length ?? 0
}

function partItem(
  input: ItemsInput,
  spec: AssemblySpec,
  kind: ModuleKind,
  part: AssemblyPart,
  ids: readonly string[],
): SiteItem {
  const tier = input.resolution.sourcing_tier
  const special = part.sourcing?.[tier]
  const quantity = roundTo(part.quantity * ids.length, 3)
  return siteItem(
    input,
    {
      item_id: `${kind}/${part.line_id}`,
      parent_item_id: part.parent === null ? (kind === spec.role ? kind : null) : `${kind}/${part.parent}`,
      level: part.parent === null ? 'equipment' : 'part',
      category: part.category,
      component_tags: componentTags(spec, part),
      module_kind: kind,
      module_ids: ids,
      description: special?.replaced_by ?? part.description,
      rating: part.rating,
      manufacturer: special?.manufacturer ?? part.manufacturer,
      mpn: special?.mpn ?? part.mpn,
      scope: part.scope,
      unit: part.unit,
      quantity_per_module: part.quantity,
      quantity,
      spare_quantity: part.spare_pct === 0 ? 0 : Math.ceil(roundTo((quantity * part.spare_pct) / 100, 6)),
      unit_mass_kg: part.unit_mass_kg,
      spec_ref: `${reference(spec)} ${part.line_id}`,
    },
    originOf(part, tier),
  )
}

/** Tags of the components that a part is or belongs to: `cdu-01`, `swl-01..swl-02`, `MF-R, MF-S`. */
function componentTags(spec: AssemblySpec, { component }: AssemblyPart): string {
  if (component === null) return ''
  const family = component.endsWith('*') ? component.slice(0, -1) : null
  const tags = expand(spec.components, 'array')
    .map((c) => c.id)
    .filter((id) =>
      family === null
        ? id === component
        : /^[A-Z]?\d*[a-z]?$/.test(id.slice(family.length)) && id.startsWith(family),
    )
    .sort(compareText)
  const numbered = tags.every((tag) => /\d$/.test(tag))
  return numbered && tags.length > 2 ? `${tags[0] ?? ''}..${tags.at(-1) ?? ''}` : tags.join(', ')
}

function reference(spec: AssemblySpec): string {
  return `${spec.assembly_id}@${spec.assembly_version}`
}

const EQUIPMENT_TAG = /\{([A-Za-z]+-?\d*[A-Z]?(?:\.[A-Z]\d+)?)\}/g

/**
 * `{AC-101}` in a rating of the catalogue is the rating that the cooling design gives the equipment of that tag; `{MDP}` is what
 * the electrical design asks of a board inside the container, `{LVS}` and `{MVSG}` of the block's own switchgear, `{RLY}` its relays
 * of emergency power off; `{OPTIC}` is
 * the single-mode transceiver that reaches over the site's fabric, `{ODF}` the frame on which its trunks end, `{FPP}` the panels of its fibres; `{SCCR}` is the rating of a unit for the current at the end of its supply; `{CT}` are the current
 * transformers of the meters at incomers, `{ups-01.Q1}` is the output breaker of a UPS, `{LP.Q1}` the main of a panel with a transformer
 * inside.
 */
function designedRating(rating: string, kind: ModuleKind, module_id: string, input: ItemsInput): string {
  return rating.replace(
    EQUIPMENT_TAG,
    (_, tag: string) =>
      input.cooling.equipment.find((e) => e.tag === tag)?.rating ??
      blockBoard(tag, module_id, input) ??
      (tag === 'SCCR' ? farEndRating(module_id, input) : undefined) ??
      (tag === 'OPTIC' ? input.network.fabric.optic.rating : undefined) ??
      (tag === 'ODF' ? gridFrameRating(module_id, input) : undefined) ??
      (tag === FIBRE_PANEL ? fibrePanelRating(module_id, input) : undefined) ??
      (tag === 'CT' ? metersCt(insideOf(module_id, kind, input)) : undefined) ??
      insideOf(module_id, kind, input)?.equipment.find((e) => e.device === tag)?.rating ??
      outputOf(tag, insideOf(module_id, kind, input)) ??
      '',
  )
}

/** Rating of the output breaker of a UPS, or of the main of a panel with a transformer inside, by its designation. */
function outputOf(tag: string, typical: Typical | undefined): string | undefined {
  const output = typical?.equipment.find((equipment) => equipment.output?.breaker === tag)?.output
  return output == null ? undefined : outputText(output)
}

/** Ratio and class of the current transformers at the incomers of the boards inside. */
function metersCt(typical: Typical | undefined): string | undefined {
  const [ct] = (typical?.equipment ?? []).flatMap(({ incomers }) =>
    incomers.flatMap(({ meter_ct }) => meter_ct ?? []),
  )
  return ct === undefined ? undefined : `${ct.ratio} A, ${ct.accuracy}`
}

/** The typical of a module; those of few modules are looked through first. */
function insideOf(module_id: string, kind: ModuleKind, { typicals }: ItemsInput): Typical | undefined {
  const own = typicals
    .filter((typical) => typical.kind === kind)
    .sort((a, b) => a.modules_count - b.modules_count)
  const most = own.pop()
  return own.find((typical) => typical.module_ids.includes(module_id)) ?? most
}

const BLOCK_BOARDS: Readonly<Record<string, (block: BlockElectrical) => string>> = {
  LVS: lvBoardRating,
  MVSG: mvBoardRating,
  RLY: lockOutRating,
}

function blockBoard(tag: string, module_id: string, { electrical }: ItemsInput): string | undefined {
  const block = electrical.blocks.find((b) => b.mv_bus?.module_id === module_id)
  return block === undefined ? undefined : BLOCK_BOARDS[tag]?.(block)
}
