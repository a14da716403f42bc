import { buildBom, buildSchedule } from '@edp/bom'
import { drawComms } from '@edp/drawing'
import { buildDtm } from '@edp/dtm'
import type { ConfiguratorPayload, Drawing, Dtm, SiteModel, UsePrimitive } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import {
  engineerExample,
  EXAMPLE_NAMES,
  examplePayload,
  exampleSelection,
  exampleTopologies,
  specOf,
} from '@edp/testing'

interface Network {
  readonly site: SiteModel
  readonly dtm: Dtm
  readonly drawing: Drawing
  readonly text: string
}

function networkOf(payload: ConfiguratorPayload): Network {
  const site = engineerExample(payload)
  const dtm = buildDtm(site, exampleTopologies(payload))
  const drawing = drawComms(site, dtm)
  const text = drawing.sheets
    .flatMap((sheet) => sheet.items)
    .flatMap((item) => (item.kind === 'text' ? [item.value] : []))
    .join('\n')
  return { site, dtm, drawing, text }
}

/** A site of two blocks, with and without a grid container in each. */
const twoBlocks = (changes: Partial<ConfiguratorPayload> = {}): ConfiguratorPayload => ({
  ...examplePayload('commercial_ac'),
  target_gpu_count: 33 * 56,
  source_capacity_mw: 14,
  bess_capacity_mwh: 33,
  ...changes,
})

const SITES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['two blocks', twoBlocks()],
  ['two blocks, no way out', twoBlocks({ aws_partition: 'none' })],
  ['two blocks, no battery', twoBlocks({ bess_coupling: 'none', bess_capacity_mwh: 0 })],
] as const

/** Names of protocols as the conduits have them. */
const SERVICES = {
  modbus_tcp: 'Modbus TCP',
  dnp3_tcp: 'DNP3',
  snmp: 'SNMPv3',
  canopen_gw: 'CANopen gateway',
  redfish: 'Redfish',
} as const

const symbolsOf = (drawing: Drawing): UsePrimitive[] =>
  drawing.sheets.flatMap((sheet) => sheet.items.flatMap((item) => (item.kind === 'use' ? [item] : [])))

