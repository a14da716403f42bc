import type { Block, ModuleKind, Network, NetworkNode, SiteModule } from '@edp/schemas'

import { SPINE_FRAME } from '../connections/spine-fibres.ts'
import { hostedSpines } from './hosted-spines.ts'

/** Where the spines of a site stand and which containers they serve. */
interface SpineNodesInput {
  readonly blocks: readonly Block[]
  readonly modules: readonly SiteModule[]
}

/** The spines, and the distribution frame on which the trunks of other containers end; none without spines. */
export function spineNodes(
  { blocks, modules }: SpineNodesInput,
  fabric: Network['fabric'],
  module_kind: ModuleKind,
): NetworkNode[] {
  const { spines } = fabric
  const hosts = spines.flatMap(({ module_ids }) => module_ids)
  if (hosts.length === 0) return []
  // A compute container whose spines serve its own leaves alone has no trunk to end on a frame.
  const framed = hosts.filter((id) => (hostedSpines(fabric, blocks, id)?.others_count ?? 0) > 0)
  return [
    {
      tag: 'SPN',
      kind: 'spine',
      module_kind,
      module_ids: hosts,
      description: `Compute fabric spines, ${spinesText(spines, modules)}`,
      zone_id: 'Z5',
      ports: '64 x 400 Gbit/s',
    },
    ...(framed.length === 0
      ? []
      : [
          {
            tag: SPINE_FRAME,
            kind: 'distribution_frame' as const,
            module_kind,
            module_ids: framed,
            description: 'Distribution frame of the fabric trunks',
            zone_id: '-',
            ports: 'twelve MPO-12 for each trunk',
          },
        ]),
  ]
}

/** Designation of a module, else its id. */
export function designationOf(modules: readonly SiteModule[], module_id: string): string {
  return modules.find((m) => m.module_id === module_id)?.designation ?? module_id
}

/** `7 switches`, or how many stand where: `28 in G01, 14 in G02`. */
function spinesText(spines: Network['fabric']['spines'], modules: readonly SiteModule[]): string {
  const [first] = spines
  if (spines.length === 1 && first?.module_ids.length === 1) return `${first.each_count} switches`
  return spines
    .map(({ module_ids, each_count }) => {
      const [from, to] = [module_ids[0], module_ids.at(-1)].map((id) => designationOf(modules, id ?? ''))
      return module_ids.length === 1 ? `${each_count} in ${from}` : `${each_count} in each of ${from}..${to}`
    })
    .join(', ')
}
