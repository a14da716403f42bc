import type { Connection, Drawing, SiteModel } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['33 containers without a grid container', examplePayload('dod_no_bess', { target_gpu_count: 33 * 56 })],
  ['32 containers', examplePayload('dod_dc_ext', { target_gpu_count: 32 * 56 })],
] as const

/** Slots that a text names: `FA1..FA3, FB2`. */
function slotsIn(text: string): string[] {
  return text.split(', ').flatMap((range) => {
    const [, row = '', first = '', last = first] = /^(\D+)(\d+)(?:\.\.\D+(\d+))?$/.exec(range) ?? []
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${row}${Number(first) + i}`)
  })
}

/** Trunk cables with one end in a module, the ends of one group: those of the same network, path and kind of far end as one of them. */
function groupOf(
  { connections, modules }: SiteModel,
  first: Connection,
  module_kind: string,
): Connection['from'][] {
  const kindOf = (id: string): string => modules.find(({ module_id }) => module_id === id)?.kind ?? ''
  const near = (c: Connection): Connection['from'] =>
    kindOf(c.from.module_id) === module_kind ? c.from : c.to
  const far = (c: Connection): Connection['from'] => (near(c) === c.from ? c.to : c.from)
  return connections
    .filter(
      (c) =>
        c.service === first.service &&
        c.data?.network === first.data?.network &&
        c.system === first.system &&
        near(c).module_id === near(first).module_id &&
        kindOf(far(c).module_id) === kindOf(far(first).module_id),
    )
    .map(near)
}

/** What rows of ports print of their cables' way out: the numbers of the cables, and plate with slots. */
function printed(drawing: Drawing): { ids: string; plate: string; slots: string; kind: string }[] {
  return drawing.sheets.flatMap(({ items }) => {
    const rows = new Map<string, string[]>()
    for (const item of items)
      if (item.kind === 'text' && item.net !== undefined) {
        const row = rows.get(item.net)
        if (row === undefined) rows.set(item.net, [item.value])
        else row.push(item.value)
      }
    return [...rows].flatMap(([net, values]) => {
      const [, plate, slots] = /plate (\S+) slots? (.+), far end/.exec(values.join(' ')) ?? []
      const ids = values.find((value) => /^\S+-\S+/.test(value) && / \.\. |^[FN]-/.test(value))
      const kind = net.slice(0, net.indexOf('/')).replace(/_\d+$/, '')
      return plate === undefined || slots === undefined ? [] : [{ ids: ids ?? '', plate, slots, kind }]
    })
  })
}

describe.each(CASES)('slots of trunk cables: %s', (name, payload) => {
  const { site, drawings } = documentsOf(payload)
  const ids = new Map(site.connections.map((connection) => [connection.connection_id, connection]))

  test('rows of ports print every slot that the schedule has for their cables, and no other', () => {
    const rows = printed(drawings.comms)
    if (!name.endsWith('no_bess') && site.modules.some(({ kind }) => kind === 'grid_container'))
      expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      const first = row.ids.split(/, | \.\. /).flatMap((id) => ids.get(id) ?? [])[0]
      expect(first, row.ids).toBeDefined()
      if (first === undefined) continue
      const ends = groupOf(site, first, row.kind)
      expect([...new Set(ends.map(({ plate_id }) => plate_id))], row.ids).toEqual([row.plate])
      expect(slotsIn(row.slots).sort(), row.ids).toEqual([...new Set(ends.map(({ slot }) => slot))].sort())
    }
  })

  test('rows of trunk cables name the row of slots that the schedule has for them', () => {
    let checked = 0
    for (const { sheet_id, items } of drawings.comms.sheets) {
      if (!sheet_id.startsWith('net-backbone')) continue
      for (const item of items) {
        if (item.kind !== 'text' || item.net === undefined) continue
        const [, plate, slot] = /^(EX-\S+) (F[AB]\d*)$/.exec(item.value) ?? []
        const first = ids.get(item.net.slice(item.net.indexOf('/') + 1))
        if (plate === undefined || slot === undefined || first === undefined) continue
        checked += 1
        const slots = [...new Set(groupOf(site, first, 'grid_container').map((end) => end.slot ?? ''))]
        expect(slots.length > 1 ? new Set(slots.map((s) => s.replace(/\d+$/, ''))) : new Set(slots)).toEqual(
          new Set([slot]),
        )
      }
    }
    expect(checked > 0).toBe(site.modules.some(({ kind }) => kind === 'grid_container'))
  })
})
