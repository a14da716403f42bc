import { fitText, type Device, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { deviceName, portText, protocolName } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import type { PanelRow } from './port-rows.ts'

/** Length of a cable from the switch to what hangs on it, mm. */
const CABLE = 80
/** Between the three lines of a row, mm: nearer to each other than to those of the next row. */
const LINE_PITCH = 3.6
/** From the end of a cable to the text beside the symbol there. */
const SYMBOL_ROOM = 17.5
/** Half the width of symbols that stand about their middle, mm; those of devices and plates begin at the cable. */
const HALF_WIDTH: Readonly<Partial<Record<PanelRow['symbol'], number>>> = {
  DEVICE: 0,
  GATEWAY: 0,
  'PLATE-PORT': 0,
  CLOCK: 5,
  SERVER: 5,
  'JUMP-HOST': 6.25,
  'MEDIA-STATION': 6.25,
}

/** A port of a switch: its cable from the stem to the symbol of what is at the far end, and what is said of it. */
export function typicalRowItems(
  row: PanelRow,
  net: string,
  switch_net: string,
  stem: number,
  y: number,
  right: number,
): Primitive[] {
  const end = stem + CABLE
  const text_x = end + SYMBOL_ROOM
  const room = right - text_x
  const [first = '', second = ''] = row.lines
  return [
    pen(row.layer).line([stem, y], [end, y], { net }),
    PENS.equipment.circle([stem, y], 0.8, { filled: true, net: switch_net }),
    ...(row.port === ''
      ? []
      : [PENS.text.text([stem + 2.5, y - 4], TEXT.data, fitText(row.port, TEXT.data, CABLE - 4), { net })]),
    PENS.text.text([stem + 2.5, y + 1.2], TEXT.data, fitText(row.cable_id, TEXT.data, CABLE - 4), {
      net,
      id: row.cable_id,
    }),
    PENS.equipment.use(row.symbol, [end + (HALF_WIDTH[row.symbol] ?? 7.5), y], {
      net,
      ...(row.device === null ? {} : { id: row.device.device_uuid, attributes: attributesOf(row.device) }),
    }),
    PENS.tags.text(
      [text_x, y + 2.6],
      TEXT.data,
      fitText(row.name, TEXT.data, room),
      row.device === null ? {} : { id: row.device.device_uuid },
    ),
    PENS.text.text([text_x, y + 2.6 - LINE_PITCH], TEXT.data, fitText(first, TEXT.data, room)),
    PENS.text.text([text_x, y + 2.6 - 2 * LINE_PITCH], TEXT.data, fitText(second, TEXT.data, room)),
  ]
}

/** What the block of a device carries in a CAD file. */
function attributesOf(device: Device): Record<string, string> {
  return {
    TAG: deviceName(device),
    RATING: device.device_type,
    MODULE_ID: device.module_id,
    HOST: device.host,
    PORT: portText(device),
    PROTOCOL: protocolName(device),
  }
}
