import type { InsideEquipment } from '@edp/schemas'

import type { LabelLine } from '../labels.ts'

/** What an emergency power off opens over its cable, and what keeps it open. */
export function releaseText({
  opens,
  connection_id,
  lock_out,
}: InsideEquipment['emergency_off'][number]): LabelLine[] {
  return [
    { value: `${connection_id}: opens ${opens.join(', ')}` },
    ...(lock_out === null ? [] : [{ value: `${lock_out} blocks the transfer, reset by hand` }]),
  ]
}
