import { buildBom, buildSchedule } from '@edp/bom'
import { engineerExample, EXAMPLE_NAMES } from '@edp/testing'
import { expect, test } from 'vitest'

test.each(EXAMPLE_NAMES)('%s: finding PROC-002 counts what its message says of the bill', (name) => {
  const bom = buildBom(engineerExample(name))
  const open = bom.lines.filter(
    (line) => line.sourcing.supplier_certificate_required && !['cable', 'hose'].includes(line.category),
  )
  const counted = bom.findings.filter((finding) => finding.code === 'PROC-002')
  expect(counted.map(({ message }) => message.split(' need ')[0])).toEqual(
    bom.sourcing_tier === 'commercial' ? [] : [`${open.length} lines besides those of cables and hoses`],
  )
})

test.each(EXAMPLE_NAMES)('%s: every earthing conductor is ordered in AWG and mm2', (name) => {
  const earth = buildSchedule(engineerExample(name)).entries.filter(
    ({ connection }) => connection.service === 'earth',
  )
  expect(earth.length).toBeGreaterThan(4)
  for (const { connection } of earth) {
    expect(connection.cable?.size_awg, connection.connection_id).toMatch(/^([1-9](\/0)?|\d+ kcmil)$/)
    expect(connection.cable?.size_mm2, connection.connection_id).toBeGreaterThan(0)
  }
})
