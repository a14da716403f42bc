import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload } from '../src/index.ts'

const messageOf = (site: ReturnType<typeof engineerExample>): string | undefined =>
  site.findings.find(({ code }) => code === 'EL-019')?.message

test.each([
  ['commercial_ac', 'its loss stops the compute fabric of the site.'],
  ['commercial_dc_int', 'its loss stops the compute fabric of the block.'],
  ['dod_no_bess', 'its loss, or that of C01, stops the compute fabric of the site.'],
] as const)(
  '%s: one board feeds A and B of the spine racks, and the finding says what it stops',
  (name, end) => {
    expect(messageOf(engineerExample(name))).toBe(
      `PDUs A and B of the spine racks hang on one board (SPB) behind TX2 and one feeder without UPS: ${end}`,
    )
  },
)

test('the finding is there if, and only if, the site has spines', () => {
  for (const name of EXAMPLE_NAMES) {
    const site = engineerExample(name)
    const spines = site.network.nodes.some(({ kind }) => kind === 'spine')
    expect([name, messageOf(site) !== undefined]).toEqual([name, spines])
  }
  const one = engineerExample(examplePayload('commercial_dc_int', { target_gpu_count: 56 }))
  expect(messageOf(one)).toBeUndefined()
})
