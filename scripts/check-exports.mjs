// An exported value that no other file names is dead: it goes, or loses its `export`. Names listed in an index.ts are
// public; types may stand beside the function that takes or returns them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const DECLARED = /^export (?:declare )?(?:async )?(?:const|function\*?|class) ([A-Za-z_$][\w$]*)/gm
const listed = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.mjs', '*.cjs'],
  { encoding: 'utf8' },
)
const files = listed.split('\n').filter((file) => file !== '' && existsSync(file))
const wordsOf = new Map(
  files.map((file) => [file, new Set(readFileSync(file, 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? [])]),
)
const places = new Map()
for (const words of wordsOf.values()) for (const word of words) places.set(word, (places.get(word) ?? 0) + 1)

const dead = files
  .filter((file) => /\/src\/.*\.ts$/.test(file) && !/\.(test|generated)\.ts$/.test(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(DECLARED)]
      .map(([, name]) => name)
      .filter((name) => places.get(name) === 1)
      .map((name) => `${file}: nothing else names ${name}`),
  )
for (const line of new Set(dead)) console.error(line)
console.log(`${files.length} files, ${new Set(dead).size} dead exports`)
process.exit(dead.length === 0 ? 0 : 1)
