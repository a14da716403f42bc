// Rules on the manifests that no linter states: a generator's only @edp dependency is @edp/schemas, nothing is a peer
// dependency, development dependencies of the root are pinned, and published packages carry what npm shows.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

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
  demand(existsSync(`${path}/README.md`), `${path}: README.md is missing`)
}
for (const [name, version] of Object.entries(read('package.json').devDependencies)) {
  demand(/^\d/.test(version), `package.json: ${name} is not pinned: ${version}`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log('package manifests: in order')
