import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'

import { sha256 } from '../storage/digests.ts'
import { buildPackage, type Assembly } from './build-package.ts'
import type { AssemblyTexts, Generate, NamedText } from './generate.ts'

/** Parsed catalogue files by their content; a catalogue has a dozen assemblies. */
const parsed = new Map<string, unknown>()
const PARSED_MAX = 64

/** Makes the generated files of a package on this thread. */
export const generateHere: Generate = async (payload, inputs) => {
  const { plate_ids, compute, grid } = inputs
  const { site, files } = await buildPackage(payload, {
    plate_ids,
    compute: parseAssembly(compute),
    grid: grid === null ? null : parseAssembly(grid),
  })
  return {
    files: files.map((file) => ({ ...file, sha256: sha256(file.bytes) })),
    design_revision: site.design_revision,
    findings: site.findings,
  }
}

function parseAssembly({ spec, topology }: AssemblyTexts): Assembly {
  return { spec: parsedOnce(spec, parseAssemblySpec), topology: parsedOnce(topology, parseAssemblyTopology) }
}

function parsedOnce<T>({ name, text }: NamedText, parse: (text: string, name: string) => T): T {
  const key = `${parse.name} ${sha256(text)}`
  const known = parsed.get(key)
  if (known !== undefined) return known as T
  const value = parse(text, name)
  if (parsed.size >= PARSED_MAX) parsed.clear()
  parsed.set(key, value)
  return value
}
