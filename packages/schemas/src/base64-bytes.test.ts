import fc from 'fast-check'
import { expect, test } from 'vitest'

import { base64Bytes } from './base64-bytes.ts'

test('what was encoded comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(base64Bytes(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
    }),
  )
})
