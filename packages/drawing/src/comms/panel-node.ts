import type { NetworkNode, Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { PENS, TEXT } from './comms-style.ts'

/** Between servers below each other, mm. */
export const SERVER_PITCH = 17
/** Least distance of switches below each other, mm. */
export const LEVEL = 26
/** From the edge of the box of a core to the middle of the first piece of equipment, mm. */
export const PAD = 11
export const SWITCH_X = 72
/** Half the distance of the two leads of a pair. */
export const PAIR = 3

/** Equipment of the core of a block in the order of the panel. */
export interface Core {
  readonly router: NetworkNode | undefined
  /** A, then B. */
  readonly cores: readonly NetworkNode[]
  readonly spine?: NetworkNode | undefined
  /** On which the cables of firewall pair and core switches leave a grid container. */
  readonly panel?: NetworkNode | undefined
  /** On which the trunks of the spines leave a grid container. */
  readonly frame?: NetworkNode | undefined
  /** On the core switches, from the top; what only the jump host reaches comes after it. */
  readonly servers: readonly NetworkNode[]
  readonly behind: readonly NetworkNode[]
  /** Switch for copper ports beside the core switches, and the out-of-band switch on it. */
  readonly access?: NetworkNode | undefined
  readonly oob?: NetworkNode | undefined
}

/** Everything that stands in the column of the servers, from the top. */
export function columnOf({ servers, behind, access, oob }: Core): NetworkNode[] {
  return [...servers, ...behind, access, oob].filter((node) => node !== undefined)
}

/** Where a tag stands. */
export interface TagPlace {
  readonly at: readonly [number, number]
  readonly halign: 'left' | 'right'
}

/** A piece of equipment with its tag. */
export function nodeItems(
  node: NetworkNode,
  key: string,
  at: readonly [number, number],
  tag: TagPlace,
  rotation_deg?: 90,
): Primitive[] {
  return [
    PENS.equipment.use(NODE_SYMBOL[node.kind], at, {
      id: `${key}/${node.tag}`,
      attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: key },
      ...(rotation_deg === undefined ? {} : { rotation_deg }),
    }),
    PENS.tags.text(tag.at, TEXT.data, node.tag, { halign: tag.halign }),
  ]
}
