// Whole packages of the example payloads, as they were accepted: node scripts/goldens.mjs check | accept | show
//   check   makes the packages anew; any difference, missing file or orphan fails
//   accept  writes what is made now as accepted (never in CI)
//   show    writes a page with old beside new of every PDF page that differs, and the lines of text that differ
// examples/goldens/digests/<example>.txt lists every file as sha256sum does; three examples stand there whole, but for
// the files that are copies of the catalogue, which digests hold. The versions of packages in a manifest count for
// nothing, so that a release changes no golden.
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const GOLDENS = 'examples/goldens'
/** One of each coupling, one of each deployment context, all small. */
const WHOLE = ['commercial_no_bess', 'dod_ac', 'federal_dc_int']
const COPIED = /^(plate_.*|.*\.step|.*\.glb)$/
const SHOWN = '.edp/goldens'
const AT_ONCE = 2
/** Most that the accepted packages may weigh, bytes: reviewers look at them, and each accepted change adds its own. */
const BUDGET = 18e6

const [command, ...only] = process.argv.slice(2)
const examples = readdirSync('examples/payloads')
  .map((name) => name.replace(/\.json$/, ''))
  .sort()
const chosen = examples.filter((name) => only.length === 0 || only.includes(name))
const scratch = mkdtempSync(join(tmpdir(), 'edp-goldens-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** The files of an example's package, made now: name to bytes. */
async function make(example) {
  const folder = join(scratch, example)
  const args = ['generate', resolve(`examples/payloads/${example}.json`), '--out', folder]
  await promisify(execFile)(process.execPath, [resolve('apps/edp-api/dist/cli.js'), ...args])
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, withoutVersions(name, readFileSync(join(folder, name)))]),
  )
}

