import type { Drawing } from '@edp/schemas'

import type { DrawingProblem } from './drawing-problem.ts'

/** Off-page connectors without exactly one partner on another sheet, ids and tags drawn twice on one sheet. */
export function lintIdentity(drawing: Drawing): DrawingProblem[] {
  const problems: DrawingProblem[] = []
  const ends = new Map<string, string[]>()
  for (const { sheet_id, items } of drawing.sheets) {
    const seen = new Set<string>()
    const once = (key: string, code: DrawingProblem['code'], name: string): void => {
      if (seen.has(key)) problems.push({ code, sheet_id, message: `${name} is drawn twice` })
      seen.add(key)
    }
    for (const item of items) {
      if (item.kind !== 'use') continue
      if (item.id !== undefined) once(`id ${item.id}`, 'duplicate_id', item.id)
      const { TAG = '', MODULE_ID = '' } = item.attributes ?? {}
      if (TAG !== '') once(`tag ${MODULE_ID}/${TAG}`, 'duplicate_tag', TAG)
      if (item.offpage !== undefined) ends.set(item.offpage, [...(ends.get(item.offpage) ?? []), sheet_id])
    }
  }
  for (const [reference, sheets] of ends)
    if (sheets.length !== 2 || sheets[0] === sheets[1])
      problems.push({
        code: 'off_page_unpaired',
        sheet_id: sheets[0] ?? '',
        message: `${reference} is on ${sheets.join(', ')}, expected one connector on each of two sheets`,
      })
  return problems
}
