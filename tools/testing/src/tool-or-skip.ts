import { spawnSync } from 'node:child_process'

import type { TestContext } from 'vitest'

/** Tools of scripts/tools/ and how to ask whether one is there. */
const PROBES = {
  qpdf: ['qpdf', '--version'],
  pdftotext: ['pdftotext', '-v'],
  pdftoppm: ['pdftoppm', '-v'],
  pdffonts: ['pdffonts', '-v'],
  libreoffice: ['libreoffice', '--version'],
  librecad: ['which', 'librecad'],
  chromium: ['chromium', '--version'],
  'xvfb-run': ['which', 'xvfb-run'],
  python3: ['python3', '-V'],
  'python3-ezdxf': ['python3', '-c', 'import ezdxf'],
  'python3-openpyxl': ['python3', '-c', 'import openpyxl'],
  'python3-jsonschema': ['python3', '-c', 'import jsonschema'],
  'python3-pydantic': ['python3', '-c', 'import pydantic'],
  'python3-pymodbus': ['python3', '-c', 'import pymodbus.client'],
  'python3-can': ['python3', '-c', 'import can'],
  'python3-requests': ['python3', '-c', 'import requests'],
  mbpoll: ['mbpoll', '-V'],
  snmp: ['snmpget', '-V'],
  tshark: ['tshark', '--version'],
} as const satisfies Record<string, readonly [string, ...string[]]>

/** An independent reader that a test may need. */
export type Tool = keyof typeof PROBES

const found = new Map<Tool, boolean>()

/** Whether a tool is installed and starts. */
export function hasTool(tool: Tool): boolean {
  const known = found.get(tool)
  if (known !== undefined) return known
  const [command, ...args] = PROBES[tool]
  // Debian's readers are installed for the system's Python, which need not be the first on the PATH.
  const env = { ...process.env, PATH: `/usr/bin:${process.env['PATH'] ?? ''}` }
  const { status } = spawnSync(command, args, { stdio: 'ignore', env, timeout: 60_000 })
  found.set(tool, status === 0)
  return status === 0
}

/**
 * Ends a test as skipped, by name, when a tool is missing. Where EDP_REQUIRE_TOOLS=1 (CI) a missing tool is a failure.
 *
 * @example test('a PDF reader opens it', (context) => { toolOrSkip(context, 'qpdf'); ... })
 */
export function toolOrSkip(context: Pick<TestContext, 'skip'>, ...tools: readonly Tool[]): void {
  const missing = tools.filter((tool) => !hasTool(tool))
  requireOrSkip(
    context,
    missing.length === 0,
    `not installed: ${missing.join(', ')} (scripts/tools/install-readers.sh)`,
  )
}

/** Skips a test with a reason, or fails it under EDP_REQUIRE_TOOLS=1. */
export function requireOrSkip(context: Pick<TestContext, 'skip'>, available: boolean, reason: string): void {
  if (available) return
  if (process.env['EDP_REQUIRE_TOOLS'] === '1') throw new Error(reason)
  context.skip(reason)
}
