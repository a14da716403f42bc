import type { Dnp3Value } from '../values/dnp3-values.ts'
import { Controls, type ControlMode } from './controls.ts'
import { objectHeaders, type ObjectHeader } from './object-headers.ts'
import { PointDatabase } from './point-database.ts'

/** Function codes of requests (IEEE 1815, table 4-5) that the outstation knows. */
const FUNCTION = {
  confirm: 0,
  read: 1,
  write: 2,
  select: 3,
  operate: 4,
  direct_operate: 5,
  direct_operate_no_ack: 6,
  enable_unsolicited: 20,
  disable_unsolicited: 21,
} as const
const RESPONSE = 129
/** Bits of the application control octet. */
const FIRST = 0x80
const FINAL = 0x40
const CONFIRM = 0x20
const SEQUENCE = 0x0f
/** Internal indications, first octet in the low byte. */
const IIN = { restart: 0x0080, no_function: 0x0100, object_unknown: 0x0200, parameter_error: 0x0400 } as const
/** Groups of events; none happen, since simulated values stand still. */
const EVENT_GROUPS = [2, 4, 11, 13, 22, 23, 32, 33, 42, 43]
/** Control objects, group and variation: relay output block, analogue outputs. */
const CONTROLS = ['12.1', '41.1', '41.2', '41.3', '41.4']
const CLASS_GROUP = 60
const TIME_GROUP = 50
const INDICATIONS_GROUP = 80
const RESTART_INDEX = 7
const FRAGMENT_MAX = 2048
const FRAGMENT_HEAD = 4

/** What a request is answered with. */
interface Answer {
  readonly blocks: readonly Buffer[]
  readonly indications: number
}

/**
 * Application layer of one outstation, one master: reads of class 0 to 3 and of groups 1, 10, 20, 30 and 40 in all usual variations
 * and qualifiers, controls of writable outputs, the writes that a master starts with. Several fragments are sent on confirmation.
 */
export class Outstation {
  readonly #points: PointDatabase
  readonly #controls: Controls
  readonly #now_ms: () => number
  #restarted = true
  /** Fragments that wait for the confirmation of the one before. */
  #waiting: Buffer[] = []

  constructor(values: readonly Dnp3Value[], now_ms: () => number) {
    this.#points = new PointDatabase(values)
    this.#controls = new Controls(this.#points)
    this.#now_ms = now_ms
  }

  /** Fragment that answers one of the master, or null. */
  reply(request: Buffer): Buffer | null {
    const [control, code] = request
    if (control === undefined || code === undefined) return null
    if (code === FUNCTION.confirm) return this.#waiting.shift() ?? null
    const answer = this.#answer(code, control & SEQUENCE, request.subarray(2))
    if (code === FUNCTION.direct_operate_no_ack) return null
    const [first, ...others] = fragmentsOf(answer, control & SEQUENCE, this.#restarted)
    this.#waiting = others
    return first ?? null
  }

  #answer(code: number, sequence: number, objects: Buffer): Answer {
    const headers = objectHeaders(objects, code !== FUNCTION.read)
    if (headers === null) return { blocks: [], indications: IIN.parameter_error }
    switch (code) {
      case FUNCTION.read:
        return this.#read(headers)
      case FUNCTION.write:
        return this.#write(headers)
      case FUNCTION.select:
        return this.#control('select', headers, sequence)
      case FUNCTION.operate:
        return this.#control('operate', headers, sequence)
      case FUNCTION.direct_operate:
      case FUNCTION.direct_operate_no_ack:
        return this.#control('direct', headers, sequence)
      case FUNCTION.enable_unsolicited:
      case FUNCTION.disable_unsolicited:
        return { blocks: [], indications: 0 }
      default:
        return { blocks: [], indications: IIN.no_function }
    }
  }

  #read(headers: readonly ObjectHeader[]): Answer {
    const answers = headers.map(({ group, variation, selection }): Answer => {
      if (group === CLASS_GROUP)
        return variation === 1
          ? { blocks: this.#points.class0(), indications: 0 }
          : { blocks: [], indications: variation > 4 ? IIN.object_unknown : 0 }
      if (EVENT_GROUPS.includes(group)) return { blocks: [], indications: 0 }
      const found = PointDatabase.isGroup(group) ? this.#points.blocks(group, variation, selection) : null
      if (found === null) return { blocks: [], indications: IIN.object_unknown }
      return { blocks: found.blocks, indications: found.complete ? 0 : IIN.parameter_error }
    })
    return {
      blocks: answers.flatMap(({ blocks }) => blocks),
      indications: answers.reduce((bits, { indications }) => bits | indications, 0),
    }
  }

  #write(headers: readonly ObjectHeader[]): Answer {
    let indications = 0
    for (const { group, selection } of headers) {
      const clears =
        selection.kind === 'range' && selection.start <= RESTART_INDEX && selection.stop >= RESTART_INDEX
      if (group === INDICATIONS_GROUP && clears) this.#restarted = false
      else if (group !== TIME_GROUP) indications |= IIN.object_unknown
    }
    return { blocks: [], indications }
  }

  #control(mode: ControlMode, headers: readonly ObjectHeader[], sequence: number): Answer {
    if (headers.some(({ group, variation }) => !CONTROLS.includes(`${group}.${variation}`)))
      return { blocks: [], indications: IIN.object_unknown }
    return { blocks: this.#controls.apply(mode, headers, sequence, this.#now_ms()), indications: 0 }
  }
}

/** Response fragments that hold the blocks of an answer, in order. */
function fragmentsOf({ blocks, indications }: Answer, sequence: number, restarted: boolean): Buffer[] {
  const groups: Buffer[][] = [[]]
  let size = FRAGMENT_HEAD
  for (const block of blocks) {
    if (size + block.length > FRAGMENT_MAX) {
      groups.push([])
      size = FRAGMENT_HEAD
    }
    groups.at(-1)?.push(block)
    size += block.length
  }
  return groups.map((group, i) => {
    const last = i === groups.length - 1
    const head = Buffer.alloc(FRAGMENT_HEAD)
    head[0] = (i === 0 ? FIRST : 0) | (last ? FINAL : CONFIRM) | ((sequence + i) & SEQUENCE)
    head[1] = RESPONSE
    head.writeUInt16LE(indications | (restarted ? IIN.restart : 0), 2)
    return Buffer.concat([head, ...group])
  })
}
