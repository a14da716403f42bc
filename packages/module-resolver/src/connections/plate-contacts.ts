import type { Connection, Endpoint, SiteModule } from '@edp/schemas'

import type { PortTable } from './ports.ts'

/** Rows of control cables with the contacts of the connector that they take; what is on each, the drawing of the plate says. */
export function withContacts(
  connections: readonly Connection[],
  modules: readonly SiteModule[],
  ports: PortTable,
): Connection[] {
  const contacts = new Map(
    [...ports].map(([kind, { all }]) => [
      kind,
      new Map(all.flatMap((p) => (p.contacts === undefined ? [] : [[p.id, p.contacts] as const]))),
    ]),
  )
  const kinds = new Map(modules.map(({ module_id, kind }) => [module_id, kind]))
  const textOf = ({ module_id, port, slot }: Endpoint): string[] => {
    const kind = kinds.get(module_id)
    const taken = kind === undefined ? undefined : contacts.get(kind)?.get(port)
    return taken === undefined ? [] : [`contacts ${taken} of ${slot ?? port}`]
  }
  return connections.map((connection) =>
    connection.service === 'control'
      ? {
          ...connection,
          description: [connection.description, ...textOf(connection.from), ...textOf(connection.to)].join(
            ', ',
          ),
        }
      : connection,
  )
}
