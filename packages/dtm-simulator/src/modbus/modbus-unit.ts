import type { PointMap } from '@edp/dtm'

import type { ModbusValue } from '../values/modbus-values.ts'

/** Exceptions of the Modbus application protocol 1.1b3 that the simulator answers with. */
export const EXCEPTION = {
  illegal_function: 1,
  illegal_address: 2,
  illegal_value: 3,
  gateway_target_failed: 11,
} as const

/** Table of a unit, by the function code that reads it. */
export type ReadCode = 1 | 2 | 3 | 4

/** Modbus application protocol 1.1b3: most registers and bits of one read. */
const MOST_READ = { 1: 2000, 2: 2000, 3: 125, 4: 125 } as const satisfies Record<ReadCode, number>
/** Longest hole between two mapped addresses that a block read may bridge; readers coalesce maps. Holes read 0. */
const HOLE_MAX = 16

/** A refusal as modbus-serial passes it to the client. */
export class ModbusException extends Error {
  readonly modbusErrorCode: number

  constructor(code: number) {
    super(`Modbus exception ${code}`)
    this.modbusErrorCode = code
  }
}

/** Memory of one Modbus unit: what its maps name, and nothing else. */
export class ModbusUnit {
  readonly #words = new Map<string, number>()
  readonly #points = new Map<string, PointMap>()

  constructor(values: readonly ModbusValue[]) {
    for (const { point, words } of values)
      words.forEach((word, i) => {
        const key = `${point.function_code}:${point.start_address + i}`
        this.#words.set(key, word)
        this.#points.set(key, point)
      })
  }

  /** Reads a block. It must begin and end at mapped addresses. */
  read(code: ReadCode, address: number, count: number): number[] {
    if (count < 1 || count > MOST_READ[code]) throw new ModbusException(EXCEPTION.illegal_value)
    const words: number[] = []
    let hole = 0
    for (let i = 0; i < count; i += 1) {
      const word = this.#readable(code, address + i)
      hole = word === undefined ? hole + 1 : 0
      if (hole > 0 && (i === 0 || i === count - 1 || hole > HOLE_MAX))
        throw new ModbusException(EXCEPTION.illegal_address)
      words.push(word ?? 0)
    }
    return words
  }

  /** Writes whole values whose map allows it, by one of the function codes that it names. */
  write(code: 1 | 3, address: number, words: readonly number[], written_by: readonly number[]): void {
    const points = words.map((_, i) => {
      const point = this.#points.get(`${code}:${address + i}`)
      if (point === undefined || !isWritable(point)) throw new ModbusException(EXCEPTION.illegal_address)
      return point
    })
    for (const point of points) {
      if (point.write_function_code !== undefined && !written_by.includes(point.write_function_code))
        throw new ModbusException(EXCEPTION.illegal_function)
      // Half a value is no value.
      if (point.start_address < address || point.start_address + point.count > address + words.length)
        throw new ModbusException(EXCEPTION.illegal_value)
    }
    words.forEach((word, i) => this.#words.set(`${code}:${address + i}`, word))
  }

  #readable(code: ReadCode, address: number): number | undefined {
    const key = `${code}:${address}`
    return this.#points.get(key)?.access === 'w' ? undefined : this.#words.get(key)
  }
}

function isWritable(point: PointMap): boolean {
  return point.access === 'w' || point.access === 'rw'
}
