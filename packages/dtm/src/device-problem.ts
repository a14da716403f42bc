/** A broken constraint of a device: where it is, what was expected, what was found. */
export interface DeviceProblem {
  /** Path of the field inside the device. */
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly input: unknown
}

/** Notes a problem unless the demand holds. */
export type Demand = (ok: boolean, path: DeviceProblem['path'], message: string, input: unknown) => void

/** Whether a value is an integer within limits, both included. */
export function inRange(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}

/** A found value in a message. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
