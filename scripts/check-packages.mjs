// Rules on the manifests that no linter states: a generator's only @edp dependency is @edp/schemas, nothing is a peer
// dependency, development dependencies of the root are pinned, published packages carry what npm shows and a README that
// says what is wanted of it, and every changeset names published packages and says something.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What the README of a package has: how it is installed, an example that tests run, its limits. */
const README_PARTS = [
  /^npm install @edp\//m,
  /^```ts$/m,
  /^## What it returns$/m,
  /^## What it throws$/m,
  /^## What it does not do$/m,
]

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const problems = []
const demand = (condition, message) => condition || problems.push(message)

for (const folder of readdirSync('packages')) {
  const path = `packages/${folder}`
  if (!existsSync(`${path}/package.json`)) continue
  const manifest = read(`${path}/package.json`)
  const own = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) =>
    name.startsWith('@edp/'),
  )
  const generator = manifest.nx?.tags?.includes('type:generator')
  demand(
    !generator || own.join() === '@edp/schemas',
    `${path}: a generator depends on @edp/schemas alone, found ${own}`,
  )
  demand(
    folder !== 'dtm-simulator' || own.join() === '@edp/dtm',
    `${path}: depends on @edp/dtm alone, found ${own}`,
  )
  demand(folder !== 'schemas' || own.length === 0, `${path}: depends on no @edp package, found ${own}`)
  demand(!manifest.peerDependencies, `${path}: peer dependencies make surprise majors`)
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    demand(/^\^\d/.test(range), `${path}: ${name} has range ${range}, expected a plain caret`)
  }
  for (const field of ['description', 'keywords', 'license', 'repository', 'engines', 'files', 'exports']) {
    demand(manifest[field], `${path}: package.json lacks ${field}`)
  }
  demand(/^Apache-2\.0(?: AND |$)/.test(manifest.license), `${path}: licence is ${manifest.license}`)
  demand(manifest.repository?.directory === path, `${path}: repository.directory is not ${path}`)
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE'])
    demand(existsSync(`${path}/${file}`), `${path}: ${file} is missing`)
  const readme = existsSync(`${path}/README.md`) ? readFileSync(`${path}/README.md`, 'utf8') : ''
  demand(readme.startsWith(`# ${manifest.name}\n\n`), `${path}/README.md: does not start with the name`)
  for (const part of README_PARTS) demand(part.test(readme), `${path}/README.md: nothing matches ${part}`)
}
const published = readdirSync('packages').map((folder) => read(`packages/${folder}/package.json`).name)
for (const file of readdirSync('.changeset').filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  const [, head, text] =
    /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(readFileSync(`.changeset/${file}`, 'utf8')) ?? []
  const entries = (head ?? '').trim().split('\n')
  for (const entry of entries) {
    const [, name, bump] = /^['"](.+)['"]: (patch|minor|major)$/.exec(entry) ?? []
    demand(bump && published.includes(name), `.changeset/${file}: no published package or bump in ${entry}`)
  }
  demand(text?.trim(), `.changeset/${file}: says nothing`)
}
for (const [name, version] of Object.entries(read('package.json').devDependencies)) {
  demand(/^\d/.test(version), `package.json: ${name} is not pinned: ${version}`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log('package manifests: in order')