describe.each(SITES)('network of %s', (_, payload) => {
  const { site, dtm, drawing, text } = networkOf(payload)
  const { network } = site

  test('every device can be polled: a conduit from the EMS permits its protocol and port in its zone', () => {
    const denied = dtm.devices.filter((device) => {
      const service = SERVICES[device.protocol_config.protocol]
      const port = `${device.port}/${device.transport ?? (service === 'SNMPv3' ? 'udp' : 'tcp')}`
      return !network.conduits.some(
        (conduit) =>
          conduit.from_zone === 'Z3' &&
          conduit.to_zone === device.zone &&
          conduit.flows.some((f) => f.opened_by === 'Z3' && f.service.startsWith(service) && f.port === port),
      )
    })
    expect(denied.map((device) => `${device.tag} ${device.zone} ${device.port}`)).toEqual([])
  })

  test('no conduit permits a protocol that nothing on the site speaks', () => {
    const spoken = new Set(dtm.devices.map((d) => SERVICES[d.protocol_config.protocol]))
    const polled = network.conduits
      .flatMap((conduit) => conduit.flows)
      .filter((flow) => flow.source === 'protocol of the device topologies')
    expect(polled.length).toBeGreaterThan(5)
    const unspoken = polled.filter((flow) => ![...spoken].some((name) => flow.service.startsWith(name)))
    expect(unspoken.map((flow) => flow.service)).toEqual([])
  })

  test('the OT fibres of a module carry the zones of its devices and that of the management of its switch, no other', () => {
    for (const cable of site.connections.filter((c) => c.service === 'fibre' && c.data?.network === 'OT')) {
      const devices = dtm.devices.filter((device) => device.module_id === cable.to.module_id)
      const zones = [...new Set([...devices.map((device) => device.zone), 'Z4'])].sort()
      expect(cable.data?.zone.split(', ').sort(), cable.connection_id).toEqual(zones)
    }
  })

  test('every switch has a way to its manager: an address in Z4, a conduit to it, its VLAN on the fibres', () => {
    const k3 = network.conduits
      .filter((c) => c.from_zone === 'Z3' && c.to_zone === 'Z4')
      .flatMap((c) => c.flows)
    for (const name of ['SNMPv3', 'SSH', 'RADIUS', 'Syslog'])
      expect(
        k3.some((flow) => flow.service.startsWith(name)),
        name,
      ).toBe(true)
    const managed = network.nodes.filter((n) => /switch|leaf|spine|router|firewall/.test(n.kind))
    expect(managed.length).toBeGreaterThan(6)
    const polled = new Set(
      dtm.devices.flatMap((d) => (d.zone === 'Z4' ? [`${d.module_id}/${d.tag ?? ''}`] : [])),
    )
    const reserved = new Set(network.reserved_addresses.flatMap((r) => (r.zone_id === 'Z4' ? [r.tag] : [])))
    const lost = managed.flatMap(({ tag, module_ids }) =>
      module_ids
        .filter((id) => !polled.has(`${id}/${tag}`) && !reserved.has(tag))
        .map((id) => `${id}/${tag}`),
    )
    expect(lost).toEqual([])
    const heads = text.split('\n').filter((line) => line.startsWith('Ports '))
    for (const { tag } of managed.filter((n) => !dtm.devices.some((d) => d.tag === n.tag))) {
      const row = network.reserved_addresses.findLast((r) => r.tag === tag && r.zone_id === 'Z4')
      const address = `; Z4 ${row?.address ?? '?'}${row?.count === 1 ? '' : ' and up'}, reserved`
      expect(heads.filter((line) => line.endsWith(address)).length, `${tag}${address}`).toBeGreaterThan(0)
    }
    for (const { data, connection_id } of site.connections.filter(
      (c) => c.data?.network === 'OT' && c.service === 'fibre',
    ))
      expect(data?.zone, connection_id).toContain('Z4')
  })

  test('what brings up the fabric is in it, drawn and ordered', () => {
    const { master, standby } = network.fabric.subnet_manager
    const [tag = ''] = master.split(' ')
    const node = network.nodes.find((n) => n.tag === tag)
    expect(node?.zone_id).toBe('Z5')
    expect(text).toContain(`master ${master}, standby ${standby}`)
    const line = buildBom(site).lines.find(
      (l) => l.mpn === 'QM9700' && l.description.toLowerCase().includes(node?.kind ?? '?'),
    )
    expect(line?.description).toContain('managed')
  })

  test('the loops over both core switches are kept open by a protocol that a sheet names, with its root and time', () => {
    const notes = drawing.sheets.flatMap((sheet) => sheet.notes).join('\n')
    const ringed = network.ot_rings.length > 0
    expect(notes).toContain('Rapid spanning tree (IEEE 802.1Q)')
    expect(notes).toContain('root core switch A')
    // Beyond the usual timers a ring needs the longest life of a BPDU.
    expect(notes.includes('Max Age 40 s')).toBe(ringed)
    expect(notes).toMatch(/change-over within \d+ m?s/i)
  })

  test('every conduit is drawn with what enforces it, its direction and all its services', () => {
    const [overview] = drawing.sheets
    const drawn = symbolsOf({ ...drawing, sheets: overview === undefined ? [] : [overview] }).map(
      (use) => use.id,
    )
    const words = (overview?.items ?? [])
      .flatMap((item) => (item.kind === 'text' ? [item.value] : []))
      .join(' ')
    for (const { conduit_id, enforced_by, flows } of network.conduits) {
      for (const tag of enforced_by) expect(drawn, conduit_id).toContain(`${conduit_id}/${tag}`)
      expect(
        flows.filter((f) => !words.includes(f.port === '-' ? f.service : `${f.service} ${f.port}`)),
        conduit_id,
      ).toEqual([])
      for (const opener of new Set(flows.map((f) => f.opened_by))) expect(words).toContain(`from ${opener}: `)
    }
  })

  test('every zone is drawn with its VLAN and subnet, and with the reason where it has no conduit', () => {
    for (const zone of network.zones) {
      expect(text).toContain(`VLAN ${zone.vlan_id}, ${zone.subnet}`)
      if (zone.separation !== null) expect(text).toContain(`No conduit: ${zone.separation.slice(0, 20)}`)
    }
  })

  test('all network equipment is drawn and has its line in the bill of materials', () => {
    const items = new Set(buildBom(site).lines.map((line) => line.item_id))
    const selection = exampleSelection(site.resolution.deployment_profile)
    const specs = [selection.compute_container, selection.grid_container].flatMap((urls) =>
      urls === null ? [] : [specOf(urls)],
    )
    const billed = ({ module_kind, tag }: (typeof network.nodes)[number]): boolean =>
      items.has(`${module_kind}/${tag}`) ||
      site.items.some(
        (item) => item.module_kind === module_kind && item.tag === tag && items.has(item.item_id),
      ) ||
      (specs.find((spec) => spec.role === module_kind)?.bom ?? []).some(
        ({ component, line_id }) =>
          (component === tag ||
            (component?.endsWith('*') === true && tag.startsWith(component.slice(0, -1)))) &&
          items.has(`${module_kind}/${line_id}`),
      )
    for (const node of network.nodes) expect(text, node.tag).toContain(node.tag)
    expect(network.nodes.filter((node) => !billed(node)).map((node) => node.tag)).toEqual([])
  })

  test('every host stands in an address table, or follows from its rule', () => {
    const tables = drawing.sheets.flatMap((sheet) => sheet.items)
    const hosts = new Set(tables.flatMap((item) => (item.kind === 'text' ? [item.value] : [])))
    const tabled = dtm.devices.filter((device) => hosts.has(device.host))
    const numberOf = (host: string): number =>
      host.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
    const of = new Map(site.modules.map((module) => [module.module_id, module]))
    const steps = new Set(
      tabled.map((d) => {
        const module = of.get(d.module_id)
        return `${module?.kind} ${d.tag} ${numberOf(d.host) - 256 * (module?.ordinal ?? 0)}`
      }),
    )
    const lost = dtm.devices.filter((d) => {
      const module = of.get(d.module_id)
      return !steps.has(`${module?.kind} ${d.tag} ${numberOf(d.host) - 256 * (module?.ordinal ?? 0)}`)
    })
    expect(lost.map((d) => d.host)).toEqual([])
  })

  test('the address plan holds every module: its devices in its block, its block in the subnet of its zone', () => {
    const sizeOf = (subnet: string): number => 2 ** (32 - Number(subnet.split('/')[1]))
    const CORE_FIRST = 10
    for (const zone of network.zones) {
      const set_aside = network.reserved_addresses.flatMap(({ tag, zone_id, polled }) =>
        polled && zone_id === zone.zone_id ? [tag] : [],
      )
      const own = dtm.devices.filter(
        (device) => device.zone === zone.zone_id && !set_aside.includes(device.tag ?? ''),
      )
      expect(zone.addresses === null, zone.zone_id).toBe(own.length === 0)
      if (zone.addresses === null) continue
      const hosts = new Map<string, Set<string>>()
      for (const { module_id, host } of own)
        hosts.set(module_id, (hosts.get(module_id) ?? new Set()).add(host))
      const { core, module } = zone.addresses
      const kinds = new Map(site.modules.map((m) => [m.module_id, m.kind]))
      for (const [module_id, { size }] of hosts)
        expect(size, `${zone.zone_id} ${module_id}`).toBeLessThanOrEqual(
          kinds.get(module_id) === 'grid_container' ? core - CORE_FIRST : module,
        )
      const places = own.some((d) => kinds.get(d.module_id) === 'bess_unit') ? 2 * 32 : 32
      expect(core + places * module, zone.zone_id).toBeLessThan(sizeOf(zone.subnet))
    }
  })

  test('the address tables give every device an address of its zone beside the simulated host', () => {
    const subnets = network.zones.flatMap(({ addresses, subnet }) => (addresses === null ? [] : [subnet]))
    const numberOf = (host: string): number =>
      host.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
    const cells = drawing.sheets.flatMap((sheet) =>
      sheet.items.flatMap((item) =>
        item.kind === 'text' && /^10\.1\.\d+\.\d+$/.test(item.value) ? [item.value] : [],
      ),
    )
    expect(cells.length).toBeGreaterThan(20)
    const reserved = network.reserved_addresses.flatMap(({ address, count }) =>
      count === 1 ? [address] : [],
    )
    // Each once: no device has an address that is set aside.
    for (const address of reserved)
      expect(
        cells.filter((cell) => cell === address),
        address,
      ).toHaveLength(1)
    const outside = cells.filter(
      (cell) =>
        !reserved.includes(cell) &&
        !subnets.some((subnet) => {
          const [network_address = '', prefix = ''] = subnet.split('/')
          const offset = numberOf(cell) - numberOf(network_address)
          return offset > 0 && offset < 2 ** (32 - Number(prefix)) - 1
        }),
    )
    expect(outside).toEqual([])
    expect(text).not.toMatch(/sim_only|vendor_documented|\b(gpu_node|air_unit|rack_pdu)\b/)
  })

  test('symbols of devices carry tag, module and host of the manifest', () => {
    const devices = new Map(dtm.devices.map((device) => [device.device_uuid, device]))
    const drawn = symbolsOf(drawing).filter((use) => use.attributes?.HOST !== undefined)
    expect(drawn.length).toBeGreaterThan(20)
    for (const { id, attributes } of drawn) {
      const device = devices.get(id ?? '')
      expect(attributes).toMatchObject({
        TAG: device?.tag,
        MODULE_ID: device?.module_id,
        HOST: device?.host,
      })
    }
  })

  test('addresses stand on the port that is polled: a data port of the fabric or of the storage has none', () => {
    const z4 = dtm.devices.filter((device) => device.zone === 'Z4' && device.device_type === 'gpu_node')
    const ids = new Set(z4.map((device) => device.device_uuid))
    const sheets = drawing.sheets.filter((sheet) => sheet.sheet_id.startsWith('net-typical-compute'))
    const nets = sheets.flatMap((sheet) =>
      sheet.items.flatMap((item) => (item.kind === 'use' && ids.has(item.id ?? '') ? [item.net ?? ''] : [])),
    )
    expect(nets).toHaveLength(7)
    expect(nets.filter((net) => !net.includes('/swm-01/'))).toEqual([])
  })

  test('every network cable between modules stands in the cable table under its number and length', () => {
    const rows = new Set(
      drawing.sheets
        .flatMap((s) => s.items)
        .flatMap((item) => (item.kind === 'text' && item.id !== undefined ? [item.id] : [])),
    )
    const cables = buildSchedule(site).entries.map((entry) => entry.connection)
    const between = cables.filter(
      (c) => (c.service === 'fibre' || c.service === 'copper') && c.from.module_id !== '*',
    )
    expect(between.filter((c) => !rows.has(c.connection_id)).map((c) => c.connection_id)).toEqual([])
  })

  test('what has a sheet of its own is linked to it', () => {
    const [overview] = drawing.sheets
    const links = new Set(
      (overview?.items ?? []).flatMap((item) =>
        'link' in item && item.link !== undefined ? [item.link.sheet_id] : [],
      ),
    )
    const typical = drawing.sheets.filter((sheet) => sheet.sheet_id.startsWith('net-typical'))
    expect(typical.length).toBeGreaterThan(0)
    // The list of sheets may stand on it too, with a link to each.
    expect(typical.some((sheet) => links.has(sheet.sheet_id))).toBe(true)
    for (const id of links) expect(drawing.sheets.map((sheet) => sheet.sheet_id)).toContain(id)
  })
})

