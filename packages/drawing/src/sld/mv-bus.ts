import type { Primitive } from '@edp/schemas'

import { connector, type BlockContext } from './block-context.ts'
import type { Place } from './column.ts'
import { faultText, volts, type LabelLine } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** The medium-voltage bus on a sheet. */
export interface MvBus {
  readonly tag: string
  readonly y: number
}

/** Width of the label at the end of the bus, mm. */
export function busLabelWidth(style: SldStyle): number {
  return style.data * 26 + 4
}

/** Height of the bus on a sheet: high up on those that have no supplies above it. */
export function busY({ style }: BlockContext, index: number): number {
  return index === 0 ? style.bus_y : style.area.y1 - 6 * style.pitch
}

/** The bus leaves the sheet at `x` towards another sheet of the block. */
export function busEnd(
  bus: MvBus,
  x: number,
  direction: 'left' | 'right',
  reference: string,
  sheet_id: string,
  place: Place,
): Primitive[] {
  const flag = x + (direction === 'left' ? -5 : 5)
  return [
    ink.mv.line([x, bus.y], [flag, bus.y], { net: bus.tag }),
    ...connector(place, { reference, at: [flag, bus.y], direction, sheet_id, label: bus.tag, net: bus.tag }),
  ]
}

/** What stands at the end of the bus. */
export function busLabel({ block }: BlockContext): LabelLine[] {
  const bus = block.mv_bus
  if (bus === null) return []
  return [
    { value: bus.tag, tag: true, id: bus.module_id },
    { value: `${volts(bus.voltage_v)}, 3 ph, ${bus.rating_a} A` },
    { value: `Isc ${faultText(bus.short_circuit_ka)} kA, withstand ${bus.withstand_ka} kA` },
  ]
}
