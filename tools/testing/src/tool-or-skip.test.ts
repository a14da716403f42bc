import { afterEach, expect, test, vi } from 'vitest'

import { requireOrSkip } from './tool-or-skip.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a missing tool skips by name', () => {
  vi.stubEnv('EDP_REQUIRE_TOOLS', undefined)
  const skip = vi.fn<(note?: string) => never>()
  requireOrSkip({ skip } as never, false, 'not installed: qpdf')
  expect(skip).toHaveBeenCalledWith('not installed: qpdf')
})

test('a missing tool fails where tools are required', () => {
  vi.stubEnv('EDP_REQUIRE_TOOLS', '1')
  const skip = vi.fn<(note?: string) => never>()
  expect(() => {
    requireOrSkip({ skip } as never, false, 'not installed: qpdf')
  }).toThrow('not installed: qpdf')
  expect(skip).not.toHaveBeenCalled()
})
