import { readFileSync } from 'node:fs'

import { ArtifactKind } from '@edp/schemas'
import { expect, test } from 'vitest'

import { CHECKS, findingsPage } from './checks.ts'

/** Prettier sets the columns of tables; the words are what counts. */
const words = (page: string): string => page.replace(/ +/g, ' ').replace(/-{3,}/g, '---')

test('docs/findings.md is the table of checks', () => {
  const page = readFileSync(new URL('../../../../docs/findings.md', import.meta.url), 'utf8')
  expect(words(page)).toBe(words(findingsPage()))
})

test('every check says what it means and what to do, and is printed on artifacts that exist', () => {
  for (const [code, check] of Object.entries(CHECKS)) {
    expect(check.meaning, code).toMatch(/^[A-Z].*\.$/)
    expect(check.remedy, code).toMatch(/^[A-Z].*\.$/)
    expect(check.artifacts.length, code).toBeGreaterThan(0)
    for (const kind of check.artifacts) expect(ArtifactKind.options).toContain(kind)
  }
})
