import { buildSchedule } from '@edp/bom'
import type { Connection, Drawing } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const noBattery = (containers: number): ReturnType<typeof examplePayload> => ({
  ...examplePayload('commercial_no_bess'),
  target_gpu_count: containers * 56,
  source_capacity_mw: containers,
})

const SITES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...[1, 30, 33, 113].map((n) => [`${n} containers without a battery`, noBattery(n)] as const),
]

/** Sheets with the ports of typical modules, which may go on beside the trunk cables or the fabric. */
const PORTS = /^net-(typical|backbone|fabric)/

const textsOf = ({ sheets }: Drawing, sheet: RegExp): string[] =>
  sheets
    .filter((s) => sheet.test(s.sheet_id))
    .flatMap((s) => s.items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])))

/** Cables that carry data inside a module of a kind. */
const dataCables = (connections: readonly Connection[]): Connection[] =>
  connections.filter((c) => c.service === 'fibre' || c.service === 'copper')

describe.each(SITES)('network diagram, schedule and manifest agree: %s', (_, payload) => {
  const { site, dtm, drawings } = documentsOf(payload)
  const entries = buildSchedule(site).entries.map((entry) => entry.connection)
  const typical = textsOf(drawings.comms, PORTS)
  const words = new Set(typical.flatMap((text) => text.split(/[\s,]+/)))

  test('every data cable inside a module is drawn with its number, its port and where it goes', () => {
    const cables = dataCables(site.typicals.flatMap((t) => t.connections))
    expect(cables.length).toBeGreaterThan(30)
    for (const { connection_id, from, to } of cables) {
      expect(words, connection_id).toContain(connection_id)
      const short = [from, to].map(({ port }) => port.slice(port.indexOf('.') + 1))
      expect(
        short.some((port) => words.has(port)),
        `${connection_id} ${short.join(' ')}`,
      ).toBe(true)
      const ends = [from, to].map((end) => (end.plate_id === null ? end.device : end.port))
      expect(
        ends.every((end) => words.has(end)),
        `${connection_id} ${ends.join(' ')}`,
      ).toBe(true)
    }
  })

  test('every cable number of the diagram is in the schedule', () => {
    const scheduled = new Set(entries.map((c) => c.connection_id))
    const named = textsOf(drawings.comms, /./)
      .flatMap((text) => text.split(/[\s,;]+|\.\./))
      .filter((word) => /^[FN]-[A-Z]+\d/.test(word))
    expect(named.length).toBeGreaterThan(50)
    expect([...new Set(named)].filter((id) => !scheduled.has(id))).toEqual([])
  })

  test('every device that is polled over a switch of its module has its row with host and unit of the manifest', () => {
    const rows = new Set(typical)
    const first = new Map<string, string>()
    for (const module of site.modules) if (!first.has(module.kind)) first.set(module.kind, module.module_id)
    const drawn = dtm.devices.filter((device) => [...first.values()].includes(device.module_id))
    expect(drawn.length).toBeGreaterThan(20)
    const lost = drawn.filter(
      ({ host, port }) => ![...rows].some((row) => row.startsWith(`${host}  `) && row.includes(` ${port}/`)),
    )
    // Switches say where they answer under their own name.
    const headed = typical.join('\n')
    expect(lost.filter(({ host }) => !headed.includes(`polled at ${host}`)).map((d) => d.tag)).toEqual([])
  })

  test('as many ports of a core switch have their row as its heading says are taken', () => {
    const texts = drawings.comms.sheets
      .filter((s) => PORTS.test(s.sheet_id))
      .flatMap((s) => s.items.flatMap((item) => (item.kind === 'text' ? [item] : [])))
    for (const { tag, module_ids } of site.network.nodes.filter((n) => n.kind === 'core_switch')) {
      const panel = `${module_ids[0] ?? ''}/${tag}/`
      // A row of cables to alike modules stands for all of them, their number behind the range.
      const taken = texts
        .flatMap(({ net, id }) => (net?.startsWith(panel) === true && id !== undefined ? [id] : []))
        .reduce((sum, id) => sum + Number(/\((\d+)\)$/.exec(id)?.[1] ?? 1), 0)
      const head = texts.findIndex(
        ({ value }, i) => value === tag && texts[i + 2]?.value.startsWith('Ports ') === true,
      )
      expect(texts[head + 2]?.value, tag).toContain(`, ${taken} of them taken`)
    }
  })

  test('every OT fibre of a container that holds the core is lit: lead, patch panel, plate, trunk', () => {
    const { host_module_id: host, ot_rings } = site.network
    if (!host.startsWith('compute_container')) return
    const inside = site.typicals.find((t) => t.module_ids.includes(host))?.connections ?? []
    const trunks = site.connections.filter((c) => c.to.module_id === host && c.to.port.startsWith('CG.F'))
    expect(trunks).toHaveLength(2)
    for (const { system, to } of trunks) {
      const cable = inside.find((c) => c.to.port === to.port)
      expect(cable?.from.device, to.port).toBe('FPP')
      const leads = inside.filter((c) => c.to.device === 'FPP' && c.to.port.startsWith(`FPP.${system ?? ''}`))
      const lit = leads.map((c) => c.to.port.slice(5)).sort()
      expect(new Set(lit).size).toBe(lit.length)
      const rings = ot_rings.flatMap((ring) => ring.core_channel ?? [])
      expect(lit).toEqual(expect.arrayContaining(rings.map(String)))
      const ends = new Set(leads.map((c) => c.from.device))
      if (rings.length > 0)
        for (const tag of ['swo-01', system === 'A' ? 'SWCA' : 'SWCB']) expect(ends).toContain(tag)
      if (site.modules.some((m) => m.kind === 'wan_service')) expect(ends).toContain('RTR')
    }
    // No port of the container's switch has a fibre and a lead of copper.
    const ports = [
      ...inside.map((c) => c.from.port),
      ...site.network.leads.map((l) => `${l.from}.${l.from_port}`),
    ]
    for (const path of ['A', 'B']) expect(ports.filter((port) => port === `swo-01.UP${path}`)).toHaveLength(1)
  })

  test('rings: every container in one, its cables in the schedule, or no ring at all', () => {
    const { ot_rings } = site.network
    const containers = site.modules.filter((m) => m.kind === 'compute_container').map((m) => m.module_id)
    const ringed = site.bess === null && containers.length > 1
    expect(ot_rings.flatMap((ring) => ring.module_ids)).toEqual(ringed ? containers : [])
    const texts = textsOf(drawings.comms, /./)
    for (const ring of ot_rings) {
      expect(texts).toContain(ring.ring_id)
      const at = (id: string | undefined, system: string): string =>
        entries.find((c) => c.to.module_id === id && c.data?.network === 'OT' && c.system === system)
          ?.connection_id ?? 'none'
      expect(texts).toContain(at(ring.module_ids[0], 'A'))
      expect(texts).toContain(at(ring.module_ids.at(-1), 'B'))
    }
    const open = texts.filter((text) => text === 'to be designed, NET-004').length
    expect(open).toBe(Math.max(0, ot_rings.length - 4))
    expect(site.findings.some((f) => f.code === 'NET-004')).toBe(open > 0)
  })
})
