import { FORWARD_DELAY_S, MAX_AGE_S, RING_SWITCHES_MAX } from './ot-rings.ts'

/**
 * What keeps the loops over both core switches open. Source: IEEE 802.1Q for the protocol and its timers; change-over `assumption`: three
 * switches in a row, or some 30 ms a switch in a ring, no timer but that of the link (IEC 62439-1 has the calculation). Media redundancy
 * (MRP, IEC 62439-2) is no way out: a ring port serves one ring, and rings that carry the same VLANs past both core switches need
 * the link between these in common; with a link for each ring two whole rings are a loop.
 */
function spanningTree(open: string): string {
  return `two links in one aggregate (LACP) join A and B. Rapid spanning tree (IEEE 802.1Q) in one instance for all VLANs keeps the loops open: root core switch A, next B, ${open} Change-over within 1 s at the loss of a link, within 3 s at that of the root (assumption, to be measured at commissioning); ports of devices are edge ports with BPDU guard.`
}

const STAND_BY = 'the way to B stands by.'
const OPEN_RING = `each ring is open in its middle; Max Age ${MAX_AGE_S} s, Forward Delay ${FORWARD_DELAY_S} s, so that BPDUs reach the end of a broken ring. No MRP (IEC 62439-2): its ring ports serve one ring, the link A to B all.`

/** How the switches of the containers reach the core, and by which protocol a loop is kept open: text of a note. */
export function otTopology(has_grid: boolean, rings: number): string {
  if (has_grid)
    return `Star: every switch of a container, of a battery, of copper ports and of management has one way to core switch A and one to B; ${spanningTree(STAND_BY)}`
  if (rings === 0)
    return `The switch of the container is patched to core switch A and B in its own rack: OT VLANs do not leave the container; ${spanningTree(STAND_BY)}`
  return `Ring: path B of a container is patched to path A of the next in the cross-connect; core A joins the first, core B the last container of each ring, at most ${RING_SWITCHES_MAX} switches in a ring with the core pair; ${spanningTree(OPEN_RING)}`
}
