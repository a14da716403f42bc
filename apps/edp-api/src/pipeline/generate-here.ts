import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'

import { sha256 } from '../storage/digests.ts'
import { releaseContent } from '../storage/spooled-file.ts'
import { buildPackage, type Assembly, type Step } from './build-package.ts'
import { collectContent } from './collect-content.ts'
import type {
  AssemblyTexts,
  Generate,
  Generated,
  GeneratedFile,
  GenerateInputs,
  NamedText,
} from './generate.ts'
import type { ConfiguratorPayload } from '@edp/schemas'

/** Parsed catalogue files by their content; a catalogue has a dozen assemblies. */
const parsed = new Map<string, unknown>()
const PARSED_MAX = 64

/** Makes the generated files of a package on this thread. */
export const generateHere: Generate = (payload, inputs) => generateInSteps(payload, inputs)

/** The same, with every step done by `step`. */
export async function generateInSteps(
  payload: ConfiguratorPayload,
  inputs: GenerateInputs,
  step?: Step,
): Promise<Generated> {
  const { plate_ids, compute, grid } = inputs
  const files: GeneratedFile[] = []
  const assemblies = {
    plate_ids,
    compute: parseAssembly(compute),
    grid: grid === null ? null : parseAssembly(grid),
  }
  try {
    const site = await buildPackage(
      payload,
      assemblies,
      ({ ref, key, content }) => {
        files.push({ ref, key, ...collectContent(content) })
      },
      step,
    )
    return { files, design_revision: site.design_revision, findings: site.findings }
  } catch (error) {
    for (const { content } of files) releaseContent(content)
    throw error
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
