import { expect, test } from 'vitest'

import { notesPanels } from './notes-panels.ts'
import type { Panel } from './panels.ts'

const NOTES = Array.from({ length: 12 }, (_, index) => `Note ${index} with some words that need two lines.`)
const STYLE = { widths_mm: [60], text_mm: 2.5, heading: 'NOTES' } as const

const textsOf = (panel: Panel): { value: string; at: readonly [number, number] }[] =>
  panel.draw(0, 0).flatMap((item) => (item.kind === 'text' ? [item] : []))
const numbersOf = (panel: Panel): string[] =>
  textsOf(panel).flatMap(({ value }) => (/^\d+\.$/.test(value) ? [value] : []))

test('notes are as high as their panel says', () => {
  const [panel, ...others] = notesPanels(NOTES, { ...STYLE, limit_mm: 200 })
  expect(others).toEqual([])
  if (panel === undefined) throw new Error('no panel')
  expect(numbersOf(panel)).toEqual(NOTES.map((_, index) => `${index + 1}.`))
  expect(Math.min(...textsOf(panel).map((text) => text.at[1]))).toBeGreaterThan(-panel.height_mm)
})

test('higher notes go on with their numbers in panels that keep the limit', () => {
  const panels = notesPanels(NOTES, { ...STYLE, limit_mm: 50 })
  expect(panels.length).toBeGreaterThan(1)
  expect(panels.flatMap(numbersOf)).toEqual(NOTES.map((_, index) => `${index + 1}.`))
  expect(Math.max(...panels.map((panel) => panel.height_mm))).toBeLessThanOrEqual(50)
  expect(panels.map((panel) => textsOf(panel)[0]?.value)).toEqual([
    'NOTES',
    ...panels.slice(1).map(() => 'NOTES (continued)'),
  ])
})

test('notes are set wider where one panel then holds them, else as narrow as can be', () => {
  const widthsOf = (limit_mm: number): number[] =>
    notesPanels(NOTES, { ...STYLE, widths_mm: [60, 80], limit_mm }).map((panel) => panel.width_mm)
  const [whole] = notesPanels(NOTES, { ...STYLE, limit_mm: 1000 })
  expect(widthsOf(whole?.height_mm ?? 0)).toEqual([60])
  expect(widthsOf(70)).toEqual([80])
  expect(widthsOf(30).every((width) => width === 60)).toBe(true)
})

test('a note that is higher than the limit stands alone', () => {
  expect(notesPanels(NOTES.slice(0, 2), { ...STYLE, limit_mm: 5 })).toHaveLength(2)
})
