import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Compares bytes with a golden file, byte for byte. With GOLDEN=write the file is written instead; a difference leaves
 * the new content beside it as `*.actual`, to be looked at.
 *
 * @throws {Error} naming the file, the first byte that differs and how to accept the change.
 * @example expectGolden(renderDxf(drawing), new URL('../golden/sld.dxf', import.meta.url))
 */
export function expectGolden(actual: Uint8Array | string, file: URL | string): void {
  const path = file instanceof URL ? fileURLToPath(file) : file
  const bytes = Buffer.from(actual)
  if (process.env['GOLDEN'] === 'write') {
    if (process.env['CI'] !== undefined) throw new Error('goldens are not written in CI')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    rmSync(`${path}.actual`, { force: true })
    return
  }
  const expected = readOrNull(path)
  if (expected?.equals(bytes) === true) return
  writeFileSync(`${path}.actual`, bytes)
  const what = expected === null ? 'there is no such golden' : firstDifference(expected, bytes)
  throw new Error(`${path}: ${what}. New content: ${path}.actual; accept it with GOLDEN=write.`)
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function firstDifference(expected: Buffer, actual: Buffer): string {
  const length = Math.min(expected.length, actual.length)
  let at = 0
  while (at < length && expected[at] === actual[at]) at++
  const line = expected.subarray(0, at).toString('latin1').split('\n').length
  return `differs at byte ${at} (line ${line}); ${expected.length} bytes expected, ${actual.length} found`
}
