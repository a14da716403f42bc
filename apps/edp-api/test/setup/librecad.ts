import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { scratchDirectory } from '@edp/testing'

const MOST_PRINTS = 5

/**
 * PDF that LibreCAD prints of a DXF, written to a path: the first of its prints that another one confirms.
 *
 * LibreCAD 2.2.0 is not the same each time: about one print in 400 has every line eight times as wide (seen in CI, and in
 * a loop on one file). An error where no two of five prints agree, with what it said.
 */
export function printWithLibreCad(dxf: string, pdf: string): void {
  const folder = scratchDirectory()
  const name = basename(dxf, '.dxf')
  copyFileSync(dxf, join(folder, `${name}.dxf`))
  const seen = new Set<string>()
  const said: string[] = []
  while (said.length < MOST_PRINTS) {
    const { status, stdout, stderr } = spawnSync('librecad', ['dxf2pdf', '-a', `${name}.dxf`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', HOME: folder },
      timeout: 60_000,
    })
    said.push(`exit code ${status}: ${stdout}${stderr}`)
    if (status !== 0) continue
    const printed = join(folder, `${said.length}.pdf`)
    renameSync(join(folder, `${name}.pdf`), printed)
    const bytes = readFileSync(printed)
    const timeless = bytes.toString('latin1').replace(/\/CreationDate \(D:[^)]*\)/, '')
    if (seen.has(timeless)) {
      writeFileSync(pdf, bytes)
      return
    }
    seen.add(timeless)
  }
  throw new Error(`no two prints of ${name}.dxf agree:\n${said.join('\n')}`)
}
