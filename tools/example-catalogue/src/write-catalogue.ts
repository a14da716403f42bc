import { mkdirSync, writeFileSync } from 'node:fs'

import { specTexts } from './specs/spec-texts.ts'
import { topologyTexts } from './topologies/topology-texts.ts'

const catalogue = new URL('../../../examples/catalogue/', import.meta.url)
for (const [key, text] of [...specTexts(), ...topologyTexts()]) {
  mkdirSync(new URL(key.replace(/[^/]+$/, ''), catalogue), { recursive: true })
  writeFileSync(new URL(key, catalogue), text)
}
