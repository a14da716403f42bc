import type { Dnp3Value } from '../values/dnp3-values.ts'
import type { PointState } from './object-codec.ts'
import type { ObjectHeader } from './object-headers.ts'
import type { PointDatabase } from './point-database.ts'

/** Status codes of a control (IEEE 1815, table 11-7) that the simulator answers with. */
const STATUS = { success: 0, timeout: 1, no_select: 2, format_error: 3, not_supported: 4 } as const
type Status = (typeof STATUS)[keyof typeof STATUS]

/** How a control was sent. */
export type ControlMode = 'select' | 'operate' | 'direct'

/** Time from select to operate, ms: assumption, common among relays. */
const SELECT_TIMEOUT_MS = 10_000
/** Operation of a control relay output block: pulse on and off, latch on and off (low four bits of the control code). */
const PULSES = [1, 2]
const LATCHES = [3, 4]
const LATCH_ON = 3
const CONTROL_BLOCK = 12
const ANALOG_BLOCK = 41

/** What was selected, byte for byte, and when. */
interface Selected {
  readonly objects: Buffer
  readonly sequence: number
  readonly at_ms: number
}

/** Controls of an outstation: outputs that the manifest makes writable, by the way that its `control` names. */
export class Controls {
  readonly #points: PointDatabase
  #selected: Selected | null = null

  constructor(points: PointDatabase) {
    this.#points = points
  }

  /** Carries a request out; the answer repeats its objects with a status each. */
  apply(mode: ControlMode, headers: readonly ObjectHeader[], sequence: number, now_ms: number): Buffer[] {
    const objects = Buffer.concat(headers.map(({ bytes }) => bytes))
    const refusal = mode === 'operate' ? this.#refusal(objects, sequence, now_ms) : null
    const answers = headers.map((header) => this.#answer(header, mode, refusal))
    const accepted = answers.every(({ statuses }) => statuses.every((status) => status === STATUS.success))
    this.#selected = mode === 'select' && accepted ? { objects, sequence, at_ms: now_ms } : null
    return answers.map(({ bytes }) => bytes)
  }

  #refusal(objects: Buffer, sequence: number, now_ms: number): Status | null {
    const selected = this.#selected
    if (selected === null || !selected.objects.equals(objects)) return STATUS.no_select
    if (sequence !== (selected.sequence + 1) % 16) return STATUS.no_select
    return now_ms - selected.at_ms > SELECT_TIMEOUT_MS ? STATUS.timeout : null
  }

  #answer(
    header: ObjectHeader,
    mode: ControlMode,
    refusal: Status | null,
  ): { bytes: Buffer; statuses: Status[] } {
    const bytes = Buffer.from(header.bytes)
    if (header.selection.kind !== 'indexes') return { bytes, statuses: [STATUS.format_error] }
    const statuses = header.selection.objects.map(({ index, bytes: object }) => {
      const status = refusal ?? this.#one(header, index, object, mode)
      // The status is the last octet of every control object; it is found where the object stands in the copy.
      const offset = object.byteOffset - header.bytes.byteOffset + object.length - 1
      bytes[offset] = status
      return status
    })
    return { bytes, statuses }
  }

  #one({ group, variation }: ObjectHeader, index: number, object: Buffer, mode: ControlMode): Status {
    const output_group = group === CONTROL_BLOCK ? 10 : 40
    const point = this.#points.find(output_group, index)
    if (point === undefined || !isWritable(point)) return STATUS.not_supported
    const control = point.point.control ?? ''
    if (mode === 'direct' && control.includes('select')) return STATUS.not_supported
    const state = group === ANALOG_BLOCK ? setPoint(variation, object) : relayState(object, control)
    if (state === 'refused') return STATUS.not_supported
    if (mode !== 'select' && state !== null) this.#points.set(output_group, index, state)
    return STATUS.success
  }
}

function isWritable({ point }: Dnp3Value): boolean {
  return point.access === 'w' || point.access === 'rw'
}

/** State that a control relay output block leaves behind; null for a pulse, which passes. */
function relayState(object: Buffer, control: string): PointState | null | 'refused' {
  const operation = object.readUInt8(0) & 0x0f
  if (PULSES.includes(operation)) return control.includes('latch') ? 'refused' : null
  if (LATCHES.includes(operation)) return control.includes('pulse') ? 'refused' : operation === LATCH_ON
  return 'refused'
}

function setPoint(variation: number, object: Buffer): PointState | 'refused' {
  switch (variation) {
    case 1:
      return object.readInt32LE(0)
    case 2:
      return object.readInt16LE(0)
    case 3:
      return object.readFloatLE(0)
    case 4:
      return object.readDoubleLE(0)
    default:
      return 'refused'
  }
}
