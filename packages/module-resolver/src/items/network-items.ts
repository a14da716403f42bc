import type { Network, NetworkNode, SiteItem } from '@edp/schemas'

import { HOSTED_KG } from '../layout/hosted-mass.ts'
import { coreRack } from './core-rack.ts'
import { siteItem, type ItemsInput } from './items-input.ts'
import { otOptics } from './ot-optics.ts'
import { originOf, type Origin } from './sourcing.ts'
import { spineItems } from './spine-items.ts'

/** Sold as a redundant pair, as the catalogue has them. */
const PAIRED: readonly NetworkNode['kind'][] = ['router', 'ems_server']

/** Spine switch, 1U, 64 x 400 Gbit/s: the product of the leaves. */
const SPINE = { manufacturer: 'NVIDIA', mpn: 'QM9700', unit_mass_kg: HOSTED_KG.spine } as const

/**
 * Network equipment that the catalogue's containers do not hold yet: spines, and core equipment where it stands in a
 * compute container. What a container holds is in its own lines.
 */
export function networkItems(input: ItemsInput): SiteItem[] {
  return [
    ...equipmentItems(input),
    ...coreRack(input),
    ...corePatch(input),
    ...spineItems(input),
    ...otOptics(input),
  ]
}

function equipmentItems(input: ItemsInput): SiteItem[] {
  const one = (node: NetworkNode): Holders => [{ module_ids: node.module_ids, each_count: 1 }]
  return input.network.nodes
    .filter((node) => !isInCatalogue(input, node))
    .flatMap((node) =>
      // Blocks with another number of spines have a line of their own.
      (node.kind === 'spine' ? input.network.fabric.spines : one(node)).map((holders, index) =>
        equipmentItem(input, node, holders, index),
      ),
    )
}

type Holders = Network['fabric']['spines']

function equipmentItem(
  input: ItemsInput,
  node: NetworkNode,
  { module_ids, each_count }: Holders[number],
  index: number,
): SiteItem {
  return siteItem(
    input,
    {
      item_id: `${node.module_kind}/${node.tag}${index === 0 ? '' : `-${index + 1}`}`,
      parent_item_id: node.module_kind,
      level: 'equipment',
      category: 'network',
      tag: node.module_ids.length === 1 ? node.tag : null,
      module_kind: node.module_kind,
      module_ids,
      description: node.kind === 'spine' ? 'Compute fabric spine switch NDR' : node.description,
      rating: node.ports,
      scope: node.module_kind === 'bess_unit' ? 'bought_in' : 'supply',
      // What is described as a pair is bought as one.
      unit: PAIRED.includes(node.kind) ? 'set' : 'ea',
      quantity_per_module: each_count,
      quantity: each_count * module_ids.length,
      ...(node.kind === 'spine' ? SPINE : {}),
      spec_ref: 'NE-NODE-01',
    },
    node.kind === 'spine' ? spineOrigin(input) : { telecom: true },
  )
}

/** What the catalogue knows of the same product in the containers, else what is known of any network equipment. */
function spineOrigin({ specs, resolution }: ItemsInput): Origin {
  const leaf = specs.flatMap((spec) => spec.bom).find((part) => part.mpn === SPINE.mpn)
  return leaf === undefined
    ? { manufacturer: SPINE.manufacturer, telecom: true }
    : originOf(leaf, resolution.sourcing_tier)
}

/** Leads of a core rack; clock and jump host are copper in SFP+ cages, 1 Gbit/s. Between switches of the grid container: its own cables. */
const LEADS = { servers: 4, firewall_pair: 2, 'core switches A and B': 2 } as const

function patchText({ network }: ItemsInput, hosted: boolean): string {
  // A switch in a ring reaches the core over fibres as every other; alone it is patched to A and to B.
  const alone = hosted && network.ot_rings.length === 0
  const leads = hosted ? { ...LEADS, ...(alone ? { 'OT switch': 2 } : {}) } : { servers: LEADS.servers }
  const parts = Object.entries(leads).map(([what, count]) => `${count} ${what.replace('_', ' ')}`)
  return `Patch leads of the core rack: direct-attach SFP+ (${parts.join(', ')}), 2 Cat 6A with SFP 1000BASE-T for clock and jump host`
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
        description: patchText(input, module_kind !== 'grid_container'),
        unit: 'set',
        quantity_per_module: 1,
        quantity: module_ids.length,
        spec_ref: 'NE-NODE-01',
      }),
    )
}

function isInCatalogue(input: ItemsInput, node: NetworkNode): boolean {
  const spec = input.specs.find((s) => s.role === node.module_kind)
  return spec?.components.some((component) => component.id === node.tag) ?? false
}
