import { execFileSync } from 'node:child_process'

import { repositoryPath } from '@edp/testing'
import { expect, test } from 'vitest'

interface Sbom {
  readonly components: readonly {
    readonly name: string
    readonly group?: string
    readonly version: string
    readonly hashes?: readonly { readonly content: string }[]
    readonly licenses?: readonly object[]
    readonly purl: string
  }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}
interface Tree {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, Tree>>
}

const print = (): string =>
  execFileSync(process.execPath, [repositoryPath('scripts/sbom.mjs'), '-'], { encoding: 'utf8' })
const sbom = JSON.parse(print()) as Sbom
const named = sbom.components.map(
  ({ group, name, version }) => `${group === undefined ? name : `${group}/${name}`}@${version}`,
)

test('the bill of materials names exactly the packages that npm finds for the service at run time', () => {
  const command = 'ls --all --omit dev --package-lock-only --json --workspace apps/edp-api'
  const told = execFileSync('npm', command.split(' '), { cwd: repositoryPath(''), encoding: 'utf8' })
  const expected = new Set<string>()
  const walk = ({ dependencies = {} }: Tree): void => {
    for (const [name, tree] of Object.entries(dependencies)) {
      if (tree.version !== undefined) expected.add(`${name}@${tree.version}`)
      walk(tree)
    }
  }
  walk(JSON.parse(told) as Tree)
  expected.delete(named.find((name) => name.startsWith('@edp/edp-api@')) ?? '@edp/edp-api@1.0.0')
  expect([...named].sort()).toEqual([...expected].sort())
  expect(named.some((name) => name.startsWith('express@'))).toBe(true)
  expect(named.filter((name) => /^(vitest|typescript|nx|esbuild)@/.test(name))).toEqual([])
})

test('each package has its licence and its checksum, each reference leads to one', () => {
  for (const { purl, licenses, hashes } of sbom.components) {
    expect(licenses, purl).toHaveLength(1)
    if (!purl.startsWith('pkg:npm/%40edp/')) expect(hashes?.[0]?.content, purl).toMatch(/^[0-9a-f]{128}$/)
  }
  const purls = new Set(sbom.components.map(({ purl }) => purl))
  for (const { dependsOn } of sbom.dependencies)
    for (const ref of dependsOn) expect(purls, ref).toContain(ref)
})

test('the same lock file gives the same bytes', () => {
  expect(print()).toBe(print())
  expect(print()).not.toMatch(/timestamp|serialNumber/)
})
