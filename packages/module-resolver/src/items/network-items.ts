import type { Network, NetworkNode, SiteItem } from '@edp/schemas'

import { HOSTED_KG } from '../layout/hosted-mass.ts'
import { coreRack } from './core-rack.ts'
import { siteItem, type ItemsInput } from './items-input.ts'
import { otOptics } from './ot-optics.ts'
import { originOf, type Origin } from './sourcing.ts'
import { spineItems } from './spine-items.ts'

/** One-way diode, whose leads are alone in the container that has it. */
const DIODE = 'DIO'

/** Sold as a redundant pair, as the catalogue has them. */
const PAIRED: readonly NetworkNode['kind'][] = ['router', 'ems_server']

/** Switches that are the product of those in the catalogue: of the leaves, of the out-of-band switch of the container. */
const PRODUCTS: Partial<Record<NetworkNode['kind'], Product>> = {
  spine: { manufacturer: 'NVIDIA', mpn: 'QM9700', unit_mass_kg: HOSTED_KG.spine },
  oob_switch: { manufacturer: 'NVIDIA', mpn: 'SN2201', unit_mass_kg: HOSTED_KG.oob_switch },
}

interface Product {
  readonly manufacturer: string
  readonly mpn: string
  readonly unit_mass_kg: number
}

/**
 * Network equipment that the catalogue's containers do not hold yet: spines, and core equipment where it stands in a
 * compute container. What a container holds is in its own lines.
 */
export function networkItems(input: ItemsInput): SiteItem[] {
  return [
    ...equipmentItems(input),
    ...coreRack(input),
    ...corePatch(input),
    ...diodePatch(input),
    ...spineItems(input),
    ...otOptics(input),
  ]
}

function equipmentItems(input: ItemsInput): SiteItem[] {
  const one = (node: NetworkNode): Holders => [{ module_ids: node.module_ids, each_count: 1 }]
  return (
    input.network.nodes
      // A distribution frame is of the size of its trunks: it is with the cords from it.
      .filter((node) => node.kind !== 'distribution_frame' && !isInCatalogue(input, node))
      .flatMap((node) =>
        // Blocks with another number of spines have a line of their own.
        (node.kind === 'spine' ? input.network.fabric.spines : one(node)).map((holders, index) =>
          equipmentItem(input, node, holders, index),
        ),
      )
  )
}

type Holders = Network['fabric']['spines']

function equipmentItem(
  input: ItemsInput,
  node: NetworkNode,
  { module_ids, each_count }: Holders[number],
  index: number,
): SiteItem {
  const product = PRODUCTS[node.kind]
  return siteItem(
    input,
    {
      item_id: `${node.module_kind}/${node.tag}${index === 0 ? '' : `-${index + 1}`}`,
      parent_item_id: node.module_kind,
      level: 'equipment',
      category: 'network',
      tag: node.module_ids.length === 1 ? node.tag : null,
      component_tags: node.tag,
      module_kind: node.module_kind,
      module_ids,
      description: node.kind === 'spine' ? 'Compute fabric spine switch NDR, managed' : node.description,
      rating: node.ports,
      scope: node.module_kind === 'bess_unit' ? 'bought_in' : 'supply',
      // What is described as a pair is bought as one.
      unit: PAIRED.includes(node.kind) ? 'set' : 'ea',
      quantity_per_module: each_count,
      quantity: each_count * module_ids.length,
      ...product,
      spec_ref: 'NE-NODE-01',
    },
    product !== undefined
      ? originOfProduct(input, product)
      : node.kind === 'patch_panel'
        ? {}
        : { telecom: true },
  )
}

/** What the catalogue knows of the same product in the containers, else what is known of any network equipment. */
function originOfProduct({ specs, resolution }: ItemsInput, { manufacturer, mpn }: Product): Origin {
  const same = specs.flatMap((spec) => spec.bom).find((part) => part.mpn === mpn)
  return same === undefined ? { manufacturer, telecom: true } : originOf(same, resolution.sourcing_tier)
}

/** Leads of a core rack by what is ordered; those of the diode are with it. */
function patchText({ network }: ItemsInput): string {
  const counts = new Map<string, Map<string, number>>()
  for (const { from, to, medium } of network.leads.filter((lead) => lead.to !== DIODE)) {
    const of = counts.get(medium) ?? new Map<string, number>()
    const what = from === to ? `${from} A to B` : `${from} to ${to}`
    counts.set(medium, of.set(what, (of.get(what) ?? 0) + 1))
  }
  const parts = [...counts].map(
    ([medium, of]) => `${medium} (${[...of].map(([what, count]) => `${count} ${what}`).join(', ')})`,
  )
  return `Patch leads of the core rack: ${parts.join('; ')}`
}

/** Leads inside the core racks; they are not numbered in the cable schedule. */
function corePatch(input: ItemsInput): SiteItem[] {
  return input.network.nodes
    .filter((node) => node.kind === 'router')
    .map(({ module_kind, module_ids }) =>
      siteItem(input, {
        item_id: `${module_kind}/core-patch`,
        parent_item_id: module_kind,
        level: 'equipment',
        category: 'network',
        module_kind,
        module_ids,
        description: patchText(input),
        unit: 'set',
        quantity_per_module: 1,
        quantity: module_ids.length,
        spec_ref: 'NE-NODE-01',
      }),
    )
}

/** Leads of the diode to the jump host and the station for removable media. */
function diodePatch(input: ItemsInput): SiteItem[] {
  const diode = input.network.nodes.find((node) => node.kind === 'data_diode')
  const leads = input.network.leads.filter((lead) => lead.to === DIODE)
  if (diode === undefined || leads.length === 0) return []
  const { module_kind, module_ids } = diode
  return [
    siteItem(input, {
      item_id: `${module_kind}/diode-patch`,
      parent_item_id: module_kind,
      level: 'equipment',
      category: 'network',
      module_kind,
      module_ids,
      description: `Patch leads of the diode: ${leads.map(({ from, medium }) => `${medium} to ${from}`).join(', ')}`,
      unit: 'set',
      quantity_per_module: 1,
      quantity: module_ids.length,
      spec_ref: 'NE-NODE-01',
    }),
  ]
}

function isInCatalogue(input: ItemsInput, node: NetworkNode): boolean {
  const spec = input.specs.find((s) => s.role === node.module_kind)
  return spec?.components.some((component) => component.id === node.tag) ?? false
}
