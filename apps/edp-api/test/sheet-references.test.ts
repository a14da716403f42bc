import type { Primitive, Sheet } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

type Text = Extract<Primitive, { kind: 'text' }>

const textsOf = ({ items }: Sheet): Text[] => items.filter((item) => item.kind === 'text')

/** Tags of what a sheet draws. */
const drawnOn = ({ items }: Sheet): Set<string | undefined> =>
  new Set(items.map((item) => (item.kind === 'use' ? item.attributes?.['TAG'] : undefined)))

describe.each(EXAMPLE_NAMES)('references between the sheets of the one-line: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const { sheets } = drawings.sld
  const numberOf = (sheet_id: string | undefined): string =>
    String(sheets.findIndex((sheet) => sheet.sheet_id === sheet_id) + 1).padStart(3, '0')
  const distributions = sheets.filter(({ sheet_id }) => sheet_id.startsWith('distribution-'))
  const feeders = site.electrical.blocks.flatMap((block) => block.feeders)

  test('the load of every feeder names the sheet that shows its inside, where one does', () => {
    const wrong = feeders.flatMap(({ breaker, load_module_id }) => {
      const typical = site.typicals.find(({ module_ids }) => module_ids.includes(load_module_id ?? ''))
      const sheet = sheets.find((one) => drawnOn(one).has(breaker.tag) && one.sheet_id.startsWith('block-'))
      const reference = sheet?.items.find(
        (item) => item.kind === 'text' && item.net === breaker.tag && item.value.startsWith('sheet '),
      )
      if (typical === undefined) return reference === undefined ? [] : [breaker.tag]
      const inside = distributions.find((one) =>
        textsOf(one).some(({ value }) =>
          new RegExp(` ${typical.designations.replaceAll('.', '\\.')}\\b`).test(value),
        ),
      )
      const right =
        reference?.kind === 'text' &&
        inside !== undefined &&
        reference.value === `sheet ${numberOf(inside.sheet_id)}` &&
        reference.link?.sheet_id === inside.sheet_id
      return right ? [] : [breaker.tag]
    })
    expect(wrong).toEqual([])
  })

  test('the bus of the block inside its container has its name and the sheets that draw its breakers', () => {
    const grids = site.typicals.filter(({ kind }) => kind === 'grid_container')
    for (const grid of grids) {
      const own = new Set(grid.module_ids)
      const tags = feeders.filter((f) => own.has(f.load_module_id ?? '')).map((f) => f.breaker.tag)
      const drawing = sheets.filter(
        (one) => one.sheet_id.startsWith('block-') && tags.some((tag) => drawnOn(one).has(tag)),
      )
      const label = distributions
        .flatMap(textsOf)
        .find(({ net, value }) => net === 'grid_container/LVS' && /^sheets? \d/.test(value))
      expect(label?.link?.sheet_id).toBe(drawing[0]?.sheet_id)
      for (const { sheet_id } of drawing) expect(label?.value).toContain(numberOf(sheet_id))
      const buses = site.electrical.blocks.flatMap((block) => block.lv_buses.map(({ tag }) => tag))
      const texts = distributions
        .flatMap(textsOf)
        .flatMap((text) => (text.net === 'grid_container/LVS' ? [text.value] : []))
      if (grid.modules_count === 1) expect(texts).toEqual(expect.arrayContaining(buses))
    }
  })
})
