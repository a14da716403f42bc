// Relative links of every Markdown file lead to files, their anchors to headings; files, npm scripts and tests that are
// named exist; every decision names a file that guards it; words that the glossary rules out name neither a source file
// nor what one exports.
import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'

const files = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).split('\n').filter(Boolean)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const problems = []
const anchors = (text) =>
  [...text.matchAll(/^#+\s+(.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)
/** Whether a path that a document names is a file or a folder here; `*` stands for any name. */
function isThere(path) {
  const pattern = path
    .replace(/\/$/, '')
    .split('*')
    .map((part) => part.replace(/[.]/g, '\\.'))
    .join('[^/]*')
  return tracked.some((name) => new RegExp(`^${pattern}(/|$)`).test(name))
}

for (const file of files) {
  const text = readFileSync(file, 'utf8')
  for (const [, target] of text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue
    const [path, anchor] = target.split('#')
    const found = path === '' ? file : join(dirname(file), path)
    if (!existsSync(found)) problems.push(`${file}: no file ${target}`)
    else if (anchor && !anchors(readFileSync(found, 'utf8')).includes(anchor))
      problems.push(`${file}: no heading #${anchor}`)
  }
  for (const [, path] of text.matchAll(
    /`((?:packages|apps|tools|scripts|docs|examples|\.ci|\.github)\/[\w./@*-]+)`/g,
  ))
    if (!path.includes('/dist/') && !isThere(path)) problems.push(`${file}: no file ${path}`)
  for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
    if (!scripts[name]) problems.push(`${file}: package.json has no script ${name}`)
  }
}

for (const [, name, guards] of readFileSync('docs/decisions/README.md', 'utf8').matchAll(
  /^\| \[(\d{4}).*?\) +\| (.*) \|$/gm,
)) {
  const named = [...guards.matchAll(/`([^`]+)`/g)].map(([, path]) => path)
  if (!named.some((path) => /\.(test\.ts|mjs)$/.test(path) && existsSync(path)))
    problems.push(`docs/decisions/README.md: no test guards ${name}`)
}
for (const file of files.filter((name) => /^docs\/decisions\/\d{4}/.test(name)))
  if (!readFileSync('docs/decisions/README.md', 'utf8').includes(`](${file.split('/').at(-1)})`))
    problems.push(`docs/decisions/README.md: ${file} is not listed`)

const VAGUE = /(^|[/-])(manager|helpers?|utils?|common|misc)([.-]|\/|$)/
const EXPORTED = /^export (?:declare )?(?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm
const ruledOut = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| .+? \| .+? \| (.+?) \|$/gm)]
  .slice(1)
  .flatMap(([, words]) => words.trim().split(', '))
  .filter((word) => /^[a-z]/.test(word))
const pascal = (words) =>
  words
    .split(/[ -]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
for (const source of tracked.filter(
  (name) => /^(packages|apps|tools)\/.*\.ts$/.test(name) && existsSync(name),
)) {
  if (VAGUE.test(source)) problems.push(`${source}: say what it is`)
  const names = [...readFileSync(source, 'utf8').matchAll(EXPORTED)].map(([, name]) => name)
  for (const word of ruledOut) {
    const pattern = new RegExp(`${pascal(word)}s?(?![a-z])`)
    const found = [pascal(source.split('/').at(-1).replace(/\..*/, '')), ...names.map(pascal)].find((name) =>
      pattern.test(name),
    )
    if (found && /^packages\/[\w-]+\/src\//.test(source))
      problems.push(`${source}: ${found}: the glossary has another word for ${word}`)
  }
}
for (const problem of problems) console.error(problem)
console.log(`${files.length} documents, ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
