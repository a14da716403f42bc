import type { AssemblyPort, AssemblySpec } from '@edp/schemas'

import {
  managementLeads,
  OOB_SWITCH,
  oobPortsTaken,
  SECOND_OOB_SWITCH,
  takesSecondSwitch,
  type ManagedHere,
  type ManagementLead,
} from '../network/management-leads.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Lead between the two out-of-band switches of a container. */
const BETWEEN_SWITCHES: ManagementLead = {
  lead_id: 'N-OOB2',
  device: SECOND_OOB_SWITCH,
  port: 'UP',
  description: 'Second out-of-band switch to the first',
  ports_count: 1,
}

/**
 * Leads from the management ports that the design sets into a container to the out-of-band switch beside them, on the ports after
 * those that the catalogue takes. Leads of the spine racks are on a second switch where one has not the ports for all.
 */
export function managementDrafts(held: ManagedHere, spec: AssemblySpec): Draft[] {
  const [beside] = spec.ports.filter(({ on, id }) => on === OOB_SWITCH && id.startsWith(`${OOB_SWITCH}.P`))
  const taken = oobPortsTaken(spec)
  if (beside === undefined) return []
  const { core, spines } = managementLeads(held)
  return takesSecondSwitch(taken, held)
    ? [
        ...onPorts(OOB_SWITCH, taken, [...core, BETWEEN_SWITCHES], beside),
        ...onPorts(SECOND_OOB_SWITCH, 0, spines, beside),
      ]
    : onPorts(OOB_SWITCH, taken, [...core, ...spines], beside)
}

/** Leads on the ports of a switch after those that are taken; alike ones are one row, as the links of a leaf are. */
function onPorts(
  to_switch: string,
  taken: number,
  leads: readonly ManagementLead[],
  beside: AssemblyPort,
): Draft[] {
  let last = taken
  return leads.map(({ lead_id, device, port, description, ports_count }): Draft => {
    const first = last + 1
    last += ports_count
    const from = copperPort(`${device}.${port}`, device, beside)
    const to = copperPort(`${to_switch}.P${first}${last === first ? '' : `-P${last}`}`, to_switch, beside)
    return {
      source: {
        id: lead_id,
        from: from.id,
        to: to.id,
        description,
        route: 'tray',
        cable: { type: 'Cat 6A S/FTP', neutrals_count: 0, runs_count: ports_count },
      },
      from,
      to,
      length: chosenLength(HOSTED_LENGTH_M.way),
    }
  })
}

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
