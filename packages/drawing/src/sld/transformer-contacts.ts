import { contactNames, type Primitive, type Transformer } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Left of the line: where the wire from the transformer starts, and where the bubbles begin, mm. */
const WIRE_MM = 6
const BUBBLES_MM = 17.5
/** Middle of the first row below the top of the transformer, mm. */
const BELOW_MM = 7

/** A row of bubbles: what is in them and what they act on. */
interface Row {
  readonly numbers: readonly string[]
  readonly lines: readonly string[]
}

/** Contacts and transmitter in a transformer, left of it: the functions that trip, then what warns and what is measured. */
export function transformerContacts(
  transformer: Transformer,
  x: number,
  y: number,
  style: SldStyle,
): Primitive[] {
  const d = relayDiameter(style.data)
  const { tag } = transformer
  const right = x - BUBBLES_MM
  let level = y - BELOW_MM
  return rowsOf(transformer).flatMap(({ numbers, lines }, index) => {
    const at = level
    level -= d + style.data + 2
    const wire =
      index === 0
        ? ink.relay.line([right, at], [x - WIRE_MM, at], { net: tag })
        : ink.relay.path(
            [
              [right, at],
              [right + 1, at],
              [right + 1, y - BELOW_MM],
            ],
            { net: tag },
          )
    return [
      wire,
      ...numbers.flatMap((number, position) => {
        const centre = [right - d / 2 - position * d, at] as const
        return [
          ink.relay.use('RELAY', centre, { net: tag, attributes: { TAG: `${number} of ${tag}` } }),
          ink.relay.text(centre, style.data, number, { halign: 'centre', valign: 'middle', net: tag }),
        ]
      }),
      ...lines.map((line, position) =>
        ink.relay.text([right, at - d / 2 - 1 - position * style.pitch], style.data, line, {
          halign: 'right',
          valign: 'top',
          net: tag,
        }),
      ),
    ]
  })
}

function rowsOf({ contacts, winding_sensor: sensor, primary_breaker }: Transformer): Row[] {
  const [trips, alarms] = [contactNames(contacts, 'trip'), contactNames(contacts, 'alarm')]
  const tripping = [...new Set(contacts.flatMap((c) => (c.acts === 'trip' ? [c.function] : [])))]
  const only = [...new Set(contacts.map((c) => c.function))].filter((number) => !tripping.includes(number))
  const rows = [
    { numbers: tripping, lines: [`${trips.join(', ')} trip 86 of ${primary_breaker.tag}`] },
    {
      numbers: [...only, ...(sensor === null ? [] : ['TT'])],
      lines: [`${alarms.join(', ')} warn`, ...(sensor === null ? [] : [`TT to ${sensor.read_by}`])],
    },
  ]
  return rows.filter(({ numbers }) => numbers.length > 0)
}
