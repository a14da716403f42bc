import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildBom, buildSchedule, renderBomXlsx, renderScheduleXlsx } from '@edp/bom'
import type { BomDocument, ConfiguratorPayload, ScheduleDocument, ScheduleEntry } from '@edp/schemas'
import { engineerExample, examplePayload, repositoryPath, scratchDirectory, toolOrSkip } from '@edp/testing'
import { describe, expect, test } from 'vitest'

type Cell = string | number | boolean | null

/** A sheet as a reader that shares no code with the writer sees it. */
interface Sheet {
  readonly rows: readonly (readonly Cell[])[]
  readonly formulas: readonly string[]
  readonly freeze: string | null
  readonly filter: string | null
  readonly orientation: string
  readonly fit_to_width: number
  readonly print_titles: string | null
}

type Book = Readonly<Record<string, Sheet>>

interface Written {
  readonly bom: BomDocument
  readonly schedule: ScheduleDocument
  readonly files: readonly [string, string]
}

async function write(folder: string, payload: ConfiguratorPayload): Promise<Written> {
  const site = engineerExample(payload)
  const [bom, schedule] = [buildBom(site), buildSchedule(site)]
  mkdirSync(folder, { recursive: true })
  const files = [join(folder, 'bom.xlsx'), join(folder, 'cable_hose_schedule.xlsx')] as const
  writeFileSync(files[0], await renderBomXlsx(bom))
  writeFileSync(files[1], await renderScheduleXlsx(schedule))
  return { bom, schedule, files }
}

/** Every cell as openpyxl reads it, workbook by workbook. */
function cellsOf(files: readonly string[]): readonly [Book, Book] {
  const script = repositoryPath('apps/edp-api/test/setup/read_cells.py')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  const books = JSON.parse(stdout) as Record<string, Book>
  return [books['bom.xlsx'] ?? {}, books['cable_hose_schedule.xlsx'] ?? {}]
}

/** A column below its header; an empty cell is null. */
function column(sheet: Sheet | undefined, header: string): Cell[] {
  const [head = [], ...rows] = sheet?.rows ?? []
  const index = head.indexOf(header)
  if (index < 0) throw new Error(`no column ${header}`)
  return rows.map((row) => row[index] ?? null)
}

/** A workbook has no empty texts: they are cells that are not written. */
const text = (value: string | null): string | null => (value === '' ? null : value)

const SHEETS = {
  cables: 'Cables',
  fibre: 'Fibre',
  earthing: 'Earthing',
  hoses: 'Hoses',
  internal: 'Internal (typical)',
} as const satisfies Record<ScheduleEntry['sheet'], string>

function expectEqualBom(book: Book, bom: BomDocument): void {
  const lines = book['Lines']
  expect(column(lines, 'Line')).toEqual(bom.lines.map((line) => line.line_no))
  expect(column(lines, 'Item')).toEqual(bom.lines.map((line) => line.item_id))
  expect(column(lines, 'In line')).toEqual(bom.lines.map((line) => line.parent_line_no))
  expect(column(lines, 'Description')).toEqual(bom.lines.map((line) => text(line.description)))
  expect(column(lines, 'Rating')).toEqual(bom.lines.map((line) => text(line.rating)))
  expect(column(lines, 'Manufacturer')).toEqual(bom.lines.map((line) => line.manufacturer))
  expect(column(lines, 'Quantity')).toEqual(bom.lines.map((line) => line.quantity))
  expect(column(lines, 'Spares')).toEqual(bom.lines.map((line) => line.spare_quantity))
  expect(column(lines, 'Order quantity')).toEqual(bom.lines.map((line) => line.order_quantity))
  expect(column(lines, 'Total mass without spares (kg)')).toEqual(bom.lines.map((line) => line.total_mass_kg))
  expect(column(lines, 'TAA')).toEqual(bom.lines.map((line) => line.sourcing.taa_status))
  expect(column(lines, 'Country of origin')).toEqual(bom.lines.map((line) => line.sourcing.country_of_origin))
  expect(column(book['Findings'], 'Code')).toEqual(bom.findings.map((finding) => finding.code))
  expect(column(book['Findings'], 'Message')).toEqual(bom.findings.map((finding) => finding.message))
  expect(column(book['Basis of design'], 'Rule')).toEqual(bom.basis.map((basis) => basis.rule_id))
  expect(column(book['Basis of design'], 'Value')).toEqual(
    bom.basis.map(({ value }) => (typeof value === 'number' ? value : text(String(value)))),
  )
}

