import { fitText, textWidth, wrapText, type Device, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { deviceName, portText, protocolName } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { CABLE, CABLE_TEXT, type PanelRow } from './port-rows.ts'

/** Between the lines of a row, mm: nearer to each other than to those of the next row. */
const LINE_PITCH = 3.6
/** Height of a row of a name and one line, and of one whose symbol is as high as a switch, mm. */
const LOW = 9.6
const HIGH = 12.5
/** Symbols that are lower than that of a switch. */
const LOW_SYMBOLS: readonly PanelRow['symbol'][] = ['DEVICE', 'GATEWAY', 'PLATE-PORT']
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

/** Width for the text of a row whose stem stands so far from the right of its panel, mm. */
function textRoom(width: number): number {
  return width - CABLE - SYMBOL_ROOM
}

/** What is said of a port, broken to the room beside it: on one line where that holds it all. */
function linesOf({ lines }: PanelRow, room: number): string[] {
  const said = lines.filter((line) => line !== '')
  const joined = said.join('; ')
  if (textWidth(joined, TEXT.data) <= room) return said.length === 0 ? [] : [joined]
  return said.flatMap((line) => wrapText(line, TEXT.data, room))
}

/** Tag or name of what is at the far end, broken to the room beside it. */
function nameOf({ name }: PanelRow, room: number): string[] {
  return wrapText(name, TEXT.data, room)
}

/** Height of a row whose stem stands so far from the right of its panel, mm. */
export function typicalRowHeight(row: PanelRow, width: number): number {
  const room = textRoom(width)
  const lines = nameOf(row, room).length + linesOf(row, room).length
  const least = LOW_SYMBOLS.includes(row.symbol) && lines < 3 ? LOW : HIGH
  return Math.max(least, lines * LINE_PITCH + 1.7)
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
  const room = textRoom(right - stem)
  const name = nameOf(row, room)
  const lines = linesOf(row, room)
  const first = y - TEXT.data / 2 + ((name.length + lines.length - 1) / 2) * LINE_PITCH
  return [
    pen(row.layer).line([stem, y], [end, y], { net }),
    PENS.equipment.circle([stem, y], 0.8, { filled: true, net: switch_net }),
    ...(row.port === ''
      ? []
      : [PENS.text.text([stem + 2.5, y - 4], TEXT.data, fitText(row.port, TEXT.data, CABLE_TEXT), { net })]),
    PENS.text.text([stem + 2.5, y + 1.2], TEXT.data, fitText(row.cable_id, TEXT.data, CABLE_TEXT), {
      net,
      id: row.cable_id,
    }),
    PENS.equipment.use(row.symbol, [end + (HALF_WIDTH[row.symbol] ?? 7.5), y], {
      net,
      ...(row.device === null ? {} : { id: row.device.device_uuid, attributes: attributesOf(row.device) }),
    }),
    ...name.map((line, index) =>
      PENS.tags.text(
        [text_x, first - index * LINE_PITCH],
        TEXT.data,
        line,
        row.device === null || index > 0 ? {} : { id: row.device.device_uuid },
      ),
    ),
    ...lines.map((line, index) =>
      PENS.text.text([text_x, first - (name.length + index) * LINE_PITCH], TEXT.data, line, { net }),
    ),
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