test('spines are counted block by block in bill and diagram', () => {
  const { site, text } = networkOf(twoBlocks())
  const spines = site.items.filter((item) => item.description === 'Compute fabric spine switch NDR, managed')
  expect(
    spines.flatMap((item) => item.module_ids.map((id) => [id, item.quantity_per_module])).sort(),
  ).toEqual([
    ['grid_container_1', 28],
    ['grid_container_2', 14],
  ])
  expect(spines.reduce((sum, item) => sum + item.quantity, 0)).toBe(site.network.fabric.spines_count)
  expect(text).toContain('28 in G01, 14 in G02')
})

test('what only the first block has says so', () => {
  const { text } = networkOf(twoBlocks({ aws_partition: 'none' }))
  expect(text).toContain('Removable media station: scan, signature, G01 only')
})

test('an air-gapped site shows the diode on the way in and no way out', () => {
  const { site, drawing, text } = networkOf(examplePayload('dod_no_bess'))
  expect(text).toContain('NO EXTERNAL CONNECTION')
  expect(symbolsOf(drawing).map((use) => use.symbol)).not.toContain('WAN-CLOUD')
  expect(symbolsOf(drawing).find((use) => use.id === 'K6/DIO')?.symbol).toBe('DATA-DIODE')
  expect(site.connections.filter((c) => c.data?.network === 'WAN')).toEqual([])
  expect(text).toContain('channel 3')
  expect(text).not.toContain('channel 2')
  expect(site.findings.find((f) => f.code === 'NET-002')?.message).toContain('stand in C01;')
})

