import type { Connection, NetworkNode, Primitive } from '@edp/schemas'

import { PENS, TEXT } from './comms-style.ts'
import { joins } from './far-fabric.ts'
import { nodeAt } from './far-node.ts'

/** From the left of a container: its OT switch, firewall and out-of-band switch, mm. */
const XS = [72, 43, 12] as const
const KINDS = ['ot_switch', 'firewall', 'oob_switch'] as const
const HALF_WIDTH = 7.5

/** The switches of a container in a row, from the OT switch to the left. */
export function switchItems(
  nodes: readonly NetworkNode[],
  inside: readonly Connection[],
  key: string,
  x: number,
  y: number,
): Primitive[] {
  const chain = KINDS.flatMap((kind, index) => {
    const node = nodes.find((n) => n.kind === kind)
    return node === undefined ? [] : [{ node, at: x + (XS[index] ?? 0) }]
  })
  return chain.flatMap(({ node, at }, index) => {
    const right = chain[index - 1]
    const net = `${key}/${node.tag}`
    return [
      ...nodeAt(node, [at, y], key, ''),
      ...(right === undefined
        ? []
        : [
            PENS.copper.line([at + HALF_WIDTH, y], [right.at - HALF_WIDTH, y], { net }),
            PENS.text.text(
              [(at + right.at) / 2, y + 1.2],
              TEXT.data,
              inside.find((c) => joins(c, node.tag, right.node.tag))?.connection_id ?? '',
              { halign: 'centre', net },
            ),
          ]),
    ]
  })
}
