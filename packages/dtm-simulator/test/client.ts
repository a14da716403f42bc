import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const OUTPUT_MAX = 64 * 1024 * 1024
const TIMEOUT_MS = 60_000

/** What a client read: device, name of the value, engineering value. */
export type Reading = readonly [device_uuid: string, name: string, value: unknown]

/** A reading as both sides round it: the arithmetic is that of binary fractions. */
export function rounded([device_uuid, name, value]: Reading): Reading {
  return [device_uuid, name, typeof value === 'number' ? Number(value.toPrecision(9)) : value]
}

/** Runs a program beside this one, whose event loop serves it, and gives what it prints; throws with its errors when it fails. */
export async function output(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, [...args], {
    // Debian's modules belong to the system's Python, which need not be the first on the PATH.
    env: { ...process.env, PATH: `/usr/bin:${process.env['PATH'] ?? ''}`, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: OUTPUT_MAX,
    timeout: TIMEOUT_MS,
  })
  return stdout
}

/** What a program prints on stderr and stdout, and its exit code. */
export async function outcome(
  command: string,
  args: readonly string[],
): Promise<{ code: number; text: string }> {
  try {
    return { code: 0, text: await output(command, args) }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, text: `${stdout}${stderr}` }
  }
}

/** Readings of one of the clients in test/clients. */
export async function readings(client: string, ...args: readonly string[]): Promise<Reading[]> {
  const script = fileURLToPath(new URL(`./clients/${client}_client.py`, import.meta.url))
  return JSON.parse(await output('python3', [script, ...args])) as Reading[]
}