test('a container that holds the core keeps its OT VLANs: cables, diagram and bill tell of the way out alone', () => {
  const { site, text, drawing } = networkOf(examplePayload('commercial_no_bess'))
  const between = site.connections.filter((c) => c.service === 'fibre')
  expect(between.map((c) => [c.connection_id, c.data?.network, c.data?.zone])).toEqual([
    ['F-S01-C01-A01', 'WAN', 'Z3.5'],
    ['F-S01-C01-B01', 'WAN', 'Z3.5'],
    ['F-S01-W01-A01', 'WAN', 'Z3.5'],
    ['F-S01-W01-B01', 'WAN', 'Z3.5'],
  ])
  expect(text).not.toContain('tagged')
  expect(drawing.sheets.flatMap((sheet) => sheet.notes).join()).toContain(
    'OT VLANs do not leave the container',
  )
  const ends = symbolsOf(drawing).filter((use) => use.id === 'block_1/C01/RTR')
  expect(ends.map((use) => use.symbol)).toEqual(['FIREWALL-PAIR'])
  expect(site.items.find((item) => item.item_id === 'site/ot-optics-10g')?.quantity).toBe(2)
})

test('blocks of one build are drawn once; the rest stands in a table', () => {
  const payload = {
    ...twoBlocks(),
    target_gpu_count: 200 * 56,
    source_capacity_mw: 80,
    bess_capacity_mwh: 200,
  }
  const { site, drawing, text } = networkOf(payload)
  expect(site.blocks.length).toBe(7)
  expect(text).toContain('BLOCK 2: G02, typical of G02..G07')
  for (const block of site.blocks) expect(text).toContain(`F-G0${block.ordinal}-W01-A01`)
  expect(drawing.sheets.filter((sheet) => sheet.sheet_id.startsWith('net-backbone'))).toHaveLength(1)
})
