import { spawnSync } from 'node:child_process'

import type { Drawing, Primitive } from '@edp/schemas'
import { repositoryPath } from '@edp/testing'

/** What independent readers say of a drawing in both formats. */
export interface Reading {
  readonly dxf: {
    readonly problems: readonly string[]
    readonly handles: number
    readonly handles_distinct: number
    readonly layouts: number
    readonly census: Readonly<Record<string, number>>
    readonly on_layer_0: number
    readonly characters: Readonly<Record<string, number>>
  }
  readonly pdf: {
    readonly problems: readonly string[]
    readonly fonts: number
    readonly fonts_embedded: number
    readonly pages: number
    readonly characters: Readonly<Record<string, number>>
  }
  readonly ink?: readonly (readonly number[])[]
  readonly ink_librecad?: readonly (readonly number[])[]
  readonly ink_browser?: readonly (readonly number[])[]
}

/**
 * What ezdxf, qpdf and poppler say of every NAME.dxf and NAME.pdf of a folder. The ink is there where NAME.librecad.pdf or
 * NAME.browser.pdf is.
 */
export function readingsOf(folder: string): Record<string, Reading> {
  const script = repositoryPath('apps/edp-api/test/setup/read_drawings.py')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, Reading>
}

/** How far two pictures of equal raster agree, 1 is the same: correlation of their ink. */
export function likeness(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const [x, y] = [a.flat(), b.flat()]
  const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const product = (p: readonly number[], q: readonly number[], mp: number, mq: number): number =>
    p.reduce((s, v, i) => s + (v - mp) * ((q[i] ?? 0) - mq), 0)
  return product(x, y, mx, my) / Math.sqrt(product(x, x, mx, mx) * product(y, y, my, my))
}

/** The first sheets alone, without the ways to the others. */
export function aloneOf(drawing: Drawing, count: number): Drawing {
  const alone = (item: Primitive): Primitive => {
    if (item.kind === 'text') return { ...item, link: undefined }
    return item.kind === 'use' ? { ...item, link: undefined, offpage: undefined } : item
  }
  const sheets = drawing.sheets.slice(0, count).map((sheet) => ({ ...sheet, items: sheet.items.map(alone) }))
  return { ...drawing, sheets }
}

/** Two pictures of one drawing agree at least so far: measured 0.97 to 0.99, of two drawings below 0.1. */
export const ALIKE = 0.95
