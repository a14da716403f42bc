import { expect, test } from 'vitest'

import { siteFixture } from '../test/site-fixture.ts'
import { LINE_COLUMNS } from './bom-columns.ts'
import { buildBom } from './build-bom.ts'
import { PAGE_WIDTH } from './workbook.ts'

const widthOf = (columns: typeof LINE_COLUMNS): number => columns.reduce((sum, { width }) => sum + width, 0)

test('what is ordered fills the first page of a print, where it comes from the second', () => {
  const first = LINE_COLUMNS.findIndex(({ header }) => header === 'Country of origin')
  const [ordered, sourced] = [LINE_COLUMNS.slice(0, first), LINE_COLUMNS.slice(first)]
  expect(ordered.map(({ header }) => header)).toEqual(
    expect.arrayContaining(['Description', 'Rating', 'Part number', 'Unit', 'Order quantity']),
  )
  // The running number stands on both. The reader fits the wider page; the other one may not draw a column over.
  const [one, two] = [widthOf(ordered), (LINE_COLUMNS[0]?.width ?? 0) + widthOf(sourced)]
  expect(Math.ceil(widthOf(LINE_COLUMNS) / PAGE_WIDTH)).toBe(2)
  expect(one).toBeLessThanOrEqual(PAGE_WIDTH + 2)
  expect(two).toBeLessThan(one)
  expect(two + (sourced[0]?.width ?? 0)).toBeGreaterThan(one)
})

test('the tag is that of the unique item, else those of the components that it is', () => {
  const tag = LINE_COLUMNS.find(({ header }) => header === 'Tag')
  const [line] = buildBom(siteFixture()).lines
  if (line === undefined || tag === undefined) throw new Error('no line')
  expect(tag.value({ ...line, tag: '52-M1', component_tags: '' })).toBe('52-M1')
  expect(tag.value({ ...line, tag: null, component_tags: 'swl-01, swl-02' })).toBe('swl-01, swl-02')
})

test('no sourcing note of the bill is higher than two lines', () => {
  const note = LINE_COLUMNS.find(({ header }) => header === 'Compliance note')
  const longest =
    'Representation of the supplier for section 889 required: no Huawei, ZTE, Hytera, Hikvision or Dahua equipment. Cryptographic modules validated to FIPS 140-3; a security technical implementation guide can be applied.'
  expect(longest.length).toBeLessThanOrEqual(2 * (note?.width ?? 0))
})
