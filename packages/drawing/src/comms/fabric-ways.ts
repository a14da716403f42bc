import type { Connection, SiteModel } from '@edp/schemas'

import { cableRange } from './ranges.ts'

/** How the links run from the leaves to the spines: cables, frames and cords with their numbers. */
export function fabricWays(site: SiteModel): string[] {
  const { fabric, nodes } = site.network
  const trunks = site.connections.filter((c) => c.data?.network === 'compute fabric')
  const spines = nodes.find((node) => node.kind === 'spine')
  const hosts = new Set(spines?.module_kind === 'compute_container' ? spines.module_ids : [])
  const away = trunks.filter(({ to }) => !hosts.has(to.module_id))
  const most = Math.max(0, ...trunks.map(({ data }) => data?.links_count ?? 0))
  const run = `From the leaves swl-01 they run in the trunk cables ${idsOn(away, 'A')}, from the leaves swl-02 in ${idsOn(away, 'B')}, ${most} links in a cable at most`
  if (hosts.size === 0)
    return [
      `${run}.`,
      `A patch cord for each link, ${fabric.spine_cables_count} in all, joins the distribution frame to the spines.`,
    ]
  const host_trunks = trunks.filter(({ to }) => hosts.has(to.module_id))
  const inside = site.typicals.filter(({ module_ids }) => module_ids.some((id) => hosts.has(id)))
  const to = (device: string): { readonly ids: string; readonly links: number } => {
    const typical = inside.map(({ connections, modules_count }) => ({
      cables: connections.filter((c) => c.service === 'fibre' && c.to.device === device),
      modules_count,
    }))
    const ids = typical[0]?.cables.map((c) => c.connection_id) ?? []
    const links = typical
      .map(({ cables, modules_count }) => cables.reduce((sum, c) => sum + c.quantity, 0) * modules_count)
      .reduce((sum, count) => sum + count, 0)
    return { ids: ids.join(', '), links }
  }
  const [frame, beside] = [to('ODF'), to('SPN')]
  return [
    `${run}.`,
    `From the cross-connect ${idsOn(host_trunks, 'A')} and ${idsOn(host_trunks, 'B')} lead to the spines: ${frame.links} links, a cord for each in the cross-connect BY OTHERS.`,
    `Beside the spines ${frame.ids} lead from plate CG to the frame ODF, then a patch cord for each link. The leaves there have cords ${beside.ids} of their own, ${beside.links} links.`,
  ]
}

function idsOn(trunks: readonly Connection[], system: 'A' | 'B'): string {
  return cableRange(trunks.filter((c) => c.system === system).map((c) => c.connection_id))
}
