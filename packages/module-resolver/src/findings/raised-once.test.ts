import { expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

test('a finding is raised once, however many things it concerns, and lists no more than twenty of them', () => {
  const site = exampleSite({
    target_gpu_count: 64 * 56,
    ...withBattery(300),
    deployment_context: 'sovereign_government',
  })
  const codes = site.findings.map((finding) => finding.code)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index && code !== 'LAY-001')).toEqual([])
  for (const { concerns } of site.findings) expect(concerns.length).toBeLessThanOrEqual(20)
})