function withoutVersions(name, bytes) {
  if (name !== 'manifest.json') return bytes
  const text = bytes.toString('utf8')
  return Buffer.from(text.replace(/("package_versions":\s*)\{[^}]*\}/, '$1{}'))
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
const digestsOf = (files) => [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('')
const digestFile = (example) => join(GOLDENS, 'digests', `${example}.txt`)
const wholeFolder = (example) => join(GOLDENS, example)
const kept = (example, files) =>
  WHOLE.includes(example) ? new Map([...files].filter(([name]) => !COPIED.test(name))) : new Map()
const list = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** What differs between an accepted package and the one made now. */
function differences(example, files) {
  const problems = []
  const accepted = new Map(
    (existsSync(digestFile(example)) ? readFileSync(digestFile(example), 'utf8') : '')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  for (const [name, bytes] of files) {
    if (!accepted.has(name)) problems.push(`${example}/${name}: new, not accepted yet`)
    else if (accepted.get(name) !== sha256(bytes)) problems.push(`${example}/${name}: differs`)
  }
  for (const name of accepted.keys())
    if (!files.has(name)) problems.push(`${example}/${name}: not made any more`)
  const whole = kept(example, files)
  for (const [name, bytes] of whole) {
    const path = join(wholeFolder(example), name)
    if (!existsSync(path)) problems.push(`${path}: missing`)
    else if (!readFileSync(path).equals(bytes)) problems.push(`${path}: differs from what is made`)
  }
  for (const name of list(wholeFolder(example)))
    if (!whole.has(name)) problems.push(`${wholeFolder(example)}/${name}: orphan`)
  return problems
}

function orphans() {
  const expected = new Set(['digests', ...WHOLE])
  const digests = new Set(examples.map((name) => `${name}.txt`))
  return [
    ...list(GOLDENS)
      .filter((name) => !expected.has(name))
      .map((name) => join(GOLDENS, name)),
    ...list(join(GOLDENS, 'digests'))
      .filter((name) => !digests.has(name))
      .map((name) => join(GOLDENS, 'digests', name)),
  ].map((path) => `${path}: orphan`)
}

/** The accepted packages stay small enough to be looked at and kept in the history. */
function overBudget() {
  const paths = [...WHOLE, 'digests'].flatMap((name) =>
    list(join(GOLDENS, name)).map((file) => join(GOLDENS, name, file)),
  )
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  return bytes > BUDGET ? [`${GOLDENS}: ${bytes} bytes, the budget is ${BUDGET}`] : []
}

function accept(example, files) {
  mkdirSync(join(GOLDENS, 'digests'), { recursive: true })
  writeFileSync(digestFile(example), digestsOf(files))
  rmSync(wholeFolder(example), { recursive: true, force: true })
  for (const [name, bytes] of kept(example, files)) {
    mkdirSync(wholeFolder(example), { recursive: true })
    writeFileSync(join(wholeFolder(example), name), bytes)
  }
}

/** Resolution of the pages that are shown. */
const DPI = 70

/** Pages of a PDF as pictures beside the page: their names. */
function pictures(pdf, prefix) {
  if (!existsSync(pdf)) return []
  for (const format of ['-png', '-gray'])
    execFileSync('pdftoppm', ['-r', String(DPI), format, pdf, join(SHOWN, prefix)])
  return list(SHOWN).filter((name) => name.startsWith(`${prefix}-`) && name.endsWith('.png'))
}

/** Lines of text that are shown of a file. */
const SHOWN_LINES = 80

/** The lines that differ, without those where only the design revision does: it stands in every document. */
function changedLines(path, before, after, revisions) {
  const [old, now] = [join(scratch, 'old'), join(scratch, 'new')]
  writeFileSync(old, before.toString('utf8').replaceAll(revisions.accepted, revisions.made))
  writeFileSync(now, after)
  const { stdout } = spawnSync('diff', ['-U1', `--label=${path}`, '--label=now', old, now], {
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').map((line) => line.slice(0, 200))
  if (stdout === '') return 'only the design revision differs'
  return [
    ...lines.slice(0, SHOWN_LINES),
    ...(lines.length > SHOWN_LINES ? [`and ${lines.length - SHOWN_LINES} lines more`] : []),
  ].join('\n')
}

/** Where the revision stands, from the lower right corner of a page, mm. */
const REVISION_BOX = { width: 190, height: 22 }

/** Whether two pages look the same but for the cells of the title block that hold the revision. */
function samePicture(a, b) {
  const [old, now] = [a, b].map((name) => pixelsOf(join(SHOWN, name)))
  if (old.width !== now.width || old.data.length !== now.data.length) return false
  const height = old.data.length / old.width
  const [left, top] = [
    old.width - (REVISION_BOX.width * DPI) / 25.4,
    height - (REVISION_BOX.height * DPI) / 25.4,
  ]
  return old.data.every(
    (value, at) => value === now.data[at] || (at % old.width > left && Math.floor(at / old.width) > top),
  )
}

/** Grey values of a page, as pdftoppm draws it again from the picture's PDF. */
function pixelsOf(path) {
  const bytes = readFileSync(`${path.slice(0, -4)}.pgm`)
  const [header, width] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  return { width: Number(width), data: bytes.subarray(header.length) }
}

/** HTML of one file that differs: pages old beside new, or the first lines that differ. */
function comparison(example, name, bytes, revisions) {
  const path = join(wholeFolder(example), name)
  const title = `<h2>${example}/${name}</h2>`
  if (!existsSync(path)) return `${title}<p>new</p>`
  const before = readFileSync(path)
  if (name.endsWith('.pdf')) {
    const old = pictures(path, `${example}-${name}-old`)
    const now = pictures(join(scratch, example, name), `${example}-${name}-new`)
    const pages = Array.from({ length: Math.max(old.length, now.length) }, (_, page) => [
      old[page],
      now[page],
    ])
      .filter(([accepted, made]) => !accepted || !made || !samePicture(accepted, made))
      .map((files) => files.map((file) => `<td>${file ? `<img src="${file}">` : 'no page'}</td>`).join(''))
    const equal = Math.max(old.length, now.length) - pages.length
    return `${title}<p>${equal} pages look the same</p><table><tr><th>accepted</th><th>now</th></tr><tr>${pages.join('</tr><tr>')}</tr></table>`
  }
  if (name.endsWith('.xlsx')) return `${title}<p>${before.length} bytes, now ${bytes.length}</p>`
  const text = changedLines(name, before, bytes, revisions).replace(/[&<]/g, (sign) =>
    sign === '&' ? '&amp;' : '&lt;',
  )
  return `${title}<pre>${text}</pre>`
}

/** Design revision of the accepted package and of the one made now. */
function revisionsOf(example, files) {
  const manifest = join(wholeFolder(example), 'manifest.json')
  const made = JSON.parse(files.get('manifest.json').toString('utf8')).design_revision
  return {
    made,
    accepted: existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).design_revision : made,
  }
}

function show(results) {
  rmSync(SHOWN, { recursive: true, force: true })
  mkdirSync(SHOWN, { recursive: true })
  const sections = results.flatMap(({ example, files }) =>
    [...kept(example, files)]
      .filter(([name, bytes]) => {
        const path = join(wholeFolder(example), name)
        return !existsSync(path) || !readFileSync(path).equals(bytes)
      })
      .map(([name, bytes]) => comparison(example, name, bytes, revisionsOf(example, files))),
  )
  const style =
    '<style>body{font-family:sans-serif}td{vertical-align:top}img{width:48vw;border:1px solid}</style>'
  const page = join(SHOWN, 'index.html')
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><title>Goldens</title>${style}${sections.join('\n')}`,
  )
  console.log(`${sections.length} files differ: ${page}`)
}

if (!['check', 'accept', 'show'].includes(command)) {
  console.error('usage: node scripts/goldens.mjs check | accept | show [example ...]')
  process.exit(2)
}
if (command === 'accept' && process.env.CI) {
  console.error('goldens are not accepted in CI')
  process.exit(2)
}
const waiting = [...chosen]
const results = []
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let example = waiting.shift(); example !== undefined; example = waiting.shift())
      results.push({ example, files: await make(example) })
  }),
)
results.sort((a, b) => (a.example < b.example ? -1 : 1))
const count = results.reduce((sum, { files }) => sum + files.size, 0)
const problems = [
  ...results.flatMap(({ example, files }) => differences(example, files)),
  ...(only.length === 0 ? [...orphans(), ...overBudget()] : []),
]
if (command === 'accept') {
  for (const { example, files } of results) accept(example, files)
  console.log(`${count} files of ${results.length} packages accepted, ${problems.length} of them changed`)
} else if (command === 'show') {
  show(results)
} else {
  for (const problem of problems) console.error(problem)
  console.log(`${count} files of ${results.length} packages made, ${problems.length} differences`)
  if (problems.length > 0)
    console.error('Look at them: npm run goldens:show. Accept them: npm run goldens:accept.')
  process.exitCode = problems.length > 0 ? 1 : 0
}
