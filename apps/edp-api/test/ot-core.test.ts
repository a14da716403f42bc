import { EXAMPLE_NAMES, examplePayload, specOf, exampleSelection } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const WITH_CORE = EXAMPLE_NAMES.filter((name) => !name.endsWith('no_bess'))

describe.each(WITH_CORE)('OT core of %s', (name) => {
  const payload = examplePayload(name)
  const { site, dtm } = documentsOf(payload)
  const inside = site.typicals.find((t) => t.kind === 'grid_container')?.connections ?? []
  const fibres = site.connections.filter((c) => c.service === 'fibre' && c.data?.network === 'OT')

  test('path A of every module is led from the fibre panel to core switch A, path B to B, and each module has both', () => {
    const ends = new Map<string, string[]>()
    const leads = inside.filter(({ service, to }) => service === 'fibre' && to.device === 'FPP')
    const switchOf = (path: string | null): string =>
      leads.find(({ connection_id }) => connection_id === `F-O${path ?? ''}`)?.from.device ?? 'none'
    expect(new Set(fibres.map(({ from }) => from.device))).toEqual(new Set(['FPP']))
    for (const { to, system } of fibres)
      ends.set(to.module_id, [...(ends.get(to.module_id) ?? []), `${system ?? '-'} ${switchOf(system)}`])
    for (const path of ['A', 'B'])
      expect(leads.find(({ connection_id }) => connection_id === `F-O${path}`)?.quantity).toBe(
        fibres.filter(({ system, from }) => system === path && from.module_id === 'grid_container_1').length,
      )
    // Both firewalls have their lead to the way out where there is one, and to the other blocks where there are some.
    const out = site.modules.some(({ kind }) => kind === 'wan_service')
    const ways = Math.min(2, site.blocks.length)
    expect(leads.filter(({ from }) => from.device === 'RTR').map((c) => c.quantity)).toEqual(
      out ? [ways, ways] : [],
    )
    const modules = site.modules.filter((m) => m.kind === 'compute_container' || m.kind === 'bess_unit')
    expect(modules.length).toBeGreaterThan(1)
    for (const { module_id } of modules)
      expect(ends.get(module_id)?.sort(), module_id).toEqual(['A swo-01', 'B swo-02'])
  })

  test('what is copper ends on a copper port: the core switches have none', () => {
    const urls = exampleSelection(site.resolution.deployment_profile).grid_container
    const ports = urls === null ? [] : specOf(urls).ports
    const termination = new Map(ports.map((port) => [port.id, port.termination]))
    for (const { connection_id, from, to, cable } of inside.filter((c) => c.service === 'copper'))
      for (const end of [from, to]) {
        // The spines are the site's own: no port of the catalogue.
        const own = cable?.type.startsWith('SFP+') === true ? 'SFP+' : 'RJ45'
        const caged = own === 'RJ45' && end.device.startsWith('swo-') ? 'SFP 1000BASE-T, RJ45' : own
        expect([connection_id, termination.get(end.port) ?? end.termination]).toEqual([connection_id, caged])
      }
    const onCore = inside.filter(
      (c) => c.service === 'copper' && [c.from.device, c.to.device].some((d) => d.startsWith('swo-')),
    )
    const direct = onCore.filter((c) => c.cable?.type === 'SFP+ direct-attach copper')
    expect(direct).toHaveLength(6)
    // What is copper of twisted pairs takes a transceiver in the cage, which the bill has.
    const caged = onCore.filter((c) => !direct.includes(c))
    const cores = site.network.nodes.find(({ tag }) => tag === 'swo-02')?.module_ids.length ?? 0
    const ordered = site.items.filter(({ description }) =>
      description.startsWith('Transceiver SFP 1000BASE-T'),
    )
    expect(ordered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(caged.length * cores)
  })

  test('the out-of-band switch of the core is on both core switches: the loss of one leaves it', () => {
    const ups = inside.filter(({ from }) => from.device === 'swm-01')
    expect(ups.map(({ to }) => to.device).sort()).toEqual(['swo-01', 'swo-02'])
    expect(new Set(ups.map(({ from }) => from.port)).size).toBe(2)
  })

  test('jump host and clock are managed over ports of the out-of-band switch', () => {
    const managed = inside.filter(({ to }) => to.device === 'swm-01').map(({ from }) => from.port)
    expect(managed).toEqual(expect.arrayContaining(['JMP.OOB', 'CLK.OOB', 'EMS.OOB1', 'EMS.OOB2']))
    const set_aside = site.network.reserved_addresses.filter(({ zone_id }) => zone_id === 'Z4')
    for (const tag of ['JMP', 'CLK', 'EMS']) expect(set_aside.map((row) => row.tag)).toContain(tag)
  })

  test('the two core switches are joined, and every switch of the core answers an address of its own', () => {
    const joined = inside.filter(({ from, to }) => from.device === 'swo-01' && to.device === 'swo-02')
    expect(joined).toHaveLength(2)
    const hosts = ['swo-01', 'swo-02', 'swa-01', 'swm-01', 'RTR'].map(
      (tag) => dtm.devices.find((d) => d.module_id === 'grid_container_1' && d.tag === tag)?.host,
    )
    expect(hosts).not.toContain(undefined)
    expect(new Set(hosts).size).toBe(5)
  })

  test('head servers of the storage are managed and polled, each on both storage switches', () => {
    const cables = site.typicals.find((t) => t.kind === 'compute_container')?.connections ?? []
    const servers = ['sto-01', 'sto-02']
    for (const tag of servers) {
      const ends = cables.filter(({ from }) => from.device === tag).map(({ to }) => to.device)
      expect(ends.sort()).toEqual(['swm-01', 'sws-01', 'sws-02'])
      expect(dtm.devices.filter((d) => d.tag === tag && d.zone === 'Z4')).toHaveLength(
        site.resolution.compute_container_count,
      )
    }
  })

  test('storage switches answer on the ports that they are cabled to', () => {
    const oob = (site.typicals.find((t) => t.kind === 'compute_container')?.connections ?? [])
      .filter((c) => c.to.device === 'swm-01')
      .map((c) => c.from.device)
    const polled = dtm.devices
      .filter((d) => d.module_id === 'compute_container_1' && d.zone === 'Z4')
      .map((d) => d.tag)
    expect(oob.filter((tag) => !polled.includes(tag))).toEqual([])
  })
})

test.each(EXAMPLE_NAMES)(
  '%s: data of the tenants leave every container over two positions of a plate',
  (name) => {
    const { site, drawings } = documentsOf(examplePayload(name))
    const ways = (site.typicals.find((t) => t.kind === 'compute_container')?.connections ?? []).filter(
      (c) => c.from.device.startsWith('sws-') && c.service === 'fibre',
    )
    expect(ways.map(({ from, to }) => [from.device, to.plate_id, to.slot])).toEqual([
      ['sws-01', 'EX-C', 'N1'],
      ['sws-02', 'EX-C', 'N2'],
    ])
    const texts = drawings.comms.sheets.flatMap((s) =>
      s.items.flatMap((i) => (i.kind === 'text' ? [i.value] : [])),
    )
    for (const { connection_id, description } of ways) {
      expect(texts).toContain(connection_id)
      expect(texts.join(' ')).toContain(`${connection_id}, 2 x MPO-12 to plate EX-C`)
      expect(texts.join(' ')).toContain(description)
    }
  },
)

/** Numbers of the ports of a switch that a row stands for: `swm-01.P9-P10` are 9 and 10. */
function portsOf(port: string): number[] {
  const [first = 0, last = first] = (port.split('.')[1] ?? '').split('-').map((text) => Number(text.slice(1)))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

const LARGE = [
  ...EXAMPLE_NAMES.map((name) => [name, {}] as const),
  ['commercial_no_bess', { target_gpu_count: 33 * 56 }],
  ['commercial_ac', { target_gpu_count: 32 * 56 }],
] as const

test.each(LARGE)('%s %o: every rack PDU of the bill is polled over a lead of its own', (name, more) => {
  const { site, dtm } = documentsOf(examplePayload(name, more))
  const billed = site.items.filter(({ description }) => description.startsWith('Rack PDU'))
  const polled = dtm.devices.filter(({ device_type }) => device_type === 'rack_pdu')
  expect(polled.length).toBe(billed.reduce((sum, { quantity }) => sum + quantity, 0))
  expect(billed.filter(({ description }) => !description.includes('metered'))).toEqual([])
  const leads = site.typicals.flatMap(({ module_ids, connections }) =>
    connections
      .filter((c) => c.service === 'copper' && /^swm-0[12]$/.test(c.to.device))
      .flatMap((c) => module_ids.map((id) => `${id}/${c.from.device}`)),
  )
  for (const { module_id, tag } of polled) expect(leads).toContain(`${module_id}/${tag}`)
  const tags = new Set(billed.flatMap(({ component_tags }) => component_tags.split(', ')))
  for (const { tag } of polled) expect(tags, tag).toContain(tag)
})

test.each(LARGE)('%s %o: every spine is managed over a port of the switch beside it', (name, more) => {
  const { site, dtm, drawings } = documentsOf(examplePayload(name, more))
  const { fabric, nodes } = site.network
  const leads = site.typicals.flatMap((typical) =>
    typical.connections
      .filter((c) => c.from.device === 'SPN' && c.service === 'copper')
      .map((lead) => ({ lead, typical })),
  )
  const holders = fabric.spines.flatMap(({ module_ids }) => module_ids)
  const led = leads.flatMap(({ typical }) => holders.filter((id) => typical.module_ids.includes(id)))
  expect(led.sort()).toEqual([...holders].sort())
  for (const { lead, typical } of leads) {
    const held = fabric.spines.find(({ module_ids }) => typical.module_ids.includes(module_ids[0] ?? ''))
    expect(lead.quantity).toBe(held?.each_count)
    // No port has two leads, none is beyond the 48, one of which is the up-link.
    const switches = new Set(
      typical.connections.map((c) => c.to.device).filter((tag) => tag.startsWith('swm-')),
    )
    expect(switches).toContain(lead.to.device)
    for (const tag of switches) {
      const ports = typical.connections.filter((c) => c.to.device === tag).flatMap((c) => portsOf(c.to.port))
      expect(new Set(ports).size, tag).toBe(ports.length)
      expect(Math.max(...ports), tag).toBeLessThan(48)
    }
    expect(portsOf(lead.to.port)).toHaveLength(lead.quantity)
  }
  const switches = nodes.filter((node) => node.kind === 'oob_switch')
  for (const { tag, module_kind, module_ids } of switches) {
    const polled = dtm.devices.filter((d) => d.tag === tag && module_ids.includes(d.module_id))
    expect([module_kind, polled.length]).toEqual([module_kind, module_ids.length])
    const billed = site.items
      .filter((item) => item.module_kind === module_kind && item.component_tags === tag)
      .reduce((sum, item) => sum + item.quantity, 0)
    expect([module_kind, billed]).toEqual([module_kind, module_ids.length])
  }
  const texts = drawings.comms.sheets.flatMap((s) =>
    s.items.flatMap((i) => (i.kind === 'text' ? [i.value] : [])),
  )
  for (const { lead } of leads) expect(texts.join('\n')).toContain(lead.connection_id)
})
