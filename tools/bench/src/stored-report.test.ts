import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { Report } from './report-schema.ts'
import { reportText } from './report-text.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** A table as its cells, whatever the widths of its columns. */
const plain = (text: string): string => text.replace(/[\s-]+/g, ' ')

test('docs/performance.md shows the stored report', () => {
  const report = Report.parse(JSON.parse(read('../report.json')))
  expect(plain(read('../../../docs/performance.md'))).toContain(plain(reportText(report)))
})
