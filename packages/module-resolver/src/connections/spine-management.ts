import type { AssemblyPort, AssemblySpec } from '@edp/schemas'

import type { HostedSpines } from '../network/hosted-spines.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Tag of the spines, and of the out-of-band switch of the container that holds them. */
const SPINES = 'SPN'
const SWITCH = 'swm-01'

/**
 * Leads from the management ports of the spines to the out-of-band switch beside them, one for each, on the ports after those that
 * the catalogue takes. They are one row, as the links of a leaf are.
 */
export function spineManagementDrafts({ spines_count }: HostedSpines, { ports }: AssemblySpec): Draft[] {
  const taken = ports.filter(({ id }) => PORT.test(id))
  const [beside] = taken
  if (beside === undefined) return []
  const first = taken.length + 1
  const last = taken.length + spines_count
  const from = copperPort(`${SPINES}.OOB`, SPINES, beside)
  const to = copperPort(`${SWITCH}.P${first}${last === first ? '' : `-P${last}`}`, SWITCH, beside)
  return [
    {
      source: {
        id: 'N-SP',
        from: from.id,
        to: to.id,
        description: 'Spines to out-of-band switch, a lead from each management port',
        route: 'tray',
        cable: { type: 'Cat 6A S/FTP', neutrals_count: 0, runs_count: spines_count },
      },
      from,
      to,
      length: chosenLength(HOSTED_LENGTH_M.way),
    },
  ]
}

const PORT = new RegExp(`^${SWITCH}\\.P\\d+$`)

function copperPort(id: string, on: string, { position_mm }: AssemblyPort): AssemblyPort {
  return {
    id,
    on,
    service: 'copper',
    flow: 'both',
    position_mm,
    termination: 'RJ45',
    rating: { data_rate_gbps: 1 },
  }
}
