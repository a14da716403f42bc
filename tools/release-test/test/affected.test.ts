import { expect, test } from 'vitest'

import { execute, REPOSITORY } from '../src/workspace-copy.ts'

/** Projects whose tests `nx affected -t test` runs after a change of a file. */
async function affectedBy(file: string): Promise<string[]> {
  const args = ['nx', 'show', 'projects', '--affected', `--files=${file}`, '--with-target=test', '--json']
  return (JSON.parse(await execute('npx', args, REPOSITORY)) as string[]).sort()
}

test.each(['bom', 'drawing', 'installation-graph'])(
  'a change in @edp/%s runs its own tests and those of edp-api only',
  async (name) => {
    expect(await affectedBy(`packages/${name}/src/index.ts`)).toEqual([`@edp/${name}`, '@edp/edp-api'].sort())
  },
)

test('a change in @edp/dtm runs no other generator', async () => {
  const found = await affectedBy('packages/dtm/src/index.ts')
  expect(found).toEqual(expect.arrayContaining(['@edp/dtm', '@edp/edp-api']))
  expect(found).not.toEqual(expect.arrayContaining(['@edp/bom']))
  expect(found).not.toEqual(expect.arrayContaining(['@edp/drawing']))
})

test('a change in @edp/schemas runs every package that depends on it', async () => {
  const all = await affectedBy('packages/schemas/src/index.ts')
  expect(all).toEqual(expect.arrayContaining(['@edp/bom', '@edp/dtm', '@edp/drawing', '@edp/edp-api']))
})

test('a change in edp-api runs edp-api', async () => {
  expect(await affectedBy('apps/edp-api/src/cli.ts')).toEqual(['@edp/edp-api'])
})

test('a changed example runs what reads the examples', async () => {
  expect(await affectedBy('examples/payloads/dod_ac.json')).toEqual([
    '@edp/dtm-simulator',
    '@edp/edp-api',
    '@edp/testing',
  ])
})

test('a changed page of documentation runs no test', async () => {
  expect(await affectedBy('docs/glossary.md')).toEqual([])
})