function expectEqualSchedule(book: Book, schedule: ScheduleDocument): void {
  for (const [sheet, name] of Object.entries(SHEETS)) {
    const rows = schedule.entries.filter((entry) => entry.sheet === sheet).map((entry) => entry.connection)
    expect(column(book[name], 'Number'), name).toEqual(rows.map((c) => c.connection_id))
    expect(column(book[name], 'Cut length (m)'), name).toEqual(rows.map((c) => c.length.cut_m))
    expect(column(book[name], 'From port'), name).toEqual(rows.map((c) => c.from.port))
    expect(column(book[name], 'To port'), name).toEqual(rows.map((c) => c.to.port))
    // For the people on site: there, and empty.
    for (const blank of ['Test date', 'Tested by'])
      expect(column(book[name], blank).every((cell) => cell === null)).toBe(true)
  }
  const cables = schedule.entries.filter((e) => e.sheet === 'cables').map((e) => e.connection)
  expect(column(book['Cables'], 'Design current (A)')).toEqual(
    cables.map((c) => c.power?.design_current_a ?? null),
  )
  expect(column(book['Cables'], 'Voltage drop (%)')).toEqual(
    cables.map((c) => c.power?.voltage_drop_pct ?? null),
  )
  expect(column(book['Totals'], 'Order (m)')).toEqual(schedule.totals.map((total) => total.order_length_m))
  expect(column(book['Cut list'], 'Pieces')).toEqual(schedule.cut_list.map((cut) => cut.pieces_count))
}

describe.each(['federal_dc_ext', 'dod_no_bess'] as const)('workbooks of %s', (name) => {
  test('openpyxl reads what the JSON documents say, and sheets that are set up for work and print', async (context) => {
    toolOrSkip(context, 'python3-openpyxl')
    const { bom, schedule, files } = await write(scratchDirectory(), examplePayload(name))
    const [bomBook, scheduleBook] = cellsOf(files)
    expect(Object.keys(bomBook)).toEqual([
      'Summary',
      'Lines',
      'By module',
      'Cables and hoses',
      'Findings',
      'Basis of design',
    ])
    expect(Object.keys(scheduleBook)).toEqual([...Object.values(SHEETS), 'Totals', 'Cut list'])
    expectEqualBom(bomBook, bom)
    expectEqualSchedule(scheduleBook, schedule)
    for (const [title, sheet] of [...Object.entries(bomBook), ...Object.entries(scheduleBook)]) {
      expect(sheet.freeze, title).toBe('B2')
      expect(sheet.filter, title).toMatch(/^A1:/)
      expect(sheet.orientation, title).toBe('landscape')
      expect(sheet.fit_to_width, title).toBeGreaterThanOrEqual(1)
      expect(sheet.print_titles, title).toBe('$1:$1')
    }
  })

  test('LibreOffice opens them and keeps every cell', async (context) => {
    toolOrSkip(context, 'python3-openpyxl', 'libreoffice')
    const scratch = scratchDirectory()
    const { files } = await write(join(scratch, 'written'), examplePayload(name))
    const { status, stderr } = spawnSync(
      'libreoffice',
      [
        '--headless',
        `-env:UserInstallation=file://${scratch}/profile`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(scratch, 'kept'),
        ...files,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    )
    expect(status, stderr).toBe(0)
    const kept = cellsOf(files.map((file) => file.replace('/written/', '/kept/')))
    cellsOf(files).forEach((book, index) => {
      for (const [title, sheet] of Object.entries(book))
        expect(kept[index]?.[title]?.rows, title).toEqual(sheet.rows)
    })
  }, 180_000)
})

test.for([
  '=1+1',
  '=HYPERLINK("http://example.com";"x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '&L&"Arial"',
  '_x003D_1',
])('a site named %j is a text in both workbooks, never a formula', async (deployment_site_name, context) => {
  toolOrSkip(context, 'python3-openpyxl')
  const { bom, files } = await write(scratchDirectory(), {
    ...examplePayload('commercial_no_bess'),
    deployment_site_name,
    operator_org: deployment_site_name,
  })
  const books = cellsOf(files)
  for (const book of books)
    for (const [title, sheet] of Object.entries(book)) expect(sheet.formulas, title).toEqual([])
  const summary = books[0]['Summary']
  expect(column(summary, 'Value').slice(0, 2)).toEqual([
    bom.site_name.replace('\t', ' '),
    bom.operator_org.replace('\t', ' '),
  ])
})
