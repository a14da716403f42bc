import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkDrawing, lintDrawing, renderDxf, renderPdf } from '@edp/drawing'
import type { ConfiguratorPayload, Drawing, Primitive } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload, scratchDirectory, toolOrSkip } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf, type Documents } from './setup/documents.ts'
import { printWithLibreCad } from './setup/librecad.ts'
import { ALIKE, aloneOf, likeness, readingsOf } from './setup/read-drawings.ts'

const GPUS_PER_CONTAINER = 56

/** A site of a number of containers: what a size needs and nothing else differs. */
function sized(containers: number, changes: Partial<ConfiguratorPayload> = {}): ConfiguratorPayload {
  return {
    ...examplePayload('commercial_ac'),
    target_gpu_count: containers * GPUS_PER_CONTAINER,
    source_capacity_mw: containers * 0.4,
    bess_capacity_mwh: containers,
    ...changes,
  }
}

/** First faults of every drawing, by name: empty is what a checker of the print leaves unmarked. */
function faultsOf({ drawings }: Documents): string[] {
  return Object.entries(drawings).flatMap(([name, drawing]) => {
    checkDrawing(drawing)
    return lintDrawing(drawing)
      .slice(0, 5)
      .map((problem) => `${name} ${problem.sheet_id}: ${problem.code} ${problem.message}`)
  })
}

describe('lintDrawing has nothing to object to', () => {
  test.each(EXAMPLE_NAMES)('%s', (name) => {
    expect(faultsOf(documentsOf(examplePayload(name)))).toEqual([])
  })

  test.each([1, 2, 4, 5, 8, 32, 33, 57, 2000])('%i containers', (containers) => {
    expect(faultsOf(documentsOf(sized(containers)))).toEqual([])
  })

  test.each([
    ['dc_external_pcs', 4, 'h100_sxm'],
    ['dc_external_pcs', 33, 'b200'],
    ['dc_integrated_pcs', 1, 'b200'],
    ['dc_integrated_pcs', 32, 'h100_sxm'],
    ['none', 5, 'h100_sxm'],
    ['none', 1, 'b200'],
    ['none', 40, 'b200'],
  ] as const)('%s, %i containers, %s', (bess_coupling, containers, gpu_variant) => {
    const bess = bess_coupling === 'none' ? { bess_capacity_mwh: 0 } : {}
    expect(faultsOf(documentsOf(sized(containers, { bess_coupling, gpu_variant, ...bess })))).toEqual([])
  })

  test.each([
    ['off_grid', 'none', 'arid_hot'],
    ['solar', 'grid_backup', 'tropical'],
    ['nuclear', 'grid_tied', 'subarctic'],
  ] as const)('%s, %s, %s', (energy_source, grid_connection, climate_zone) => {
    expect(faultsOf(documentsOf(sized(8, { energy_source, grid_connection, climate_zone })))).toEqual([])
  })
})

/** Type of the DXF entity that a primitive becomes. */
function entityOf(item: Primitive): string {
  if ((item.kind === 'polyline' || item.kind === 'circle') && item.filled === true) return 'HATCH'
  return { line: 'LINE', polyline: 'LWPOLYLINE', circle: 'CIRCLE', arc: 'ARC', text: 'TEXT', use: 'INSERT' }[
    item.kind
  ]
}

/** Entities of each layer and type that the generator asked for; the writers add to the layers G-. */
function censusOf(drawing: Drawing): Record<string, number> {
  const census: Record<string, number> = {}
  const count = (key: string): void => {
    census[key] = (census[key] ?? 0) + 1
  }
  for (const sheet of drawing.sheets) {
    for (const item of sheet.items) if (!item.layer.startsWith('G-')) count(`${item.layer} ${entityOf(item)}`)
    for (const name of sheet.legend_layers ?? []) {
      const sample = sampleOf(sheet.items.filter((item) => item.layer === name))
      if (sample !== null) count(`${name} ${sample}`)
    }
  }
  return census
}

/** Entity of the sample that the legend shows of a layer: a box, a bar or a line, as what the sheet draws on it. */
function sampleOf(items: readonly Primitive[]): string | null {
  const drawn = items.filter((item) => item.kind !== 'text' && item.kind !== 'use')
  const closed = drawn.filter((item) => item.kind === 'polyline' && item.closed === true)
  if (drawn.length === 0) return null
  const open = closed.filter((item) => entityOf(item) !== 'HATCH')
  return open.length > 0 ? 'LWPOLYLINE' : closed.length === drawn.length ? 'HATCH' : 'LINE'
}

const CONTRASTING = ['commercial_dc_int', 'dod_no_bess', 'federal_dc_ext'] as const

/** What independent readers are given: contrasting examples, and sites of the sizes that change how sheets are filled. */
const READ: readonly (readonly [string, ConfiguratorPayload])[] = [
  ...CONTRASTING.map((name) => [name, examplePayload(name)] as const),
  ...[1, 33, 2000].map((containers) => [`${containers} containers`, sized(containers)] as const),
]

