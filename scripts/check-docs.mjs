// Relative links of every Markdown file lead to files, their anchors to headings; npm scripts that are named exist;
// words that the glossary rules out as names do not name source files.
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
  for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
    if (!scripts[name]) problems.push(`${file}: package.json has no script ${name}`)
  }
}
for (const source of execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n')) {
  if (/(^|[/-])(manager|helpers?|utils?|common|misc)([.-]|\/|$)/.test(source))
    problems.push(`${source}: say what it is`)
}
for (const problem of problems) console.error(problem)
console.log(`${files.length} documents, ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
