// Writes packages/schemas/json-schema from the zod schemas: node --conditions=@edp/source --import tsx scripts/make-json-schemas.mjs
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

import { CONTRACT_NAMES, jsonSchemaOf, jsonText } from '@edp/schemas'

const folder = new URL('../packages/schemas/json-schema/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const name of CONTRACT_NAMES)
  writeFileSync(new URL(`${name}.schema.json`, folder), jsonText(jsonSchemaOf(name)))
console.log(`${CONTRACT_NAMES.length} schemas written`)
