import type { NetworkLead } from '@edp/schemas'

/** What the leads of a core follow from. */
export interface CoreLeadsInput {
  /** Tags of the core switches, A and B. */
  readonly cores: readonly [string, string]
  /** Whether the core stands in a grid container, whose own cables join firewalls, access switch and core switches. */
  readonly has_grid: boolean
  /** Whether the only container is patched to the core in its own rack. */
  readonly alone: boolean
  readonly air_gapped: boolean
}

const DIRECT = 'SFP+ direct-attach'
/** In an SFP+ cage. */
const CAGED = 'Cat 6A, SFP 1000BASE-T at the core switch'
const COPPER = 'Cat 6A'

/**
 * Leads inside the rack of a core, each with its two ports: both servers, the clock and the jump host on both core switches, so that
 * the loss of one leaves them; the state of the firewall pair between its two. The jump host of an air-gapped site has a third port,
 * on the diode.
 */
export function coreLeads({ cores, has_grid, alone, air_gapped }: CoreLeadsInput): NetworkLead[] {
  const lead = (
    from: string,
    from_port: string,
    to: string,
    to_port: string,
    medium: string,
  ): NetworkLead => ({ from, from_port, to, to_port, medium })
  const [a, b] = cores
  const paths = [
    { path: 'A', core: a },
    { path: 'B', core: b },
  ] as const
  return [
    ...paths.flatMap(({ path }, server) =>
      cores.map((core, port) => lead('EMS', `${path}${port + 1}`, core, `EMS${server + 1}`, DIRECT)),
    ),
    ...cores.map((core, port) => lead('CLK', `P${port + 1}`, core, 'CLK', CAGED)),
    ...cores.map((core, port) => lead('JMP', `P${port + 1}`, core, 'JMP', CAGED)),
    ...(air_gapped ? [lead('JMP', 'P3', 'DIO', 'OUT', COPPER), lead('MED', 'P1', 'DIO', 'IN', COPPER)] : []),
    ...[1, 2].map((n) => lead('RTR', `A-HA${n}`, 'RTR', `B-HA${n}`, COPPER)),
    ...(has_grid
      ? []
      : [
          ...paths.map(({ path, core }) => lead('RTR', `LAN${path}`, core, 'FW', DIRECT)),
          ...[1, 2].map((n) => lead(a, `ISL${n}`, b, `ISL${n}`, DIRECT)),
        ]),
    ...(alone ? paths.map(({ path, core }) => lead('swo-01', `UP${path}`, core, 'ACC', DIRECT)) : []),
  ]
}
