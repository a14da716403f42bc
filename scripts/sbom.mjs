// Software bill of materials of edp-api as an image runs it: every package that package-lock.json gives it at run time, as
// CycloneDX JSON. A pure function of the lock file, so that two runs can be compared: no time, no random serial number.
//
//   npm run sbom                 writes apps/edp-api/dist/sbom.cdx.json
//   npm run --silent sbom -- -   prints it
//
// Not `npm sbom --workspace`: it leaves out packages that other workspaces need, too (jszip and inherits among them).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const APP = 'apps/edp-api'
const root = join(import.meta.dirname, '..')
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** Path in the lock file of a dependency, as Node would find it from another one; null when it is not installed. */
function pathOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = folder === '.' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    const found = packages[path]
    if (found !== undefined) return found.link === true ? found.resolved : path
    if (folder === '.') return null
  }
}

/** Lock file's paths of what a package needs at run time. */
function needsOf(path) {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[path]
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  return names.map((name) => pathOf(name, path)).filter((found) => found !== null)
}

function nameOf(path) {
  return packages[path].name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Package URL, the name by which databases of advisories know a package. */
function purlOf(path) {
  return `pkg:npm/${nameOf(path).replace('@', '%40')}@${packages[path].version}`
}

function licencesOf(licence) {
  if (licence === undefined) return {}
  return { licenses: [/[ (]/.test(licence) ? { expression: licence } : { license: { id: licence } }] }
}

function hashesOf(integrity) {
  const [algorithm, content] = integrity?.split('-') ?? []
  if (algorithm !== 'sha512') return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] }
}

function componentOf(path) {
  const { version, license, integrity } = packages[path]
  const [group, name] = nameOf(path).startsWith('@') ? nameOf(path).split('/') : [undefined, nameOf(path)]
  return {
    type: path === APP ? 'application' : 'library',
    'bom-ref': purlOf(path),
    ...(group === undefined ? {} : { group }),
    name,
    version,
    ...hashesOf(integrity),
    ...licencesOf(license),
    purl: purlOf(path),
  }
}

const reached = new Set([APP])
for (const path of reached) for (const need of needsOf(path)) reached.add(need) // a set grows while it is walked
const byPurl = new Map()
for (const path of reached) byPurl.set(purlOf(path), [...(byPurl.get(purlOf(path)) ?? []), path])
const purls = [...byPurl.keys()].sort()

const sbom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: componentOf(APP) },
  components: purls.filter((purl) => purl !== purlOf(APP)).map((purl) => componentOf(byPurl.get(purl)[0])),
  dependencies: purls.map((ref) => ({
    ref,
    dependsOn: [...new Set(byPurl.get(ref).flatMap(needsOf).map(purlOf))].sort(),
  })),
}

const text = `${JSON.stringify(sbom, null, 2)}\n`
if (process.argv[2] === '-') process.stdout.write(text)
else {
  const file = join(root, APP, 'dist', 'sbom.cdx.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`${sbom.components.length} packages: ${file}`)
}
