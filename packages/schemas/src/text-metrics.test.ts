import { expect, test } from 'vitest'

import { drawableText, fitText, isDrawable, NOTE_MAX, textWidth, wrapText } from './text-metrics.ts'

test('the width of a text is the sum of its advances at the cap height', () => {
  // Arimo: A 1366, V 1366 of 2048 units per em, cap height 1409 (font file).
  expect(textWidth('AV', 1409)).toBe(2732)
  expect(textWidth('', 2.5)).toBe(0)
})

test('what the font lacks becomes a visible placeholder, controls become spaces', () => {
  expect(drawableText('Zürich Süd – Łódź Ωμέγα 東京 "=1+1"')).toBe('Zürich Süd – Łódź Ωμέγα □□ "=1+1"')
  expect(drawableText('A\nB\r\n0\nLINE')).toBe('A B  0 LINE')
  expect(drawableText('a\u0000b\u2028c\ud800d')).toBe('a b c□d')
  expect(isDrawable('Ω ≤ µ °')).toBe(true)
  expect(isDrawable('東')).toBe(false)
})

test('a letter and its combining accent are composed', () => {
  expect(drawableText('u\u0308')).toBe('ü')
})

test('a drawn text has at most 250 characters', () => {
  expect(drawableText('x'.repeat(300))).toHaveLength(250)
})

test('a text is shortened to fit and never wider than asked', () => {
  const short = fitText('Medium-voltage switchgear line-up', 2.5, 30)
  expect(short.endsWith('...')).toBe(true)
  expect(textWidth(short, 2.5)).toBeLessThanOrEqual(30)
  expect(fitText('MV', 2.5, 30)).toBe('MV')
})

test('a text is broken at spaces, and inside a word that is too long', () => {
  const lines = wrapText('one two three aVeryLongWordThatFitsNoLineAtAll', 2.5, 20)
  expect(lines[0]).toBe('one two')
  for (const line of lines) expect(textWidth(line, 2.5)).toBeLessThanOrEqual(20)
  expect(lines.join('').replaceAll(' ', '')).toBe('onetwothreeaVeryLongWordThatFitsNoLineAtAll')
})

test('a note is longer than a text in one piece: its lines are pieces of their own', () => {
  const note = 'word '.repeat(100).trim()
  expect(wrapText(note, 2.5, 60).join(' ').endsWith('...')).toBe(true)
  expect(wrapText(note, 2.5, 60, NOTE_MAX).join(' ')).toBe(note)
})
