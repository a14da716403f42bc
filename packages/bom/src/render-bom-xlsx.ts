import type { Basis, BomDocument, BomLineItem, Finding } from '@edp/schemas'

import { renderWorkbook, type Cell, type Column, type SheetData } from './workbook.ts'

const text = (header: string, width: number): Column => ({ header, width })
const number = (header: string, format: string): Column => ({ header, width: 12, format })

/** Columns of a line, each with the value it shows. */
const LINE_COLUMNS: readonly (readonly [Column, (line: BomLineItem) => Cell])[] = [
  [number('Line', '0'), (l) => l.line_no],
  [number('Level', '0'), (l) => l.level],
  [text('Item', 26), (l) => l.item_id],
  [number('Parent line', '0'), (l) => l.parent_line_no],
  [text('Category', 14), (l) => l.category],
  [text('Tag', 12), (l) => l.tag],
  [text('Description', 60), (l) => l.description],
  [text('Rating', 36), (l) => l.rating],
  [text('Modules', 14), (l) => l.module_designations],
  [text('Block', 10), (l) => l.block_id],
  [text('Manufacturer', 18), (l) => l.manufacturer],
  [text('Part number', 14), (l) => l.mpn],
  [text('Scope', 12), (l) => SCOPES[l.scope]],
  [text('Unit', 6), (l) => l.unit],
  [number('Quantity per module', '#,##0.##'), (l) => l.quantity_per_module],
  [number('Quantity', '#,##0.##'), (l) => l.quantity],
  [number('Spares', '#,##0.##'), (l) => l.spare_quantity],
  [number('Order quantity', '#,##0.##'), (l) => l.order_quantity],
  [number('Unit mass (kg)', '#,##0.0'), (l) => l.unit_mass_kg],
  [number('Total mass (kg)', '#,##0.0'), (l) => l.total_mass_kg],
  [text('Country of origin', 24), (l) => l.sourcing.country_of_origin],
  [text('TAA', 24), (l) => l.sourcing.taa_status],
  [text('BAA', 24), (l) => l.sourcing.baa_status],
  [text('Section 889', 24), (l) => l.sourcing.section_889],
  [text('Section 154', 24), (l) => l.sourcing.section_154],
  [text('DFARS qualifying', 24), (l) => l.sourcing.dfars_qualifying],
  [text('Excluded', 10), (l) => (l.sourcing.excluded ? 'EXCLUDED' : '')],
  [text('Supplier certificate', 12), (l) => (l.sourcing.supplier_certificate_required ? 'required' : '')],
  [text('Compliance note', 50), (l) => l.sourcing.note],
  [text('Source in catalogue or rule', 40), (l) => l.spec_ref],
  [text('Drawing', 10), (l) => l.drawing_ref],
]

const SCOPES = { supply: 'supply', bought_in: 'bought in', by_others: 'BY OTHERS' } as const satisfies Record<BomLineItem['scope'], string>

/**
 * The bill of materials as a workbook: summary, lines, by module, cables and hoses, findings, basis of design.
 *
 * @example const bytes = await renderBomXlsx(buildBom(site))
 */
export async function renderBomXlsx(bom: BomDocument): Promise<Uint8Array> {
  const cables = bom.lines.filter((line) => line.category === 'cable' || line.category === 'hose')
  const items = bom.lines.filter((line) => !cables.includes(line))
  return renderWorkbook(`Bill of materials, ${bom.site_name}`, `Revision ${bom.design_revision}, PRELIMINARY - NOT FOR CONSTRUCTION`, [
    summarySheet(bom),
    linesSheet('Lines', bom.lines),
    linesSheet('By module', [...items].sort((a, b) => compare(a.module_kind ?? '~', b.module_kind ?? '~') || a.line_no - b.line_no)),
    linesSheet('Cables and hoses', cables),
    findingsSheet(bom.findings),
    basisSheet(bom.basis),
  ])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function linesSheet(name: string, lines: readonly BomLineItem[]): SheetData {
  return { name, columns: LINE_COLUMNS.map(([column]) => column), rows: lines.map((line) => LINE_COLUMNS.map(([, value]) => value(line))) }
}

function summarySheet(bom: BomDocument): SheetData {
  const rows: [string, Cell][] = [
    ['Site', bom.site_name],
    ['Operator', bom.operator_org],
    ['Deployment', bom.deployment_id],
    ['Design revision', bom.design_revision],
    ['Status', 'PRELIMINARY - NOT FOR CONSTRUCTION'],
    ['Sourcing tier', bom.sourcing_tier],
    ...Object.entries(bom.summary),
  ]
  return { name: 'Summary', columns: [text('Property', 34), text('Value', 60)], rows }
}

function findingsSheet(findings: readonly Finding[]): SheetData {
  return {
    name: 'Findings',
    columns: [text('Code', 12), text('Severity', 12), text('Message', 110), text('Concerns', 40), text('Figures', 60)],
    rows: findings.map((f) => [f.code, f.severity, f.message, f.concerns.join(', '), JSON.stringify(f.figures)]),
  }
}

function basisSheet(basis: readonly Basis[]): SheetData {
  return {
    name: 'Basis of design',
    columns: [text('Rule', 16), text('Quantity', 40), text('Applies to', 26), text('Value', 18), text('Unit', 10), text('Formula', 70), text('Inputs', 80), text('Source', 60)],
    rows: basis.map((b) => [b.rule_id, b.quantity, b.applies_to, typeof b.value === 'boolean' ? String(b.value) : b.value, b.unit, b.formula, Object.entries(b.inputs).map(([k, v]) => `${k} = ${String(v)}`).join('; '), b.source]),
  }
}
