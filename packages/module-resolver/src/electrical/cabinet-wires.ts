import type { BlockElectrical } from '@edp/schemas'

import { sheddingTags } from './interlocks.ts'

/** Cores of a contact or coil: both ends, none shared between breakers. Source: design choice, so that each can be isolated alone. */
const PAIR = 2

/** What crosses between two cabinets of the grid container for one function, with the breakers that it acts on. */
export interface CabinetWire {
  /** Where the signal ends, as the cable schedule says it. */
  readonly signal: string
  readonly devices: readonly string[]
  readonly cores: number
}

/** Cables between the cabinets of a grid container, by the port that they start at. */
export const CABINET_CABLES = ['RLY.TRIP', 'LVS.TRIP', 'MVSG.LVS'] as const
export type CabinetCable = (typeof CABINET_CABLES)[number]

type Wired = Pick<
  BlockElectrical,
  'transformers' | 'bus_ties' | 'bess_branches' | 'interlocks' | 'emergency_off'
>

/**
 * Wires between the cabinets of a block. Relays and meters stand beside their breakers, so that current, voltage and their own trips leave
 * no cabinet: what crosses are emergency power off, the trip and the interlock between a transformer feeder and its main, the alarms of
 * 125 V DC that is lost and of a trip circuit that is open, and the positions that shed load. A signal without a device is none.
 */
export function cabinetWires(block: Wired): Record<CabinetCable, CabinetWire[]> {
  const { transformers, bus_ties, bess_branches, emergency_off: off } = block
  const mains = transformers.map(({ secondary_breaker }) => secondary_breaker.tag)
  const sheds = sheddingTags(block).length > 0
  return {
    'RLY.TRIP': (off === null
      ? []
      : [
          wire(`${off.lock_out} opens`, off.opens),
          wire(`${off.lock_out} blocks closing of`, off.blocks),
          wire(
            `${off.lock_out} stops the skids of`,
            bess_branches.map(({ breaker }) => breaker.tag),
          ),
          wire(
            `${off.lock_out} is read, and blocks black start, over`,
            off.opens.length === 0 ? [] : ['rly-cmp'],
          ),
          wire('27DC of RLY is read by', off.opens.length === 0 ? [] : ['rly-cmp']),
          wire(`74 of ${off.lock_out} is read by`, off.opens.length === 0 ? [] : ['rly-cmp']),
        ]
    ).filter(isNeeded),
    'LVS.TRIP': [
      wire('load shed by the position of', sheds ? mains : []),
      wire('block of the transfer by the position of', sheds ? bus_ties.map(({ tag }) => tag) : []),
    ].filter(isNeeded),
    'MVSG.LVS': [
      wire('86 of its transformer feeder opens', mains),
      wire('closing only behind its transformer feeder:', mains),
      wire('27DC of LVS is read by', mains.length === 0 ? [] : ['rly-cmp']),
      wire(
        `74 of its mains${bus_ties.length === 0 ? '' : ' and ties'} is read by`,
        mains.length === 0 ? [] : ['rly-cmp'],
      ),
    ].filter(isNeeded),
  }
}

function wire(signal: string, devices: readonly string[]): CabinetWire {
  return { signal, devices, cores: PAIR * devices.length }
}

function isNeeded({ cores }: CabinetWire): boolean {
  return cores > 0
}

/** Cores of all wires together. */
export function coresOf(wires: readonly CabinetWire[]): number {
  return wires.reduce((sum, { cores }) => sum + cores, 0)
}

/** Cores of control cables that are made, 12 AWG. Source: catalogues of UL 1277 tray cable. */
const MADE: readonly number[] = [2, 3, 4, 5, 7, 9, 12, 15, 19, 25, 37]
const LARGEST = Math.max(...MADE)

/** Equal cables that hold so many cores: as few as there can be, each of the next number that is made. */
export function cablesFor(cores: number): { readonly count: number; readonly cores: number } {
  const count = Math.max(1, Math.ceil(cores / LARGEST))
  return { count, cores: MADE.find((made) => made >= cores / count) ?? LARGEST }
}
