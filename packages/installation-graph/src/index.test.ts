import { expect, test } from 'vitest'

import * as face from './index.ts'

test('the public face is these names', () => {
  expect(Object.keys(face)).toEqual([
    'buildInstallationGraph',
    'drawInstallationGraph',
    'renderInstallationGraphJson',
    'toRelationshipCsv',
    'toScheduleCsv',
  ])
})
