import { expect, test } from 'vitest'

import { counted, plural } from './counted.ts'

test('a finding counts in words of the number: 1 block, 2 blocks, is and are', () => {
  expect([counted(1, 'block'), counted(2, 'block'), plural(1, 'is', 'are'), plural(0, 'is', 'are')]).toEqual([
    '1 block',
    '2 blocks',
    'is',
    'are',
  ])
})
