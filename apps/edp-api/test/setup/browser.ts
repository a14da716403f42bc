import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Loads a page in a headless browser until its scripts have run and returns what it then holds, as HTML. */
export function pageInBrowser(folder: string, html: string): string {
  return run(folder, html, '--dump-dom', '--virtual-time-budget=20000')
}

/** Prints a page as PDF. */
export function printInBrowser(folder: string, html: string, pdf: string): void {
  run(folder, html, `--print-to-pdf=${join(folder, pdf)}`, '--no-pdf-header-footer')
}

function run(folder: string, html: string, ...task: readonly string[]): string {
  const page = join(folder, 'page.html')
  writeFileSync(page, html)
  const own = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`]
  const { status, stdout, stderr } = spawnSync('chromium', [...own, ...task, `file://${page}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`chromium ended with ${status}: ${stderr.slice(-2000)}`)
  return stdout
}
