import type { CoolingValve, Point, UsePrimitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { HOSE_HALF } from '../symbols/pid/line-symbols.ts'
import { VALVE_HALF } from '../symbols/pid/valve-symbols.ts'
import type { PidCanvas, Side } from './pid-canvas.ts'

/** Something in a pipe run: the pipe ends at its half length. */
export interface Fitting {
  readonly symbol: string
  readonly at: Point
  readonly half: number
  readonly layer?: string
  readonly tag?: string
  readonly side?: Side
  /** Printed instead of the tag, e.g. a hose number. */
  readonly text?: string
  readonly rotation_deg?: UsePrimitive['rotation_deg']
}

const VALVE_SYMBOL: Readonly<Record<string, string>> = {
  ball: 'VALVE-BALL',
  butterfly: 'VALVE-BUTTERFLY',
  check: 'VALVE-CHECK',
  balancing: 'VALVE-BALANCING',
  regulating: 'VALVE-GLOBE',
  control: 'VALVE-CONTROL',
  motorised: 'VALVE-MOTOR',
  relief: 'VALVE-RELIEF',
  backflow: 'VALVE-BACKFLOW',
  vent: 'VALVE-VENT',
  drain: 'VALVE-DRAIN',
  three_way: 'VALVE-3WAY',
}

/** Letters of a normal position, as in the legend. */
const POSITIONS = { locked_open: 'LO', normally_closed: 'NC' } as const

/** Symbol of a valve by its kind. */
function valveSymbol({ kind }: CoolingValve): string {
  return VALVE_SYMBOL[kind] ?? 'VALVE-BALL'
}

/** A fitting that is no valve. */
export function fitting(symbol: string, at: Point, half: number, more: Partial<Fitting> = {}): Fitting {
  return { symbol, at, half, layer: 'M-HOSE', ...more }
}

/** A valve of the cooling as a fitting in a run; the side is that of its tag. */
export function valve(canvas: PidCanvas, tag: string, at: Point, side: Side = 'above'): Fitting {
  return { symbol: valveSymbol(canvas.valve(tag)), at, half: VALVE_HALF, tag, side, layer: 'M-VALV' }
}

/** The hose of the factory-made assembly that an end of the CDU has; none where the assembly has a pipe. */
export function internalHose(
  canvas: PidCanvas,
  service: 'coolant_supply' | 'coolant_return',
  cdu_end: 'from' | 'to',
  at: Point,
): Fitting[] {
  const typical = canvas.site.typicals.find((t) => t.kind === 'compute_container')
  const hose = typical?.connections.find(
    (c) => c.medium === 'hose' && c.service === service && c[cdu_end].device.startsWith('cdu'),
  )
  return hose === undefined ? [] : [fitting('HOSE', at, HOSE_HALF, { text: hose.connection_id })]
}

/** A valve at the end of a stub or at a corner: vent, drain, relief, sampling. */
export function endValve(
  canvas: PidCanvas,
  tag: string,
  at: Point,
  net: string,
  side: Side,
  rotation_deg: UsePrimitive['rotation_deg'] = 0,
  clear_mm = 4.2,
): void {
  const found = canvas.valve(tag)
  canvas.items.push(
    pen('M-VALV').use(valveSymbol(found), at, {
      rotation_deg,
      net,
      id: tag,
      attributes: valveAttributes(canvas, found, at),
    }),
  )
  // The capacity stands in the list.
  const setting = found.kind === 'relief' ? [found.setting.split(',')[0] ?? ''] : []
  canvas.beside(at, side, [`${tag}${positionOf(found)}`, ...setting], clear_mm, tag)
}

/** What a valve's block carries as data. */
export function valveAttributes(
  canvas: PidCanvas,
  { tag, dn, line_no, fail_position }: CoolingValve,
  at: Point,
): Record<string, string> {
  return {
    TAG: tag,
    RATING: `DN${dn}`,
    MODULE_ID: canvas.moduleIdAt(at),
    LINE: line_no.replace('{c}', canvas.typical.ordinal),
    FAIL: fail_position,
  }
}

/** Normal position of a hand valve, as it is printed behind its tag. */
export function positionOf({ position }: CoolingValve): string {
  return position === null ? '' : ` ${POSITIONS[position]}`
}
