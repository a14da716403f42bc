import { drawSld } from '@edp/drawing'
import { drawingArea, type Area, type Drawing, type Point, type Sheet } from '@edp/schemas'
import { engineerExample, EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

/** Sizes of a site, containers, on which paper and sharing of the sheets differ. */
const SIZES = [1, 2, 8, 32, 33] as const
const CONTRASTING = ['commercial_no_bess', 'dod_ac', 'federal_dc_ext'] as const

const CASES: readonly (readonly [string, () => Drawing])[] = [
  ...EXAMPLE_NAMES.map((name) => [name, () => drawSld(engineerExample(name))] as const),
  ...CONTRASTING.flatMap((name) =>
    SIZES.map((containers) => {
      const example = examplePayload(name)
      const payload = {
        ...example,
        target_gpu_count: containers * 56,
        source_capacity_mw: Math.max(1, containers * 0.4),
        bess_capacity_mwh: example.bess_capacity_mwh === 0 ? 0 : containers,
      }
      return [`${name}, ${containers} containers`, () => drawSld(engineerExample(payload))] as const
    }),
  ),
]

/** The next smaller paper of a sheet, as far as its strip holds what the sheet has there. */
const SMALLER = { A1: 'A2', A2: 'A3' } as const

function pointsOf(sheet: Sheet): Point[] {
  return sheet.items.flatMap((item): readonly Point[] => {
    if (item.kind === 'line') return [item.from, item.to]
    if (item.kind === 'polyline') return item.points
    return item.kind === 'text' ? [item.at] : []
  })
}

/** The box around what a sheet draws, mm; an empty one where it draws nothing. */
function boxOf(sheet: Sheet): Area {
  const points = pointsOf(sheet)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) }
}

const width = ({ x0, x1 }: Area): number => x1 - x0
const height = ({ y0, y1 }: Area): number => y1 - y0

/** What the ends of texts reach over the box, mm. */
const OVERHANG_MM = 4

describe.each(CASES)('paper of the one-line diagram: %s', (_, draw) => {
  const { sheets } = draw()

  test('no sheet has more paper than its diagram and tables take', () => {
    const loose = sheets.flatMap((sheet) => {
      if (sheet.size === 'A3' || (sheet.size === 'A2' && sheet.sheet_id.startsWith('block-'))) return []
      const [box, area] = [boxOf(sheet), drawingArea(SMALLER[sheet.size])]
      const fits = width(box) + OVERHANG_MM <= width(area) && height(box) + OVERHANG_MM <= height(area)
      return fits ? [`${sheet.sheet_id} ${sheet.size}`] : []
    })
    expect(loose).toEqual([])
  })

  test('tables that found no room do not leave a sheet of their own mostly white', () => {
    const white = sheets.flatMap((sheet) => {
      if (!/^general-\d+$/.test(sheet.sheet_id)) return []
      const [box, area] = [boxOf(sheet), drawingArea(sheet.size)]
      const used = (width(box) * height(box)) / (width(area) * height(area))
      return used < 0.35 ? [`${sheet.sheet_id} ${Math.round(100 * used)} %`] : []
    })
    expect(white).toEqual([])
  })
})
