import { buildBom, buildSchedule } from '@edp/bom'
import {
  americanSize,
  conductorsText,
  type BlockElectrical,
  type Connection,
  type Drawing,
  type EarthingTransformer,
} from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

/** How often each tag stands on a symbol of a block's or site's diagram; the typical of a container names its own. */
function tagsOf(drawing: Drawing): Map<string, number> {
  const tags = new Map<string, number>()
  for (const item of drawing.sheets.flatMap((sheet) => sheet.items)) {
    const tag = item.kind === 'use' ? item.attributes?.['TAG'] : undefined
    if (tag !== undefined) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  }
  return tags
}

/** What the first column of the schedules names: texts with an id that are no label of a symbol. */
function rowsOf(drawing: Drawing): string[] {
  return drawing.sheets
    .flatMap((sheet) => sheet.items)
    .flatMap((item) => (item.kind === 'text' && item.id === item.value ? [item.value] : []))
}

/** The earthing transformer of a block, as a list. */
function earthing({ earthing_transformer: own }: BlockElectrical): EarthingTransformer[] {
  return own === null ? [] : [own]
}

describe.each(EXAMPLE_NAMES)('the same facts on all documents: %s', (name) => {
  const { site, dtm, drawings } = documentsOf(examplePayload(name))
  const schedule = new Set(buildSchedule(site).entries.map((entry) => entry.connection.connection_id))

  test('every cable and hose that a drawing names stands in the schedule', () => {
    const named = Object.values(drawings).flatMap(
      (drawing) => textOf(drawing).match(/\b(?:PL|PM|PD|F|HS|C|E)-[A-Z]\d+-[A-Z]+\d*-[A-Z]?\d+\b/g) ?? [],
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((id) => !schedule.has(id))).toEqual([])
  })

  test('every source, breaker, transformer and battery unit is drawn once with its tag, every bus with its name', () => {
    const drawn = tagsOf(drawings.sld)
    const { blocks } = site.electrical
    const tags = blocks.flatMap((block) => [
      ...block.supplies.flatMap((s) => [s.tag, s.isolator_tag, s.breaker.tag]),
      ...block.transformers.flatMap((t) => [t.tag, t.primary_breaker.tag, t.secondary_breaker.tag]),
      ...block.bus_ties.map((tie) => tie.tag),
      ...block.feeders.map((feeder) => feeder.breaker.tag),
      ...earthing(block).flatMap((e) => [e.tag, e.breaker.tag, e.resistor.tag]),
      ...block.bess_branches.flatMap((branch) => [
        branch.tag,
        ...branch.units.flatMap((u) => [u.designation, u.skid_designation, u.ac_breaker.tag]),
        ...branch.units.flatMap(({ ring_main: ring }) => [
          ring.incoming_tag,
          ring.outgoing_tag,
          ring.breaker.tag,
        ]),
      ]),
    ])
    expect(tags.length).toBeGreaterThan(6)
    expect(tags.filter((tag) => drawn.get(tag) !== 1)).toEqual([])
    const text = textOf(drawings.sld)
    const buses = blocks.flatMap((block) => [block.mv_bus, ...block.lv_buses].map((bus) => bus?.tag ?? ''))
    expect(buses.filter((tag) => !text.includes(tag))).toEqual([])
  })

  test('every breaker has its row, and every row of the schedules its breaker', () => {
    const rows = rowsOf(drawings.sld)
    const breakers = site.electrical.blocks.flatMap((block) => [
      ...block.supplies.map((s) => s.breaker.tag),
      ...earthing(block).map((e) => e.breaker.tag),
      ...block.transformers.map((t) => t.primary_breaker.tag),
      ...block.bess_branches.map((branch) => branch.breaker.tag),
      ...block.bus_ties.map((tie) => tie.tag),
      ...block.feeders.map((feeder) => feeder.breaker.tag),
    ])
    expect(rows.filter((id) => id.startsWith('52-')).toSorted()).toEqual(breakers.toSorted())
  })

  test('every power cable between modules and inside them is on the single line diagram under its number', () => {
    const words = new Set(textOf(drawings.sld).split(/[\s,]+/))
    const power = (connections: readonly Connection[]): string[] =>
      connections.flatMap((c) => (c.service.startsWith('power_') ? [c.connection_id] : []))
    const between = power(site.connections).filter((id) => !/^PL-C\d+-D\d+-/.test(id))
    const inside = site.typicals.flatMap((typical) => power(typical.connections))
    expect([...between, ...inside].filter((id) => !words.has(id))).toEqual([])
  })

  test('bonds to the earth ring stand on the single line diagram under their numbers, jumpers at their transformers', () => {
    const words = new Set(textOf(drawings.sld).split(/[\s,]+/))
    const kinds = new Map(site.modules.map((module) => [module.module_id, module.kind]))
    const bonds = site.connections.filter((c) => /^G-.+-SITE-/.test(c.connection_id))
    const bonded = new Set(bonds.map((c) => kinds.get(c.from.module_id)))
    expect(bonded.size).toBeGreaterThan(1)
    for (const kind of bonded) {
      const ids = bonds.filter((c) => kinds.get(c.from.module_id) === kind).map((c) => c.connection_id)
      const named = ids.length <= 12 ? ids : [ids[0]!, ids.at(-1)!]
      expect(named.filter((id) => !words.has(id))).toEqual([])
    }
    const transformers = site.electrical.blocks.flatMap((b) => b.transformers)
    const earthed = transformers.filter((t) => t.bonding_jumper_awg !== null)
    const jumpers = buildBom(site).lines.filter((line) =>
      line.description.startsWith('System bonding jumper'),
    )
    const kind = site.bess === null ? 'customer_switchgear' : 'unit_transformer'
    expect(jumpers.every((line) => line.module_kind === kind)).toBe(true)
    expect(jumpers.reduce((sum, line) => sum + line.quantity, 0)).toBe(earthed.length)
  })

  test('breakers and transformers have their line in the bill under the same tag, feeder breakers their number', () => {
    const { lines } = buildBom(site)
    const tagged = new Set(lines.map((line) => line.tag))
    const own = site.electrical.blocks.flatMap((block) => [
      ...block.supplies.map((s) => s.breaker.tag),
      ...block.transformers.flatMap((t) => [t.tag, t.primary_breaker.tag, t.secondary_breaker.tag]),
      ...block.bus_ties.map((tie) => tie.tag),
      ...earthing(block).flatMap((e) => [e.tag, e.breaker.tag]),
      ...block.bess_branches.map((branch) => branch.tag),
    ])
    expect(own.filter((tag) => !tagged.has(tag))).toEqual([])
    const counted = lines
      .filter((line) => line.item_id.startsWith('feeder-breaker'))
      .reduce((sum, line) => sum + line.quantity, 0)
    expect(counted).toBe(site.electrical.blocks.reduce((sum, block) => sum + block.feeders.length, 0))
  })

  test('instrument transformers and arresters are drawn as many as the bill has', () => {
    const symbols = drawings.sld.sheets
      .filter((sheet) => sheet.sheet_id.startsWith('block-'))
      .flatMap((sheet) => sheet.items.flatMap((item) => (item.kind === 'use' ? [item.symbol] : [])))
    const drawn = (symbol: string): number => symbols.filter((name) => name === symbol).length
    const { lines } = buildBom(site)
    const billed = (start: string): number =>
      lines.filter((line) => line.description.startsWith(start)).reduce((sum, line) => sum + line.quantity, 0)
    expect(drawn('VT')).toBe(billed('Voltage transformers'))
    // Ring cores come with the ring main unit of each skid.
    expect(drawn('CT') - billed('Ring main unit')).toBe(billed('Current transformer'))
    expect(drawn('METER')).toBe(billed('Power quality meter') + billed('Revenue meter'))
    expect(drawn('METER')).toBeGreaterThan(0)
    expect(drawn('ARRESTER')).toBe(billed('Surge arresters'))
    expect(drawn('RESISTOR')).toBe(billed('Neutral earthing resistor'))
    expect(drawn('ISOLATOR')).toBe(billed('Isolating switch'))
    expect(drawn('VT')).toBeGreaterThan(1)
  })

  test('every core has a ratio and a class on diagram and bill, every meter of ours a tag or a class', () => {
    const { lines } = buildBom(site)
    const cores = lines.filter((line) => line.description.startsWith('Current transformer'))
    expect(cores.length).toBeGreaterThan(0)
    for (const { rating } of cores) expect(rating).toMatch(/^\d+:5 A, (C\d+|0\.\d+S? B0\.\d.*)$/)
    const text = textOf(drawings.sld)
    for (const { rating } of cores)
      for (const part of rating.split(/ A, | from /).slice(0, 2)) expect(text).toContain(part)
  })

  test('a ground element has a neutral sensor where the neutral leaves with the phases', () => {
    const feeders = site.electrical.blocks.flatMap((block) => block.feeders)
    const cables = new Map(site.connections.map((c) => [c.connection_id, c.cable]))
    for (const { breaker, connection_id } of feeders) {
      const cable = connection_id === null ? undefined : cables.get(connection_id)
      if (cable != null) expect(breaker.neutral_sensor, breaker.tag).toBe(cable.neutrals_count > 0)
    }
    const inside = site.typicals.find((typical) => typical.kind === 'grid_container')?.connections ?? []
    const ways = inside.filter((c) => c.from.device === 'LVS' && c.service === 'power_lv')
    for (const { cable, connection_id } of ways) expect(cable?.neutrals_count ?? 0, connection_id).toBe(0)
    const three = feeders.filter((f) => f.kind === 'auxiliary' || f.kind === 'network')
    expect(three.some((f) => f.breaker.neutral_sensor)).toBe(false)
    const billed = buildBom(site).lines.filter((line) => line.rating.includes('with neutral sensor'))
    expect(billed.some((line) => line.description.includes('grid container auxiliaries'))).toBe(false)
  })

  test('ring main units, fuses and breakers of the direct-current circuits are in the bill as they are drawn', () => {
    const units = site.electrical.blocks.flatMap((b) => b.bess_branches.flatMap((branch) => branch.units))
    const { lines } = buildBom(site)
    const rings = lines.filter((line) => line.item_id.startsWith('bess_skid/ring-main'))
    expect(rings.reduce((sum, line) => sum + line.quantity, 0)).toBe(units.length)
    const text = textOf(drawings.sld)
    for (const { ring_main, dc, skid_module_id, module_id } of units) {
      expect(text).toContain(ring_main.tag)
      const alikeRings = rings.filter(({ rating }) =>
        rating.includes(`${ring_main.breaker.trip_a} A pick-up`),
      )
      expect(alikeRings.length).toBeGreaterThan(0)
      if (dc === null) continue
      const placed = (tag: string): (string | undefined)[] =>
        drawings.sld.sheets.flatMap((sheet) =>
          sheet.items.flatMap((item) =>
            item.kind === 'use' && item.attributes?.['TAG'] === tag ? [item.attributes['MODULE_ID']] : [],
          ),
        )
      const ordered = (item_id: string): string =>
        lines.find((line) => line.item_id === item_id)?.rating ?? ''
      for (const tag of [dc.converter_device, dc.breaker, dc.monitor]) {
        expect(placed(tag)).toContain(skid_module_id)
        expect(ordered('bess_skid/pcs')).toContain(tag)
      }
      expect(placed(dc.battery_device)).toContain(module_id)
      expect(ordered('bess_unit')).toContain(`${dc.battery_device}, ${dc.fuse_a} A`)
    }
  })

  test('equipment inside the containers stands on the diagram with the rating that the bill orders', () => {
    const text = textOf(drawings.sld)
    const drawn = tagsOf(drawings.sld)
    const ratings = new Set(buildBom(site).lines.flatMap(({ rating }) => rating.split('; output ')))
    const equipment = site.typicals.flatMap((typical) => typical.equipment)
    expect(equipment.length).toBeGreaterThan(3)
    for (const one of equipment) {
      const { device, kind, rating, neutral_earthing, incomers, output, short_circuit_ka } = one
      if (output !== null) {
        const { breaker, rated_a, poles, interrupting_ka: ka, bus_a, battery_breaker } = output
        expect(drawn.get(breaker), breaker).toBeGreaterThan(0)
        expect(text).toContain(`Q1 ${rated_a} A ${poles}P, ${ka} kA`)
        if (battery_breaker !== null)
          expect(text).toContain(`battery breaker ${battery_breaker.split('.')[1] ?? ''}`)
        expect(ratings).toContain(`${rated_a} A ${poles}P, ${ka} kA, bus ${bus_a} A`)
      }
      expect(ratings.has(rating), `${device} in the bill`).toBe(true)
      if (device === 'MVSG') continue
      const parts = [...rating.split(', '), neutral_earthing, ...incomers.map((i) => `${i.rated_a} A`)]
      expect(parts.filter((part) => !text.includes(part))).toEqual([])
      if (kind === 'board')
        expect(text).toContain(
          `Isc ${(short_circuit_ka ?? 0).toFixed((short_circuit_ka ?? 0) < 1 ? 2 : 1)} kA at most`,
        )
      else expect(drawn.get(one.transformer ?? device), device).toBeGreaterThan(0)
    }
  })

  test('surge protection, feeder meters and emergency power off are drawn where the model has them', () => {
    const symbols = drawings.sld.sheets.flatMap((sheet) => sheet.items).filter((item) => item.kind === 'use')
    const drawn = (name: string): number => symbols.filter((item) => item.symbol === name).length
    const inside = site.typicals.flatMap((typical) => typical.equipment)
    const { blocks } = site.electrical
    const sections = blocks.flatMap((block) => block.lv_buses).filter((bus) => bus.surge_protection !== null)
    const boards = inside.filter((equipment) => equipment.surge_protection !== '')
    expect(drawn('SPD')).toBe(sections.length + boards.length)
    expect(drawn('EPO')).toBe(inside.filter((equipment) => equipment.emergency_off.length > 0).length)
    const text = textOf(drawings.sld)
    const transfers = inside.flatMap(({ transfer }) => transfer ?? [])
    expect(drawn('REMOTE-INPUT')).toBe(transfers.length)
    for (const { connection_id, blocked_by } of transfers) {
      expect(text).toContain(`${connection_id}: block of the transfer,`)
      expect(text).toContain(blocked_by[0] === undefined ? 'spare, no interlock sheds load' : blocked_by[0])
    }
    for (const { electrode } of inside)
      if (electrode !== null)
        expect(text).toContain(
          `${electrode.connection_id}: ${americanSize(electrode.size_awg)} to the earth bar`,
        )
    // Batteries of the site, and the one on each bus of direct current, whose isolator is drawn with it.
    const batteries = inside.filter((equipment) => equipment.station_battery !== null)
    for (const { station_battery: battery } of batteries)
      expect(text).toContain(`${battery?.autonomy_h ?? 0} h at ${battery?.continuous_a ?? 0} A`)
    expect(tagsOf(drawings.sld).get('station battery') ?? 0).toBe(batteries.length)
    for (const { connection_id, opens } of inside.flatMap((equipment) => equipment.emergency_off))
      expect(text).toContain(`${connection_id}: opens ${opens.join(', ')}`)
    const ordered = buildBom(site).lines.find((line) => line.item_id === 'site/spd-main')
    expect(ordered?.quantity ?? 0).toBe(sections.filter((bus) => bus.scope === 'supply').length)
    const tags = tagsOf(drawings.sld)
    const meters = inside.flatMap((e) => e.incomers.flatMap((i) => i.meter_tag ?? []))
    for (const { meter_ct } of inside.flatMap(({ incomers }) => incomers))
      if (meter_ct !== null) expect(text).toContain(`CT ${meter_ct.ratio} A, ${meter_ct.accuracy}`)
    const compute = site.typicals.filter((typical) => typical.kind === 'compute_container').length
    expect(meters).toEqual(Array.from({ length: compute }, () => ['mtr-a', 'mtr-b']).flat())
    expect(meters.map((tag) => tags.get(tag))).toEqual(meters.map(() => compute))
    const switches = [...tags].filter(([tag]) => tag.startsWith('89-D') && !tag.startsWith('89-DC'))
    const units = site.typicals.flatMap(({ kind, modules_count, module_ids: [first] }) => {
      const supply = site.connections.find(
        ({ from, power }) => from.module_id === first && power?.field_switch != null,
      )
      const tag = supply?.power?.field_switch?.tag ?? ''
      if (kind !== 'compute_container') return []
      return [modules_count === 1 ? tag : tag.replaceAll(/\d(?=\d*$)/g, 'n')]
    })
    expect(Object.fromEntries(switches)).toEqual(Object.fromEntries(units.map((tag) => [tag, 1])))
    // The way to a switch names the box behind the plate where its cable is joined to the one outdoors.
    expect(tags.get('TB-HRU by W-HRU')).toBe(compute)
    const emergency = blocks.flatMap((b) => b.interlocks.filter((i) => i.kind === 'emergency'))
    expect(emergency.length).toBe(site.bess === null ? 0 : blocks.length)
  })

  test('circuits are written alike on diagram and schedule', () => {
    const text = textOf(drawings.sld)
    const circuits = site.typicals
      .flatMap((typical) => typical.connections)
      .filter((c) => c.service.startsWith('power_') && !c.to.device.startsWith('node-'))
    const written = circuits.flatMap((c) => (c.cable === null ? [] : [conductorsText(c.cable)]))
    expect(written.length).toBeGreaterThan(10)
    expect(written.filter((circuit) => !text.includes(circuit))).toEqual([])
  })

  test('relays and meters of the single line diagram are devices of the manifest', () => {
    const devices = new Set(dtm.devices.map((device) => device.tag))
    const named = [...textOf(drawings.sld).matchAll(/\b(?:rly|mtr)-[a-z]+(?:-[a-z\d])?\b/g)].map(
      ([tag]) => tag,
    )
    expect(named).toContain('mtr-a')
    expect(named.some((tag) => tag.startsWith('rly-'))).toBe(site.bess !== null)
    expect(named.filter((tag) => !devices.has(tag))).toEqual([])
  })

  test('relay and meter of the utility incomer and the generator controller are where their source is, on every view', () => {
    const present = new Set<string>(site.electrical.blocks.flatMap((b) => b.supplies.map((s) => s.kind)))
    const ordered = new Set(buildBom(site).lines.map((line) => line.item_id))
    const leads = site.typicals.flatMap((t) => t.connections.map((c) => c.from.device))
    const devices = dtm.devices.map((device) => device.tag)
    for (const [tag, source, line] of [
      ['rly-pcc', 'utility', 'G-051'],
      ['mtr-rev', 'utility', 'G-052'],
      ['gen-01', 'generator', 'G-055'],
    ] as const) {
      const here = site.bess !== null && present.has(source)
      expect(devices.includes(tag), tag).toBe(here)
      expect(ordered.has(`grid_container/${line}`), line).toBe(here)
      expect(leads.includes(tag), `lead of ${tag}`).toBe(here)
      expect(textOf(drawings.comms).includes(tag), `${tag} on the network diagram`).toBe(here)
      if (tag !== 'gen-01') expect(textOf(drawings.sld).includes(tag), `${tag} on the SLD`).toBe(here)
    }
  })

  test('a breaker that a description names is on the single line diagram', () => {
    const drawn = tagsOf(drawings.sld)
    const named = dtm.devices.flatMap((device) => device.description.match(/\b52-\w+/g) ?? [])
    expect(named.filter((tag) => !drawn.has(tag))).toEqual([])
  })

  test('the single line diagram names no battery equipment on a site without a battery', () => {
    const named = textOf(drawings.sld).match(/skid|ring main|NFPA 855|earthing transformer|collector/gi) ?? []
    expect(named.length > 0).toBe(site.bess !== null)
  })

  test('every device of the manifest is on the network diagram', () => {
    const text = textOf(drawings.comms)
    const names = new Set(dtm.devices.map((device) => device.tag ?? device.device_type))
    expect([...names].filter((tag) => !text.includes(tag))).toEqual([])
  })

  test('every line of the cooling design is on the P&ID', () => {
    const text = textOf(drawings.pid_cooling)
    const lines = site.cooling.lines.map((line) => line.line_no)
    expect(lines.length).toBeGreaterThan(5)
    // A typical of several containers leaves the number open.
    const drawn = (line: string): boolean => ['nn', '01'].some((c) => text.includes(line.replace('{c}', c)))
    expect(lines.filter((line) => !drawn(line))).toEqual([])
  })

  test('every machine of the P&ID stands in the bill of materials under its tag, nodes in the manifest', () => {
    const bill = buildBom(site)
      .lines.map((line) => line.description)
      .join('\n')
    const listed = new Set(
      [...bill.matchAll(/\b([A-Z]+-\d+)([A-Z](?:\/[A-Z])*)?\b/g)].flatMap(([, tag = '', letters]) =>
        letters === undefined ? [tag] : letters.split('/').map((letter) => tag + letter),
      ),
    )
    const devices = new Set(dtm.devices.map((device) => device.tag))
    const missing = site.cooling.equipment.filter((item) =>
      item.kind === 'node' ? !devices.has(item.tag) : !listed.has(item.tag),
    )
    expect(missing.map((item) => item.tag)).toEqual([])
  })

  test('every kind of module that is supplied has its line in the bill of materials', () => {
    const kinds = new Set(
      buildBom(site).lines.flatMap((line) => (line.level === 1 ? [line.module_kind] : [])),
    )
    const supplied = site.modules.filter((module) => module.assembly_id !== null)
    expect(supplied.filter((module) => !kinds.has(module.kind))).toEqual([])
  })
})
