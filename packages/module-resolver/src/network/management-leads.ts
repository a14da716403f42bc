import type { AssemblySpec, ModuleKind } from '@edp/schemas'

/** Out-of-band switch of a container, and the one that stands beside it where its ports do not do. */
export const OOB_SWITCH = 'swm-01'
export const SECOND_OOB_SWITCH = 'swm-02'

/** Ports of an out-of-band switch (SN2201 data sheet), one of which is its up-link; in a grid container two are, and it never fills. */
const OOB_PORTS = 48
const UP_LINK = 1

/** Sides of a pair: feeds, firewalls. */
const SIDES = ['A', 'B'] as const

/** What a container holds of the core: nothing, the jump host and the clock in the rack of its catalogue, or the rack too. */
export type CoreHeld = 'none' | 'servers' | 'rack'

/** What a container holds for the site that has management ports. */
export interface ManagedHere {
  readonly spines_count: number
  readonly spine_racks_count: number
  readonly core: CoreHeld
}

/** A grid container has its core rack from the catalogue, a compute container by the design alone. */
export function coreHeld(role: ModuleKind, core_rack: boolean): CoreHeld {
  return role === 'grid_container' ? 'servers' : core_rack ? 'rack' : 'none'
}

/** Management ports that the design leads to an out-of-band switch: one, or those of alike equipment. */
export interface ManagementLead {
  readonly lead_id: string
  readonly device: string
  readonly port: string
  readonly description: string
  readonly ports_count: number
}

/** The management leads of a container besides those of the catalogue, those of the core rack and those of the spine racks. */
export interface ManagementLeads {
  readonly core: readonly ManagementLead[]
  readonly spines: readonly ManagementLead[]
}

/** Tag of the PDU of a spine rack. */
export function spinePduTag(rack: number, side: (typeof SIDES)[number]): string {
  return `pdu-s${rack}${side.toLowerCase()}`
}

/** Tags of the PDUs of the core rack, as in the grid container of the catalogue. */
export const CORE_PDUS = SIDES.map((side) => ({ side, tag: `pdu-e${side.toLowerCase()}` }))

/** A lead from every management port that a container holds for the site: spines, PDUs of their racks, firewalls and servers. */
export function managementLeads(held: ManagedHere): ManagementLeads {
  const racks = Array.from({ length: held.spine_racks_count }, (_, index) => index + 1)
  return {
    core: [...(held.core === 'rack' ? rackLeads() : []), ...(held.core === 'none' ? [] : SERVER_LEADS)],
    spines:
      held.spines_count === 0
        ? []
        : [
            ...racks.flatMap((rack) =>
              SIDES.map((side) => ({
                lead_id: `N-SP${rack}${side}`,
                device: spinePduTag(rack, side),
                port: 'OOB',
                description: `PDU ${side} of spine rack ${rack} to out-of-band switch`,
                ports_count: 1,
              })),
            ),
            {
              lead_id: 'N-SP',
              device: 'SPN',
              port: 'OOB',
              description: 'Spines to out-of-band switch, a lead from each management port',
              ports_count: held.spines_count,
            },
          ],
  }
}

const one = (lead_id: string, device: string, port: string, what: string): ManagementLead => ({
  lead_id,
  device,
  port,
  description: `${what} to out-of-band switch`,
  ports_count: 1,
})

/** Of what the design sets into every core rack; diode and media station have no such port, which would be a way past the diode. */
const SERVER_LEADS = [
  one('N-JMP', 'JMP', 'OOB', 'Management controller of the jump host'),
  one('N-CLK', 'CLK', 'OOB', 'Management port of the clock'),
] as const

/** Of a core rack that the catalogue does not have: both firewalls, both servers, both PDUs. */
function rackLeads(): ManagementLead[] {
  return [
    ...SIDES.map((side) => one(`N-RTR${side}`, 'RTR', `OOB${side}`, `Management port of firewall ${side}`)),
    ...SIDES.map((side, i) =>
      one(`N-EMS${side}`, 'EMS', `OOB${i + 1}`, `Management controller of server ${side}`),
    ),
    ...CORE_PDUS.map(({ side, tag }) =>
      one(`N-E${side}`, tag, 'OOB', `PDU ${side} of the EMS and OT core rack`),
    ),
  ]
}

/** Ports of the out-of-band switch that the catalogue takes; 0 where an assembly has no such switch. */
export function oobPortsTaken(spec: AssemblySpec | null): number {
  return spec?.ports.filter(({ id }) => PORT.test(id)).length ?? 0
}

const PORT = new RegExp(`^${OOB_SWITCH}\\.P\\d+$`)

/** Whether the leads of a container take a second switch, on which those of the spine racks are then. */
export function takesSecondSwitch(taken: number, held: ManagedHere): boolean {
  const { core, spines } = managementLeads(held)
  const ports = [...core, ...spines].reduce((sum, { ports_count }) => sum + ports_count, 0)
  return taken > 0 && taken + ports + UP_LINK > OOB_PORTS
}
