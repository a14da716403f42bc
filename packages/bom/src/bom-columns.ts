import type { Basis, BomLineItem, Finding } from '@edp/schemas'

import { longText, number, quantity, runningNumber, text, type Column } from './column.ts'

/** Scopes as a buyer reads them. */
export const SCOPE_NAMES = {
  supply: 'supply',
  bought_in: 'bought in',
  by_others: 'BY OTHERS',
} as const satisfies Record<BomLineItem['scope'], string>

const LENGTH = '#,##0.0'
const MASS = '#,##0.0'

/** Procurement facts of a line: the second page of a print. */
const SOURCING: readonly Column<BomLineItem>[] = [
  text('Country of origin', 27, (line) => line.sourcing.country_of_origin),
  text('TAA', 27, (line) => line.sourcing.taa_status),
  text('BAA', 27, (line) => line.sourcing.baa_status),
  text('Section 889', 27, (line) => line.sourcing.section_889),
  text('Section 154', 27, (line) => line.sourcing.section_154),
  text('DFARS qualifying', 27, (line) => line.sourcing.dfars_qualifying),
  text('Excluded in this tier', 12, (line) => (line.sourcing.excluded ? 'EXCLUDED' : '')),
  text('Supplier certificate', 12, (line) => (line.sourcing.supplier_certificate_required ? 'required' : '')),
  longText('Compliance note', 118, (line) => line.sourcing.note),
]

/** Every field of a line: the sheet from which a buyer works. What is ordered fills the first page of a print. */
export const LINE_COLUMNS: readonly Column<BomLineItem>[] = [
  runningNumber('Line', (line) => line.line_no),
  runningNumber('Level', (line) => line.level),
  longText('Item', 30, (line) => line.item_id),
  runningNumber('In line', (line) => line.parent_line_no),
  text('Category', 16, (line) => line.category),
  longText('Tag', 18, (line) => line.tag ?? line.component_tags),
  longText('Description', 62, (line) => line.description),
  longText('Rating', 46, (line) => line.rating),
  text('Module', 20, (line) => line.module_kind),
  longText('Modules', 15, (line) => line.module_designations),
  text('Block', 9, (line) => line.block_id),
  text('Manufacturer', 19, (line) => line.manufacturer),
  longText('Part number', 22, (line) => line.mpn),
  text('Scope', 11, (line) => SCOPE_NAMES[line.scope]),
  text('Unit', 6, (line) => line.unit),
  quantity('Quantity per module', (line) => line.quantity_per_module),
  number('Runs', '#,##0', (line) => line.runs_count),
  quantity('Quantity', (line) => line.quantity),
  quantity('Spares', (line) => line.spare_quantity),
  quantity('Order quantity', (line) => line.order_quantity),
  number('Unit mass (kg)', MASS, (line) => line.unit_mass_kg),
  number('Total mass without spares (kg)', MASS, (line) => line.total_mass_kg),
  ...SOURCING,
  longText('Source in catalogue or rule', 48, (line) => line.spec_ref),
  text('Drawing', 11, (line) => line.drawing_ref),
]

/** Cables and hoses by type, lengths in metres. */
export const CABLE_COLUMNS: readonly Column<BomLineItem>[] = [
  runningNumber('Line', (line) => line.line_no),
  text('Category', 10, (line) => line.category),
  text('Service', 16, (line) => line.rating),
  longText('Type and size', 76, (line) => line.description),
  text('Made up', 12, (line) => (line.module_kind === null ? 'on site' : 'in factory')),
  text('Inside', 20, (line) => line.module_kind),
  text('Modules', 16, (line) => line.module_designations),
  text('Scope', 12, (line) => SCOPE_NAMES[line.scope]),
  number('Runs', '#,##0', (line) => line.runs_count),
  number('Length per module (m)', LENGTH, (line) =>
    line.module_kind === null ? null : line.quantity_per_module,
  ),
  number('Total length (m)', LENGTH, (line) => line.quantity),
  number('Spare (m)', LENGTH, (line) => line.spare_quantity),
  number('Order length (m)', LENGTH, (line) => line.order_quantity),
  number('Mass without spares (kg)', MASS, (line) => line.total_mass_kg),
  text('Country of origin', 28, (line) => line.sourcing.country_of_origin),
  text('Drawing', 11, (line) => line.drawing_ref),
]

/** What a reviewer would object to. */
export const FINDING_COLUMNS: readonly Column<Finding>[] = [
  text('Code', 12, (finding) => finding.code),
  text('Severity', 12, (finding) => finding.severity),
  longText('Message', 90, (finding) => finding.message),
  longText('Concerns', 36, (finding) => finding.concerns.join(', ')),
  longText('Figures', 60, (finding) => figures(finding.figures)),
  longText('Printed on', 30, (finding) => finding.artifacts.join(', ')),
]

/** The working of every computed figure. */
export const BASIS_COLUMNS: readonly Column<Basis>[] = [
  text('Rule', 18, (basis) => basis.rule_id),
  longText('Quantity', 40, (basis) => basis.quantity),
  longText('Applies to', 24, (basis) => basis.applies_to),
  longText('Value', 36, (basis) => (typeof basis.value === 'number' ? basis.value : String(basis.value))),
  text('Unit', 10, (basis) => basis.unit),
  longText('Formula', 60, (basis) => basis.formula),
  longText('Inputs', 60, (basis) => figures(basis.inputs)),
  longText('Source', 48, (basis) => basis.source),
]

function figures(values: Finding['figures']): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join('; ')
}
