import { EdpError, type ElectricalData, type InsideEquipment } from '@edp/schemas'

import type { Draft } from './typical.ts'

/**
 * The remote input that blocks the transfer between the incomers of a board, with its cable and the interlocks that use it.
 *
 * @throws {EdpError} `dangling_port` when no cable ends on it: the contact would be a function on the diagram alone.
 */
export function transferInput(
  device: string,
  { transfer }: ElectricalData,
  blocked_by: readonly string[],
  drafts: readonly Draft[],
): InsideEquipment['transfer'] {
  if (transfer === undefined) return null
  const { port } = transfer
  const draft = drafts.find(({ from, to }) => from.id === port || to.id === port)
  if (draft !== undefined) return { port, connection_id: draft.source.id, blocked_by }
  throw new EdpError('dangling_port', `the transfer of ${device} has no cable to its remote input`, [
    {
      path: ['components', device, 'electrical', 'transfer'],
      type: 'dangling_port',
      message: `no cable ends at ${port}`,
      input: port,
    },
  ])
}
