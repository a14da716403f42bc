import type { Sheet } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

/** Texts of a sheet that lead to another one. */
function linksOf(sheet: Sheet): Map<string, string> {
  return new Map(
    sheet.items.flatMap((item) =>
      item.kind === 'text' && item.link !== undefined ? [[item.value, item.link.sheet_id] as const] : [],
    ),
  )
}

/** Whether a sheet draws a breaker with its tag. */
function draws(sheet: Sheet | undefined, tag: string): boolean {
  return sheet?.items.some((item) => item.kind === 'use' && item.attributes?.['TAG'] === tag) ?? false
}

describe.each(EXAMPLE_NAMES)('the key one-line: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const { sheets } = drawings.sld
  const keys = sheets.filter((sheet) => sheet.sheet_id.startsWith('key-'))
  const details = sheets.filter((sheet) => sheet.sheet_id.startsWith('block-'))
  const { blocks } = site.electrical

  test('is there exactly when no one sheet shows all of the medium voltage', () => {
    const stacked = details[0]?.size !== 'A3'
    expect(keys.length > 0).toBe(blocks.length > 1 || (stacked && details.length > 1))
  })

  test('names every main device, and each leads to the sheet that draws it', () => {
    const links = new Map(keys.flatMap((sheet) => [...linksOf(sheet)]))
    const tags =
      keys.length === 0
        ? []
        : blocks.flatMap((block) => [
            ...block.transformers.flatMap((t) => [t.primary_breaker.tag, t.secondary_breaker.tag]),
            ...(block.earthing_transformer === null ? [] : [block.earthing_transformer.breaker.tag]),
            ...block.bess_branches.map((branch) => branch.tag),
          ])
    const astray = tags.filter(
      (tag) =>
        !draws(
          details.find((s) => s.sheet_id === links.get(tag)),
          tag,
        ),
    )
    expect(astray).toEqual([])
    const ties = keys.length === 0 ? [] : blocks.flatMap((block) => block.bus_ties.map((tie) => tie.tag))
    expect(ties.filter((tag) => !links.has(tag))).toEqual([])
  })

  test('counts every feeder of its blocks', () => {
    const texts = keys.flatMap((sheet) =>
      [...sheet.items].flatMap((item) => (item.kind === 'text' ? [item.value] : [])),
    )
    const sum = (pattern: RegExp): number =>
      texts.reduce((total, text) => total + Number(pattern.exec(text)?.[1] ?? 0), 0)
    const feeders = keys.length === 0 ? [] : blocks.flatMap((block) => block.feeders)
    expect(sum(/^(\d+) feeders to containers$/)).toBe(feeders.filter((f) => f.kind === 'compute').length)
    expect(sum(/^and (\d+) other feeders$/)).toBe(feeders.filter((f) => f.kind !== 'compute').length)
  })
})
