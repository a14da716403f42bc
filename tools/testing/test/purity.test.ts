import tseslint from 'typescript-eslint'
import { Linter } from 'eslint'
import { expect, test } from 'vitest'

interface Block {
  readonly files?: readonly string[]
  readonly rules?: Linter.RulesRecord
}

const { default: config } = (await import(new URL('../../../eslint.config.mjs', import.meta.url).href)) as {
  readonly default: readonly Block[]
}

/** The block of the linter's configuration that keeps packages pure. */
const pure = config.find(
  ({ files, rules }) =>
    files?.includes('packages/*/src/**/*.ts') === true && rules?.['no-restricted-globals'],
)

/** What the linter says of a line in a source file of a package. */
function objections(line: string): string[] {
  const parser = tseslint.parser as Linter.Parser
  return new Linter()
    .verify(
      line,
      [{ files: ['**/*.ts'], languageOptions: { parser }, rules: pure?.rules ?? {} }],
      'packages/bom/src/planted.ts',
    )
    .map(({ ruleId }) => ruleId ?? 'cannot be read')
}

test.each([
  "import { readFileSync } from 'node:fs'",
  "import { deflateSync } from 'zlib'",
  "import { S3Client } from '@aws-sdk/client-s3'",
  "import { buildDtm } from '@edp/dtm'",
  "import { v4 } from 'uuid'",
  'export const now = new Date()',
  'export const local = new Date(2026, 1, 1)',
  'export const stamp = Date.now()',
  'export const chance = Math.random()',
  'export const home = process.env',
  'export const words = new Intl.Collator()',
  'export const timer = setTimeout(() => undefined, 1)',
  'export const sort = (a: string, b: string) => a.localeCompare(b)',
  'export const text = (n: number) => n.toLocaleString()',
  "console.log('here')",
  'let count = 0',
  'export let total = 0',
  "export * from './other.ts'",
])('a package that is not pure is found: %s', (line) => {
  expect(objections(line).filter((rule) => rule.startsWith('no-restricted'))).not.toEqual([])
})

test.each([
  "import { roundTo } from '@edp/schemas'",
  "import { v5 } from 'uuid'",
  'export const given = new Date(0)',
  'export const sum = (a: number, b: number) => a + b',
])('pure code passes: %s', (line) => {
  expect(objections(line)).toEqual([])
})
