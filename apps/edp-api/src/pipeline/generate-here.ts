import { releaseContent } from '../storage/spooled-file.ts'
import { buildPackage, type Assembly, type Step } from './build-package.ts'
import { PARSERS } from './catalogue-parsers.ts'
import { collectContent } from './collect-content.ts'
import type { AssemblyTexts, Generate, Generated, GeneratedFile, GenerateInputs } from './generate.ts'
import { parsedOnce } from './parsed-texts.ts'
import type { ConfiguratorPayload } from '@edp/schemas'

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
  return { spec: parsedOnce(spec, PARSERS.spec), topology: parsedOnce(topology, PARSERS.topology) }
}
