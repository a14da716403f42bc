import type { NetworkNode, SiteItem } from '@edp/schemas'

import { siteItem, type ItemsInput } from './items-input.ts'

/**
 * Network equipment that the catalogue's containers do not hold yet: spines, and core equipment where it stands in a
 * compute container. What a container holds is in its own lines.
 */
export function networkItems(input: ItemsInput): SiteItem[] {
  return input.network.nodes
    .filter((node) => !isInCatalogue(input, node))
    .map((node) => {
      const each = node.kind === 'spine' ? input.network.fabric.spines_count / node.module_ids.length : 1
      const battery = node.module_kind === 'bess_unit'
      return siteItem(
        input,
        {
          item_id: `${node.module_kind}/${node.tag}`,
          parent_item_id: node.module_kind,
          level: 'equipment',
          category: 'network',
          tag: node.module_ids.length === 1 ? node.tag : null,
          module_kind: node.module_kind,
          module_ids: node.module_ids,
          description: node.description,
          rating: node.ports,
          scope: battery ? 'bought_in' : 'supply',
          unit: 'ea',
          quantity_per_module: each,
          quantity: each * node.module_ids.length,
          spec_ref: 'NE-NODE-01',
        },
        { telecom: true },
      )
    })
}

function isInCatalogue(input: ItemsInput, node: NetworkNode): boolean {
  const spec = input.specs.find((s) => s.role === node.module_kind)
  return spec?.components.some((component) => component.id === node.tag) ?? false
}
