import { readdirSync, readFileSync } from 'node:fs'

import { repositoryPath, repositoryText } from '@edp/testing'
import { expect, test } from 'vitest'

import { PARSERS } from './catalogue-parsers.ts'
import { parsedKey, parsedOnce } from './parsed-texts.ts'

const ASSEMBLIES = 'examples/catalogue/assemblies'
const files = readdirSync(repositoryPath(ASSEMBLIES), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()

test.each(files)('the bundle holds %s as its parser reads it', (name) => {
  const parser = name.endsWith('spec.yaml') ? PARSERS.spec : PARSERS.topology
  const text = repositoryText(`${ASSEMBLIES}/${name}`)
  const kept = readFileSync(
    repositoryPath(`apps/edp-api/dist/parsed/${parsedKey(text, parser)}.json`),
    'utf8',
  )
  expect(JSON.parse(kept)).toEqual(parser.parse(text, name))
})

test('a text is parsed once, another content and another parser anew', () => {
  let calls = 0
  const parser = (kind: string): { kind: string; parse: (text: string) => string[] } => ({
    kind,
    parse: (text) => {
      calls += 1
      return [text]
    },
  })
  const first = parsedOnce({ name: 'a', text: 'x' }, parser('one'))
  expect(parsedOnce({ name: 'b', text: 'x' }, parser('one'))).toBe(first)
  parsedOnce({ name: 'a', text: 'y' }, parser('one'))
  parsedOnce({ name: 'a', text: 'x' }, parser('two'))
  expect(calls).toBe(3)
})
