import type { Drawing, LinePrimitive, PolylinePrimitive, TextPrimitive, UsePrimitive } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const HOSTED = EXAMPLE_NAMES.filter((name) => name.endsWith('no_bess'))

const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['33 containers without a grid container', examplePayload('dod_no_bess', { target_gpu_count: 33 * 56 })],
] as const

type Line = LinePrimitive | PolylinePrimitive

const trunkSheets = (drawing: Drawing): Drawing['sheets'] =>
  drawing.sheets.filter(({ sheet_id }) => sheet_id.startsWith('net-backbone'))

const itemsOf = (drawing: Drawing): Drawing['sheets'][number]['items'] =>
  trunkSheets(drawing).flatMap((sheet) => sheet.items)

const textsOf = (drawing: Drawing): TextPrimitive[] => itemsOf(drawing).filter((item) => item.kind === 'text')

const usesOf = (drawing: Drawing): UsePrimitive[] => itemsOf(drawing).filter((item) => item.kind === 'use')

const linesOf = (drawing: Drawing): Line[] =>
  itemsOf(drawing).filter((item) => item.kind === 'line' || item.kind === 'polyline')

const endsOf = (line: Line): (readonly [number, number])[] =>
  line.kind === 'line'
    ? [line.from, line.to]
    : [line.points[0], line.points.at(-1)].filter((p) => p !== undefined)

describe.each(CASES)('sheet of trunk cables: %s', (_, payload) => {
  const { site, drawings } = documentsOf(payload)
  const drawing = drawings.comms
  const texts = textsOf(drawing)
  const modules = new Map(site.modules.map((module) => [module.module_id, module]))

  test('what others build has no plate: its ends are lettered with their ports', () => {
    const trunks = site.connections.filter((c) => c.data !== null && c.service === 'fibre')
    expect(trunks.length).toBeGreaterThan(1)
    const drawn = new Set(texts.map(({ value }) => value))
    const blocks = texts.filter(({ value }) => value.startsWith('BLOCK ')).length
    let checked = 0
    for (const { from, to, connection_id } of trunks)
      for (const end of [from, to]) {
        if (modules.get(end.module_id)?.scope !== 'by_others') continue
        checked += 1
        expect(drawn, `${connection_id} at ${end.designation}`).toContain(end.port)
      }
    // The plate that mates with an end is lettered at the other end alone, once in each block.
    for (const { from, to } of trunks.filter((c) => modules.get(c.to.module_id)?.scope === 'by_others')) {
      const mates = texts.filter(({ value }) => value === `${to.plate_id ?? ''} ${to.port}`)
      expect(mates.length, to.port).toBe(
        from.plate_id === null || from.module_id.startsWith('customer') ? 0 : blocks,
      )
    }
    expect(checked > 0).toBe(
      site.modules.some(({ kind }) => kind === 'wan_service' || kind === 'customer_switchgear'),
    )
  })

  test('every piece of equipment stands once in each block, and once for all containers that have the same', () => {
    const ids = usesOf(drawing).flatMap(({ id }) => (id === undefined ? [] : [id]))
    expect(ids.length).toBeGreaterThan(5)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const spines = usesOf(drawing).filter(
      ({ id, attributes }) => attributes?.TAG === 'SPN' && id?.startsWith('block_') === true,
    )
    const { host_module_id, fabric } = site.network
    const hosted = modules.get(host_module_id)?.kind === 'compute_container'
    if (fabric.spines_count === 0) expect(spines).toEqual([])
    else if (hosted) expect(spines).toHaveLength(fabric.spines.length)
  })
})

describe.each(HOSTED)('core in a container: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const drawing = drawings.comms
  const host = site.network.host_module_id
  const inside = site.typicals.find(({ module_ids }) => module_ids.includes(host))?.connections ?? []
  const panel = usesOf(drawing).find(({ attributes }) => attributes?.TAG === 'FPP')
  const designation = site.modules.find(({ module_id }) => module_id === host)?.designation ?? ''

  test('the fibres of the core end on the patch panel, which is drawn', () => {
    const leads = inside.filter(({ to }) => to.device === 'FPP')
    expect(leads.length).toBeGreaterThan(1)
    expect(panel?.attributes?.MODULE_ID).toBe(`block_1/${designation}`)
    const words = textsOf(drawing).flatMap(({ value }) => value.split(', '))
    for (const { connection_id } of leads) expect(words, connection_id).toContain(connection_id)
    const left = (panel?.at[0] ?? 0) - 7.5
    for (const tag of new Set(leads.map(({ from }) => from.device))) {
      const [line] = linesOf(drawing).filter(({ net }) => net === `block_1/${designation}/${tag}/panel`)
      expect(line === undefined ? [] : endsOf(line).map(([x]) => x), tag).toContain(left)
    }
  })

  test('its cables go on from the panel to the patch panels of the block without a gap', () => {
    const trunks = site.connections.filter(
      ({ to, data }) => to.module_id === host && data !== null && data.network !== 'compute fabric',
    )
    expect(trunks).toHaveLength(2)
    for (const { connection_id, system } of trunks) {
      const [outer] = linesOf(drawing).filter(({ net }) => net === `block_1/${connection_id}`)
      const [inner] = linesOf(drawing).filter(
        ({ net }) => net === `block_1/${designation}/inner/${system ?? ''}`,
      )
      const ends = [outer, inner].map((line) => (line === undefined ? [] : endsOf(line)))
      const met = (ends[0] ?? []).filter((end) => ends[1]?.some(([x, y]) => x === end[0] && y === end[1]))
      expect(met, connection_id).toHaveLength(1)
      const at_panel = ends[1]?.some(([x]) => x === (panel?.at[0] ?? 0) + 7.5)
      expect(at_panel, connection_id).toBe(true)
    }
  })
})
