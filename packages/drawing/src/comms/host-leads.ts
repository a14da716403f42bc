import type { Connection, NetworkNode, Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { PATCH } from './boundary-devices.ts'
import { PENS, TEXT } from './comms-style.ts'
import { cableRange } from './ranges.ts'

/** From the left of a container: right edge of its switches, patch panel, and the turn of cables between panel and plate, mm. */
export const PANEL_X = { switch_right: 79.5, left: 120, right: 135, turn: 139, edge: 178 } as const
/** Where the text of a lead begins, past the lead that leads to core switch B. */
const TEXT_X = 89
/** From the first and the last lead, and from the outer cables, to the ends of the panel. */
const PANEL_END = { lead: 8, cable: 3 } as const
const PATCH_X = 98
const PATCH_PITCH = 6

/** Equipment that may have leads to the panel. */
export interface LeadEnd {
  readonly tag: string
  readonly y: number
  /** A core switch: without leads to the panel it is patched to the OT switch. */
  readonly core: boolean
}

/** Where leads run: equipment on the left, the panel on the right. */
export interface LeadPlace {
  readonly x: number
  readonly key: string
  /** Cables inside the container. */
  readonly inside: readonly Connection[]
  /** Equipment that may have leads, from the top. */
  readonly ends: readonly LeadEnd[]
  /** Heights at which cables from the plates meet the panel. */
  readonly cable_ys: readonly number[]
}

/** The patch panel of a core with the leads to it by their channels; a core without rings is patched to the OT switch. */
export function panelLeads(panel: NetworkNode, { x, key, inside, ends, cable_ys }: LeadPlace): Primitive[] {
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined) return []
  const top = Math.max(first.y + PANEL_END.lead, ...cable_ys.map((y) => y + PANEL_END.cable))
  const bottom = Math.min(last.y - PANEL_END.lead, ...cable_ys.map((y) => y - PANEL_END.cable))
  const middle = (PANEL_X.left + PANEL_X.right) / 2
  const net = `${key}/${panel.tag}`
  const led = ends.map((end) => ({ ...end, leads: leadsOf(inside, end.tag, panel.tag) }))
  return [
    PENS.equipment.box([x + PANEL_X.left, bottom], PANEL_X.right - PANEL_X.left, top - bottom),
    PENS.equipment.use(NODE_SYMBOL[panel.kind], [x + middle, (top + bottom) / 2], {
      id: net,
      net,
      attributes: { TAG: panel.tag, RATING: panel.ports, MODULE_ID: key },
    }),
    PENS.tags.text([x + middle, top + 1.4], TEXT.data, panel.tag, { halign: 'centre' }),
    ...led.flatMap(({ tag, y, leads }) => (leads.length === 0 ? [] : leadItems(leads, tag, x, y, key))),
    ...patchItems(
      led.filter(({ core, leads }) => core && leads.length === 0).map(({ y }) => y),
      last.y,
      x,
      key,
    ),
  ]
}

function leadsOf(inside: readonly Connection[], tag: string, panel: string): Connection[] {
  return inside.filter(({ from, to }) => from.device === tag && to.device === panel)
}

/** Leads of one piece of equipment: their numbers, and the channels of the cables outside that they take. */
function leadItems(
  leads: readonly Connection[],
  tag: string,
  x: number,
  y: number,
  key: string,
): Primitive[] {
  const net = `${key}/${tag}/panel`
  const ids = leads.map((lead) => lead.connection_id)
  // A port of the panel is named by path and channel: `FPP.A3`.
  const channels = [...new Set(leads.map(({ to }) => to.port.slice(to.port.indexOf('.') + 2)))]
  const [first = '', last = ''] = [channels[0], channels.at(-1)]
  const text = [
    ids.length > 2 ? cableRange(ids) : ids.join(', '),
    first === last ? `channel ${first}` : `channels ${first} to ${last}`,
  ]
  return [
    PENS.fibre.line([x + PANEL_X.switch_right, y], [x + PANEL_X.left, y], { net }),
    ...text.map((line, index) =>
      PENS.text.text([x + TEXT_X, y + (index === 0 ? 1.2 : -4)], TEXT.data, line, { net }),
    ),
  ]
}

/** Patch leads from core switches down to the OT switch of the container. */
function patchItems(ys: readonly number[], to_y: number, x: number, key: string): Primitive[] {
  return ys.flatMap((y, index) => {
    const turn = x + PATCH_X - index * PATCH_PITCH
    const port_y = to_y + 3 - 2 * index
    const net = `${key}/patch/${index}`
    return [
      PENS.copper.path(
        [
          [x + PANEL_X.switch_right, y],
          [turn, y],
          [turn, port_y],
          [x + PANEL_X.switch_right, port_y],
        ],
        { net },
      ),
      ...(index === 0
        ? [PENS.text.text([turn + 1.5, (y + port_y) / 2], TEXT.data, `${PATCH}s`, { valign: 'middle', net })]
        : []),
    ]
  })
}
