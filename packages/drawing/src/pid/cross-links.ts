import type { Primitive, Sheet } from '@edp/schemas'

/** A hose number of the typical sheet, which the distribution sheets detail for every container. */
const HOSE = /^HS-/

/** Links from what a diagram shows to the row that details it, and from hoses to the sheet that has them all. */
export function linkedTo(
  items: readonly Primitive[],
  lists: readonly Sheet[],
  distribution: Sheet | undefined,
): Primitive[] {
  const rows = new Map(
    lists.flatMap(({ sheet_id, items: listed }) =>
      listed.flatMap((item) =>
        item.kind === 'text' && item.id !== undefined ? [[item.id, sheet_id] as const] : [],
      ),
    ),
  )
  return items.map((item): Primitive => {
    if (item.kind !== 'text' && item.kind !== 'use') return item
    const hose = item.kind === 'text' && HOSE.test(item.value) ? distribution?.sheet_id : undefined
    const sheet_id = rows.get(item.id ?? '') ?? hose
    return sheet_id === undefined ? item : { ...item, link: { sheet_id } }
  })
}
