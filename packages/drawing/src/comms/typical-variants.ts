import type { Connection, NetworkNode, SiteModule, Typical } from '@edp/schemas'

import { nodesOf, type CommsSite } from './comms-site.ts'
import { isNetworkCable } from './comms-style.ts'
import { internalRow, type Found, type PanelRow } from './port-rows.ts'

/** Network cables inside a module, and inside modules of its kind that are made otherwise. */
export interface CablesInside {
  readonly own: readonly Connection[]
  /** Modules that are made as this one. */
  readonly designations: string
  readonly others: readonly Typical[]
}

/** Network cables inside a module, with the other typicals of its kind. */
export function cablesOf({ site }: CommsSite, { module_id, kind, designation }: SiteModule): CablesInside {
  const made = site.typicals.find((typical) => typical.module_ids.includes(module_id))
  return {
    own: networkCables(made?.connections ?? []),
    designations: made?.designations ?? designation,
    others: site.typicals.filter((typical) => typical.kind === kind && typical !== made),
  }
}

function networkCables(connections: readonly Connection[]): Connection[] {
  return connections.filter((c) => isNetworkCable(c) && c.from.device !== c.to.device)
}

/** Ports of a switch with the cables inside its module. */
export function ownRows(node: NetworkNode, { own }: CablesInside, found: Found): PanelRow[] {
  return own.flatMap((cable) => internalRow(cable, node, found))
}

/** Ports of a switch that every module of the kind has; a row that holds for some of the modules names them. */
export function variantRows(
  node: NetworkNode,
  { own, designations, others }: CablesInside,
  found: Found,
): PanelRow[] {
  const { comms } = found
  const everywhere = (cable: Connection): boolean =>
    others.every(({ connections }) => connections.some((other) => isSame(cable, other)))
  const mine = own.flatMap((cable) => {
    const rows = internalRow(cable, node, found)
    return everywhere(cable) ? rows : named(rows, designations)
  })
  const theirs = others.flatMap((typical) => {
    const module = comms.modules.get(typical.module_ids[0] ?? '')
    if (module === undefined) return []
    const { module_id } = module
    const place: Found = {
      comms,
      module,
      devices: comms.devices.get(module_id) ?? [],
      nodes: nodesOf(comms, module_id),
      drawn: new Set(),
      through: new Set(),
    }
    return networkCables(typical.connections)
      .filter((cable) => !own.some((other) => isSame(cable, other)))
      .flatMap((cable) => named(internalRow(cable, node, place), typical.designations))
  })
  return [...mine, ...theirs]
}

/** Whether two cables join the same ports. */
function isSame(a: Connection, b: Connection): boolean {
  return a.connection_id === b.connection_id && a.from.port === b.from.port && a.to.port === b.to.port
}

function named(rows: readonly PanelRow[], designations: string): PanelRow[] {
  return rows.map((row) => ({ ...row, name: `${designations}: ${row.name}` }))
}
