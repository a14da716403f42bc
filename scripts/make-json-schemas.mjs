// Writes packages/schemas/json-schema from the zod schemas, and the manifest's into @edp/dtm, which readers install: node --conditions=@edp/source --import tsx scripts/make-json-schemas.mjs
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

import { CONTRACT_NAMES, jsonSchemaOf, jsonText } from '@edp/schemas'

const FOLDERS = {
  '../packages/schemas/json-schema/': CONTRACT_NAMES,
  '../packages/dtm/json-schema/': ['dtm'],
}
for (const [path, names] of Object.entries(FOLDERS)) {
  const folder = new URL(path, import.meta.url)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of names)
    writeFileSync(new URL(`${name}.schema.json`, folder), jsonText(jsonSchemaOf(name)))
}
console.log(`${CONTRACT_NAMES.length} schemas written`)
