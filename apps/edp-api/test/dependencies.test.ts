import { execFileSync } from 'node:child_process'

import { repositoryPath, repositoryText } from '@edp/testing'
import { expect, test } from 'vitest'

interface Sbom {
  readonly components: readonly { readonly group?: string; readonly name: string; readonly version: string }[]
}

const { components } = JSON.parse(
  execFileSync(process.execPath, [repositoryPath('scripts/sbom.mjs'), '-'], { encoding: 'utf8' }),
) as Sbom
const rows = [
  ...repositoryText('docs/dependencies.md').matchAll(/^\| `([^`]+)` ?(\d*) *\| *(\S+) *\| *(\S+) *\|/gm),
]
const table = rows.map(([, name = '', major = '', fixed = '', locked = '']) => ({
  name,
  major,
  fixed,
  locked,
}))

/** Versions of a package that the service has at run time; those of one major where the table tells them apart. */
function versionsOf(name: string, major: string): string[] {
  return components
    .filter((component) => component.group === undefined && component.name === name)
    .map(({ version }) => version)
    .filter((version) => major === '' || version.startsWith(`${major}.`))
}

function isBelow(version: string, limit: string): boolean {
  const [a = [], b = []] = [version, limit].map((text) => text.split('.').map(Number))
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

test('the table is read', () => {
  expect(table.length).toBeGreaterThan(15)
  expect(isBelow('1.9.0', '1.10.0')).toBe(true)
  expect(isBelow('2.0.0', '1.10.0')).toBe(false)
})

test.each(table)(
  '$name $major: what the lock file holds is as the table says',
  ({ name, major, fixed, locked }) => {
    const versions = versionsOf(name, major)
    expect(versions).toContain(locked)
    if (fixed !== 'never') expect(versions.filter((version) => isBelow(version, fixed))).toEqual([])
  },
)

test('what the page calls gone is gone', () => {
  for (const name of ['fast-xml-parser', 'lodash']) expect(versionsOf(name, ''), name).toEqual([])
})
