// Nothing of the test runner here: replicas in processes of their own use it, too.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseHardwareSelectorMap, selectHardware } from '@edp/hardware-selector'
import { resolveModules } from '@edp/module-resolver'
import {
  artifactRefs,
  canonicalJson,
  splitUrl,
  type ConfiguratorPayload,
  type HardwareSelectorMap,
} from '@edp/schemas'

import { productRoot } from '../../src/config/product-root.ts'
import type { Generate } from '../../src/pipeline/generate.ts'
import { sha256 } from '../../src/storage/digests.ts'

export const HARDWARE: HardwareSelectorMap = parseHardwareSelectorMap(
  readFileSync(join(productRoot(), 'hardware_selector_map.yaml'), 'utf8'),
)

/** Stands in for the generators: files whose bytes depend on the payload and on the catalogue texts alone. */
export const fakeGenerate: Generate = (payload, inputs) => {
  const seed = canonicalJson({ payload, inputs })
  const files = generatedRefs(payload).map((ref) => {
    const content = createHash('sha512').update(seed).update(ref.url).digest()
    return { ref, key: splitUrl(ref.url).key, content, sha256: sha256(content) }
  })
  return Promise.resolve({ files, design_revision: sha256(seed).slice(0, 8), findings: [] })
}

const COPIED = ['compute_container_3d', 'grid_container_3d', 'interface_plate']

function generatedRefs(payload: ConfiguratorPayload): ReturnType<typeof artifactRefs> {
  const selection = selectHardware(HARDWARE, resolveModules(payload).deployment_profile)
  return artifactRefs(payload, selection).filter((ref) => !COPIED.includes(ref.kind))
}
