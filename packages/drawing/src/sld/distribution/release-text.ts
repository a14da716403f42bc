import type { InsideEquipment } from '@edp/schemas'

import type { LabelLine } from '../labels.ts'

type Release = InsideEquipment['emergency_off'][number]

/** What an emergency power off opens over its cable, and what keeps it open. */
export function releaseText(release: Release): LabelLine[] {
  const { opens, connection_id } = release
  return [{ value: `${connection_id}: opens ${opens.join(', ')}` }, ...lockOutText(release)]
}

/** The same where the board of the next way begins beside it: cable and breakers in two lines. */
export function narrowReleaseText(release: Release): LabelLine[] {
  const { opens, connection_id } = release
  return [{ value: `${connection_id}: opens` }, { value: opens.join(', ') }, ...lockOutText(release)]
}

function lockOutText({ lock_out }: Release): LabelLine[] {
  return lock_out === null ? [] : [{ value: `${lock_out} blocks the transfer, reset by hand` }]
}
