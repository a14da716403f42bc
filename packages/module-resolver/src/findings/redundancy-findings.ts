import { roundTo, type Finding, type Typical } from '@edp/schemas'

import { CORE_RACK } from '../electrical/core-supply.ts'
import { SPINE_BOARD, SPINE_TRANSFORMER } from '../electrical/spine-supply.ts'
import { NODE_MAX_KW, NODE_SUPPLIES } from '../loads/gpu-nodes.ts'
import { OOB_SWITCH } from '../network/management-leads.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted } from './counted.ts'

/** What A and B do not make redundant: rack PDUs, spine racks and core rack behind one board, a transfer switch on one bus section. */
export function redundancyInside(input: FindingsInput): Finding[] {
  return [
    ...rackPdus(input),
    ...spineRacks(input),
    ...coreRack(input),
    ...transferSwitches(input),
    ...outOfBand(input),
  ]
}

/** The only lead of an out-of-band switch, over which everything is managed that hangs on it. */
function outOfBand({ typicals }: FindingsInput): Finding[] {
  const containers = typicals.filter((typical) => typical.kind === 'compute_container')
  const leadsOf = (typical: Typical | undefined): Typical['connections'] =>
    (typical?.connections ?? []).filter(
      ({ service, from, to }) => service === 'copper' && [from.device, to.device].includes(OOB_SWITCH),
    )
  const up = leadsOf(containers[0]).filter(({ from }) => from.device === OOB_SWITCH)
  const [lead] = up
  if (lead === undefined || up.length > 1) return []
  const ports = containers.map((typical) =>
    leadsOf(typical)
      .filter(({ to }) => to.device === OOB_SWITCH)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  )
  return [
    finding(
      'NET-006',
      `In every compute container ${OOB_SWITCH} hangs on ${lead.to.device} by one lead (${lead.connection_id}): the loss of switch, lead or firewall takes the management of ${counted(Math.max(...ports), 'port')}${ports.length > 1 ? ' at most' : ''}. What the devices do goes on; power, cooling and safety are polled over other switches.`,
      [OOB_SWITCH, lead.to.device],
      { ports: Math.max(...ports), leads: up.length },
    ),
  ]
}

/** Both rack PDUs of a rack on one board, and what a node has left on one of them. */
function rackPdus({ typicals, resolution }: FindingsInput): Finding[] {
  const inside = typicals.find((typical) => typical.kind === 'compute_container')?.connections ?? []
  const cords = inside.filter((c) => c.system !== null && c.to.device.startsWith('node-'))
  const pdus = new Set(cords.map((c) => c.from.device))
  const feeds = inside.filter((c) => pdus.has(c.to.device))
  const boards = new Set(feeds.map((c) => c.from.device))
  const [board] = boards
  if (board === undefined || boards.size > 1) return []
  const on_one = Math.min(...cords.map((cord) => cord.quantity))
  const left_kw = roundTo(on_one * NODE_SUPPLIES.each_kw, 1)
  const node_kw = NODE_MAX_KW[resolution.gpu_variant]
  const source = inside.find((c) => c.to.device === board)?.from.device ?? board
  const consequence =
    left_kw < node_kw
      ? `below its ${node_kw} kW, so that rack PDUs are not redundant at full load`
      : `enough for its ${node_kw} kW`
  return [
    finding(
      'EL-014',
      `Rack PDUs A and B hang on one board (${board}) behind ${source}: its loss stops the container. With one PDU lost a node keeps ${on_one} of ${NODE_SUPPLIES.count} supplies, ${left_kw} kW, ${consequence}.`,
      [board, ...pdus],
      { supplies_left: on_one, left_kw, node_kw },
    ),
  ]
}

/** PDUs A and B of the spine racks on one board: the ways of both systems have one origin. */
function spineRacks({ typicals, blocks }: FindingsInput): Finding[] {
  return typicals.flatMap((typical) => {
    const ways = typical.connections.filter((c) => c.from.device === SPINE_BOARD && c.system !== null)
    const systems = new Set(ways.map((c) => c.system))
    if (systems.size < 2) return []
    const racks = new Set(ways.map((c) => c.to.device)).size
    const lost = blocks.length === 1 ? 'of the site' : 'of the block'
    const host = typical.kind === 'grid_container' ? '' : `, or that of ${typical.designations},`
    return [
      finding(
        'EL-019',
        `PDUs A and B of the spine racks hang on one board (${SPINE_BOARD}) behind ${SPINE_TRANSFORMER} and one feeder without UPS: its loss${host} stops the compute fabric ${lost}.`,
        [SPINE_BOARD, SPINE_TRANSFORMER, ...typical.module_ids],
        { pdu_pairs: racks, modules: typical.modules_count },
      ),
    ]
  })
}

/** Both ways of the core rack on one UPS: what carries them over a fault of the mains is what takes them away by its own. */
function coreRack({ typicals }: FindingsInput): Finding[] {
  return typicals.flatMap((typical) => {
    const ways = typical.connections.filter(
      ({ service, to }) => service === 'power_lv' && to.device === CORE_RACK,
    )
    const [source, ...others] = new Set(ways.map(({ from }) => from.device))
    const isUps = typical.equipment.some(({ device, kind }) => device === source && kind === 'ups')
    return source === undefined || others.length > 0 || ways.length < 2 || !isUps
      ? []
      : [
          finding(
            'EL-021',
            `Both ways of rack ${CORE_RACK} hang on ${source}: its loss stops EMS and OT core ${typical.modules_count === 1 ? `of ${typical.designations}` : `of its block, in any of ${typical.designations}`}.`,
            [source, CORE_RACK, ...typical.module_ids],
            { ways: ways.length, modules: typical.modules_count },
          ),
        ]
  })
}

/** Both inputs of the transfer switch on the only section of a block. */
function transferSwitches({ electrical }: FindingsInput): Finding[] {
  const one = electrical.blocks.filter(
    (block) => block.lv_buses.length === 1 && block.feeders.some((feeder) => feeder.kind === 'auxiliary'),
  )
  return one.length === 0
    ? []
    : [
        finding(
          'EL-018',
          `In ${counted(one.length, 'block')} with one low-voltage section both inputs of the transfer switch of the auxiliaries come from it: it covers the loss of a feeder, not of the section.`,
          one.map((block) => block.block_id),
          { blocks: one.length },
        ),
      ]
}
