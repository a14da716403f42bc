import { FIBRE_PANEL } from '../network/core-channels.ts'
import type { ItemsInput } from './items-input.ts'

/** MPO-12 couplers in one unit of height. Source: `assumption`, makers' high-density panels. */
const COUPLERS_PER_U = 48
/** Fibres of a leg of a made-up trunk, which ends on one coupler. */
const LEG_FIBRES = 12

/** Rating of a distribution frame for so many couplers: `576 x MPO-12 APC single mode, keys opposed, 448 of them used, 12U`. */
export function frameRating(couplers: number, used = couplers): string {
  const share = used === couplers ? '' : `, ${used} of them used`
  return `${couplers} x MPO-12 APC single mode, keys opposed${share}, ${Math.ceil(couplers / COUPLERS_PER_U)}U`
}

/** Rating of the frame of a grid container: every leg of the trunks of its block ends there, those of spare fibres too. */
export function gridFrameRating(module_id: string, { connections, network }: ItemsInput): string {
  const trunks = connections.filter(
    ({ from, data }) => data?.network === 'compute fabric' && from.module_id === module_id,
  )
  if (trunks.length === 0) return 'spare: no fabric leaves the container'
  const couplers = trunks.reduce(
    (sum, c) => sum + (c.quantity * (c.cable?.fibres_count ?? 0)) / LEG_FIBRES,
    0,
  )
  return frameRating(couplers, trunks.length * network.fabric.uplinks_per_leaf)
}

/** Cassettes of a cable each in one unit of height. Source: `assumption`, makers' high-density panels of 144 fibres. */
const CASSETTES_PER_U = 12

/** Rating of the fibre panels of a grid container: `22 cassettes, 132 LC duplex, OS2, 2U`. */
export function fibrePanelRating(module_id: string, { connections }: ItemsInput): string {
  const cassettes = connections.filter(
    ({ from }) => from.module_id === module_id && from.device === FIBRE_PANEL,
  ).length
  return `${cassettes} cassettes, ${cassettes * (LEG_FIBRES / 2)} LC duplex, OS2, ${Math.ceil(cassettes / CASSETTES_PER_U)}U`
}
