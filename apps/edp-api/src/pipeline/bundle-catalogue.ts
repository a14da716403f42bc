import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { PARSERS } from './catalogue-parsers.ts'
import { parsedKey } from './parsed-texts.ts'

// Run once by scripts/bundle.mjs with the code that it has just bundled: parses the example catalogue into `parsed/`.
const [assemblies = '', target = ''] = process.argv.slice(2)
mkdirSync(target, { recursive: true })
const names = readdirSync(assemblies, { recursive: true, encoding: 'utf8' }).sort()
for (const name of names) {
  const parser = Object.values(PARSERS).find(({ kind }) => name.endsWith(`${kind}.yaml`))
  if (parser === undefined) continue
  const text = readFileSync(join(assemblies, name), 'utf8')
  writeFileSync(join(target, `${parsedKey(text, parser)}.json`), JSON.stringify(parser.parse(text, name)))
}
