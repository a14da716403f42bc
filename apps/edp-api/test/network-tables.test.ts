import type { Sheet } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['100 containers', examplePayload('dod_ac', { target_gpu_count: 100 * 56 })],
] as const

/** Headings of tables, and what the title of a sheet calls them. */
const SUBJECTS = {
  'ZONES ': 'zones',
  'UP-LINK': 'up-link',
  'NETWORK EQUIPMENT': 'network equipment',
  'RESERVED ADDRESSES': 'reserved addresses',
  'ADDRESSES OF': 'addresses',
  'NETWORK CABLES BETWEEN MODULES': 'cables between modules',
  'TRUNK CABLES OF THE BLOCKS': 'cables by block',
  CONDUITS: 'conduits',
  'OT RINGS': 'ot rings',
  'FABRIC CHANNELS': 'fabric channels',
  'LIST OF SHEETS': 'list of sheets',
} as const

const textsOf = ({ items }: Sheet): string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))

describe.each(CASES)('tables of the network diagram: %s', (_, payload) => {
  const { drawings } = documentsOf(payload)
  const { sheets } = drawings.comms
  const tables = sheets.filter(({ sheet_id }) => sheet_id.startsWith('net-tables'))

  test('the title of a sheet of tables names what it holds and nothing else', () => {
    for (const sheet of tables) {
      const texts = textsOf(sheet)
      const held = Object.entries(SUBJECTS).flatMap(([heading, subject]) =>
        texts.some((text) => text.startsWith(heading)) ? [subject] : [],
      )
      const named = sheet.title
        .toLowerCase()
        .replace(/, part \d+ of \d+$/, '')
        .split(/, | and /)
      expect(named.sort(), sheet.sheet_id).toEqual(held.sort())
    }
  })

  test('the list of sheets has every sheet with its title', () => {
    const lists = sheets.map(textsOf).filter((texts) => texts.includes('LIST OF SHEETS'))
    expect(lists).toHaveLength(1)
    // A long title takes two lines.
    const listed = lists.flat().join(' ')
    for (const { title } of sheets) expect(listed).toContain(title)
  })
})
