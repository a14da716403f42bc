import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const insideOf = (kind: string) => site.typicals.filter((typical) => typical.kind === kind)

  test('meters of the incomers have current transformers, on the sheet as in the bill', () => {
    // next primary from the incomer on; a container that holds the spines may have larger ones
    const PRIMARY: Record<number, string> = { 250: '250:5', 300: '300:5' }
    const ordered = site.items.filter(({ item_id }) => item_id.startsWith('compute_container/C-068'))
    for (const { equipment, module_ids } of insideOf('compute_container')) {
      const { incomers = [] } = equipment.find(({ device }) => device === 'MDP') ?? {}
      expect(incomers.map(({ meter_ct }) => meter_ct?.ratio)).toEqual(
        incomers.map(({ rated_a }) => PRIMARY[rated_a]),
      )
      const line = ordered.find((item) => item.module_ids.includes(module_ids[0] ?? ''))
      expect(line?.rating).toBe(`${incomers[0]?.meter_ct?.ratio ?? ''} A, 0.6 B0.1`)
    }
    const containers = site.modules.filter((module) => module.kind === 'compute_container').length
    expect(ordered.reduce((sum, item) => sum + item.quantity, 0)).toBe(2 * containers)
  })

  test('EMS and OT core of a grid container have two ways, each for all of it, one without the UPS', () => {
    for (const { connections } of insideOf('grid_container')) {
      const ways = connections.filter(({ service, to }) => service === 'power_lv' && to.device === 'EMS')
      const facts = ways.map(({ connection_id, from, to, power }) => [
        connection_id,
        from.device,
        to.port,
        power?.voltage_v,
        power?.design_current_a,
        power?.protection_a,
        power?.protection_poles,
      ])
      expect(facts.sort()).toEqual([
        ['W-EMSB', 'LP', 'EMS.PB', 240, 12, 15, 2],
        ['W-UPS-EMSA', 'ups-01', 'EMS.PA', 240, 12, 15, 1],
      ])
    }
    expect(site.findings.map(({ code }) => code)).not.toContain('EL-021')
  })

  test('a lockable switch stands at each heat rejection unit, no smaller than its breaker', () => {
    const supplies = site.connections.filter(({ connection_id }) => /^PL-C\d+-D\d+-01$/.test(connection_id))
    const switches = site.items.filter(({ item_id }) => item_id.startsWith('heat_rejection_unit/switch-'))
    expect(switches.reduce((sum, item) => sum + item.quantity, 0)).toBe(supplies.length)
    for (const { to, power } of supplies) {
      const { tag, rated_a, poles, rated_ka, short_circuit_ka, fuse_a } = power!.field_switch!
      const fuses = fuse_a === null ? '' : `fuses ${fuse_a} A class J, `
      expect(to.termination).toBe(`lockable switch ${tag}, ${rated_a} A ${poles}P, ${fuses}${rated_ka} kA`)
      // Less than at the plate, and held by the switch and by the unit behind it.
      expect(short_circuit_ka).toBeLessThan(power?.short_circuit_ka ?? 0)
      expect(rated_ka).toBeGreaterThanOrEqual(1.05 * (short_circuit_ka ?? Infinity))
      expect([fuse_a !== null, rated_ka]).toEqual([(rated_ka ?? 0) > 10, rated_ka])
      const unit = site.items.find((item) => item.item_id === 'heat_rejection_unit/D-010')
      expect(unit?.rating).toContain(`SCCR ${rated_ka ?? 0} kA at 480 V`)
      expect([tag, poles]).toEqual([`89-${to.designation}`, 3])
      expect(rated_a).toBeGreaterThanOrEqual(power?.protection_a ?? Infinity)
    }
  })
})
