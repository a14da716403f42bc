import { engineerExample, EXAMPLE_NAMES } from '@edp/testing'
import { expect, test } from 'vitest'

import { buildBom } from '../src/build-bom.ts'
import { buildSchedule } from '../src/build-schedule.ts'
import { orderSize } from '../src/order-text.ts'

test.each(EXAMPLE_NAMES)('%s: finding PROC-002 counts what its message says of the bill', (name) => {
  const bom = buildBom(engineerExample(name))
  const open = bom.lines.filter(
    (line) => line.sourcing.supplier_certificate_required && !['cable', 'hose'].includes(line.category),
  )
  const counted = bom.findings.filter((finding) => finding.code === 'PROC-002')
  expect(counted.map(({ message }) => message.split(' need ')[0])).toEqual(
    bom.sourcing_tier === 'commercial' ? [] : [`${open.length} line(s) besides those of cables and hoses`],
  )
})

test.each(EXAMPLE_NAMES)('%s: every earthing conductor is ordered in AWG and mm2', (name) => {
  const sizes = buildSchedule(engineerExample(name))
    .entries.filter(({ connection }) => connection.service === 'earth')
    .map(({ connection }) => orderSize(connection))
  expect(sizes).toContain('2/0 AWG (67.4 mm2)')
  for (const size of sizes) expect(size).toMatch(/^([1-9](\/0)? AWG|\d+ kcmil) \([\d.]+ mm2\)$/)
})