describe.each(READ)('independent readers: %s', (_, payload) => {
  test('DXF and PDF are sound, complete and say the same', async (context) => {
    toolOrSkip(context, 'python3-ezdxf', 'qpdf', 'pdftotext', 'pdffonts')
    const folder = scratchDirectory()
    const { drawings } = documentsOf(payload)
    for (const [kind, drawing] of Object.entries(drawings)) {
      writeFileSync(join(folder, `${kind}.dxf`), renderDxf(drawing))
      writeFileSync(join(folder, `${kind}.pdf`), await renderPdf(drawing))
    }
    const readings = readingsOf(folder)
    for (const [kind, drawing] of Object.entries(drawings)) {
      const { dxf, pdf } = readings[kind]!
      expect(dxf.problems, kind).toEqual([])
      expect(dxf.handles_distinct, `${kind}: handles`).toBe(dxf.handles)
      expect(dxf.layouts, `${kind}: layouts`).toBe(drawing.sheets.length)
      expect(dxf.on_layer_0, `${kind}: on layer 0`).toBe(0)
      const own = Object.entries(dxf.census).filter(([layer]) => !layer.startsWith('G-'))
      expect(Object.fromEntries(own), `${kind}: census`).toEqual(censusOf(drawing))
      expect(pdf.problems, kind).toEqual([])
      expect(pdf.pages, `${kind}: pages`).toBe(drawing.sheets.length)
      expect(pdf.fonts, `${kind}: fonts`).toBeGreaterThan(0)
      expect(pdf.fonts_embedded, `${kind}: embedded fonts`).toBe(pdf.fonts)
      expect(pdf.characters, `${kind}: text of PDF and DXF`).toEqual(dxf.characters)
    }
  }, 300_000)
})

test('a CAD program draws the DXF as the PDF shows it', async (context) => {
  toolOrSkip(context, 'librecad', 'python3-ezdxf', 'pdftoppm')
  const folder = scratchDirectory()
  const { drawings } = documentsOf(examplePayload('federal_dc_ext'))
  for (const [kind, drawing] of Object.entries(drawings)) {
    const start = aloneOf(drawing, 2)
    const path = join(folder, kind)
    writeFileSync(`${path}.dxf`, renderDxf(start))
    writeFileSync(`${path}.pdf`, await renderPdf(start))
    printWithLibreCad(`${path}.dxf`, `${path}.librecad.pdf`)
  }
  const readings = readingsOf(folder)
  const like = (pdf: string, dxf: string): number =>
    likeness(readings[pdf]?.ink ?? [], readings[dxf]?.ink_librecad ?? [])
  for (const kind of Object.keys(drawings)) expect(like(kind, kind), kind).toBeGreaterThan(ALIKE)
  // Two drawings on the same paper are told apart by the same measure.
  expect(like('sld', 'pid_cooling')).toBeLessThan(0.5)
  expect(like('pid_cooling', 'sld')).toBeLessThan(0.5)
}, 180_000)

test('every character that drawings and people use is drawn, or a box in its place', async (context) => {
  toolOrSkip(context, 'pdftoppm')
  const used = CONTRASTING.flatMap((name) => Object.values(documentsOf(examplePayload(name)).drawings))
  const named = 'Zürich Süd – Łódź Ωμέγα 東京 "=1+1" ĄŠÑßçÞøÅÆœ Кирил ½≤≥±°µ²³²€§…„“‚‘»«'
  const characters = [...new Set(used.map(textOf).join('') + named)].filter((c) => c.trim() !== '')
  const [first] = used
  if (first === undefined) throw new Error('no drawing')
  const layer = first.layers[0]?.name ?? ''
  const columns = 36
  const cell = 10
  const items = characters.map((value, i): Primitive => {
    const at = [30 + (i % columns) * cell, 280 - Math.floor(i / columns) * cell] as const
    return { kind: 'text', layer, at, height: 5, value }
  })
  const sheet = { sheet_id: 'characters', size: 'A3', title: '', items, notes: [] } as const
  const folder = scratchDirectory()
  writeFileSync(join(folder, 'characters.pdf'), await renderPdf({ ...first, sheets: [sheet] }))
  spawnSync('pdftoppm', ['-r', '101.6', '-gray', 'characters.pdf', 'page'], { cwd: folder })
  const pgm = readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith('.pgm')) ?? ''))
  const width = Number(/^P5\s(\d+)/.exec(pgm.subarray(0, 20).toString('latin1'))?.[1])
  const height = Math.round((297 * 101.6) / 25.4)
  const pixels = pgm.subarray(pgm.length - width * height)
  /** Dark pixels between half a millimetre below the base line and the ascender, 4 pixels a millimetre. */
  const inkOf = ([x, y]: readonly [number, number]): number => {
    let dark = 0
    for (let row = Math.round((297 - y - 7) * 4); row < (297 - y + 2) * 4; row += 1)
      for (let column = x * 4; column < (x + cell - 1) * 4; column += 1)
        if ((pixels[row * width + column] ?? 255) < 160) dark += 1
    return dark
  }
  const blank = items.flatMap((item) => (item.kind === 'text' && inkOf(item.at) < 3 ? [item.value] : []))
  expect(characters.length).toBeGreaterThan(120)
  expect(blank).toEqual([])
}, 60_000)
