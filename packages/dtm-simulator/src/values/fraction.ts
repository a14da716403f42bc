import { createHash } from 'node:crypto'

const FOUR_BYTES = 2 ** 32

/**
 * A number from 0 to below 1 that follows from a text: the first four bytes of its SHA-256, big endian, divided by 2^32. It is
 * the only source of variety in simulated values.
 *
 * @example fractionOf(device.device_uuid, point.name)
 */
export function fractionOf(...path: readonly (string | number)[]): number {
  return createHash('sha256').update(path.join('/')).digest().readUInt32BE(0) / FOUR_BYTES
}
