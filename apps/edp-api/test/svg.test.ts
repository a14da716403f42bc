import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { renderDxf, renderPdf, renderSvg } from '@edp/drawing'
import { drawableText, SHEET_SIZES, type Drawing, type Sheet } from '@edp/schemas'
import { examplePayload, scratchDirectory, toolOrSkip } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { pageInBrowser, printInBrowser } from './setup/browser.ts'
import { documentsOf } from './setup/documents.ts'
import { aloneOf, ALIKE, likeness, readingsOf } from './setup/read-drawings.ts'

/** What a browser says of one SVG. */
interface Seen {
  readonly broken: boolean
  readonly ids: readonly string[]
  readonly texts: readonly string[]
  /** Texts whose width on the page is not the one that they were laid out with. */
  readonly off: readonly string[]
  /** What every symbol with a tag says of itself. */
  readonly data: readonly Readonly<Record<string, string>>[]
}

/** Reads every SVG of a page in a font that is not the one of the drawings. */
const READER = `
const seen = JSON.parse(document.getElementById('sources').textContent).map((source) => {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
  const broken = parsed.getElementsByTagName('parsererror').length > 0
  const svg = document.body.appendChild(document.importNode(parsed.documentElement, true))
  svg.setAttribute('font-family', 'DejaVu Serif')
  const texts = [...svg.getElementsByTagName('text')]
  const off = texts.filter((text) =>
    // An A, and a J more so, reaches beyond its advance in some fonts.
    Math.abs(text.getBBox().width - text.getAttribute('textLength')) > 0.3 * text.getAttribute('font-size'))
  const symbols = [...svg.querySelectorAll('g[id]')]
  return {
    broken,
    ids: symbols.map((symbol) => symbol.id),
    texts: texts.map((text) => text.textContent),
    off: off.map((text) => text.textContent + ' ' + text.getBBox().width + ' not ' + text.getAttribute('textLength')),
    data: [...svg.querySelectorAll('g[data-tag]')].map((symbol) => ({ ...symbol.dataset })),
  }
})
document.body.textContent = JSON.stringify(seen)
`

/** A script cannot hold the end of a script: strings of JSON may be written with escapes. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function seenInBrowser(sources: readonly string[]): Seen[] {
  const html = pageInBrowser(
    scratchDirectory(),
    `<!doctype html><meta charset="utf-8"><body><script type="application/json" id="sources">${inScript(sources)}</script><script>${READER}</script>`,
  )
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: '\u00a0' }
  return JSON.parse(body.replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => entities[name] ?? '')) as Seen[]
}

const textsOf = (sheet: Sheet): string[] =>
  sheet.items.flatMap((item) => (item.kind === 'text' ? [drawableText(item.value)] : []))

const symbolIdsOf = (sheet: Sheet): string[] =>
  sheet.items.flatMap((item) => (item.kind === 'use' && item.id !== undefined ? [item.id] : []))

describe.each(['commercial_dc_int', 'dod_no_bess', 'federal_dc_ext'] as const)(
  'SVG in a browser: %s',
  (name) => {
    const { site, dtm, drawings } = documentsOf(examplePayload(name))
    const sheets = Object.values(drawings).flatMap((drawing) =>
      drawing.sheets.map((sheet) => ({ drawing, sheet })),
    )

    test('is sound, and holds every text at its width and every id once, in any font', (context) => {
      toolOrSkip(context, 'chromium')
      const seen = seenInBrowser(sheets.map(({ drawing, sheet }) => renderSvg(drawing, sheet.sheet_id)))
      expect(seen).toHaveLength(sheets.length)
      seen.forEach(({ broken, ids, texts, off }, index) => {
        const { drawing, sheet } = sheets[index]!
        const where = `${drawing.drawing_id} ${sheet.sheet_id}`
        expect(broken, where).toBe(false)
        expect(off, where).toEqual([])
        const drawn = new Set(texts)
        expect(
          textsOf(sheet).filter((text) => !drawn.has(text)),
          where,
        ).toEqual([])
        expect(ids.length, where).toBe(new Set(ids).size)
        expect(new Set(ids), where).toEqual(new Set(symbolIdsOf(sheet)))
      })
    }, 180_000)

    test('modules and breakers are found by their id, meters by tag, devices of tables by uuid', (context) => {
      toolOrSkip(context, 'chromium')
      const { sld } = drawings
      const seen = seenInBrowser(sld.sheets.map((sheet) => renderSvg(sld, sheet.sheet_id)))
      const data = seen.flatMap((one) => one.data)
      const { supplies = [], transformers = [] } = site.electrical.blocks[0] ?? {}
      const meters = supplies.flatMap(({ breaker }) => breaker.meter_tag ?? [])
      for (const tag of meters) expect(data).toContainEqual(expect.objectContaining({ tag }))
      for (const { tag, module_id } of supplies)
        expect(data).toContainEqual(expect.objectContaining({ id: module_id, tag, moduleId: module_id }))
      for (const { tag, primary_breaker } of transformers) {
        expect(data).toContainEqual(expect.objectContaining({ tag }))
        expect(data).toContainEqual(
          expect.objectContaining({ id: primary_breaker.tag, tag: primary_breaker.tag }),
        )
      }
      const rows = drawings.comms.sheets.map((sheet) => renderSvg(drawings.comms, sheet.sheet_id)).join('')
      const one = dtm.devices[0]?.device_uuid ?? ''
      expect(rows).toContain(`data-id="${one}"`)
    }, 180_000)
  },
)

test('a browser prints the SVG as the PDF shows it', async (context) => {
  toolOrSkip(context, 'chromium', 'pdftoppm', 'python3-ezdxf')
  const folder = scratchDirectory()
  const { drawings } = documentsOf(examplePayload('federal_dc_ext'))
  const firsts: Record<string, Drawing> = Object.fromEntries(
    Object.entries(drawings).map(([kind, drawing]) => [kind, aloneOf(drawing, 1)]),
  )
  for (const [kind, drawing] of Object.entries(firsts)) {
    const [sheet] = drawing.sheets
    if (sheet === undefined) throw new Error(`${kind} has no sheet`)
    const [width, height] = SHEET_SIZES[sheet.size]
    writeFileSync(join(folder, `${kind}.dxf`), renderDxf(drawing))
    writeFileSync(join(folder, `${kind}.pdf`), await renderPdf(drawing))
    const style = `@page{size:${width}mm ${height}mm;margin:0}body{margin:0}svg{display:block}`
    const html = `<!doctype html><meta charset="utf-8"><style>${style}</style>${renderSvg(drawing, sheet.sheet_id)}`
    printInBrowser(folder, html, `${kind}.browser.pdf`)
  }
  const readings = readingsOf(folder)
  const like = (pdf: string, svg: string): number =>
    likeness(readings[pdf]?.ink ?? [], readings[svg]?.ink_browser ?? [])
  for (const kind of Object.keys(drawings)) expect(like(kind, kind), kind).toBeGreaterThan(ALIKE)
  expect(like('sld', 'pid_cooling')).toBeLessThan(0.5)
}, 180_000)
