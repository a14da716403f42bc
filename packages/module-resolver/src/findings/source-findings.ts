import { roundTo, type Finding } from '@edp/schemas'

import { UTILITY_MVA } from '../electrical/source-strength.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'

/** Hours of the longest night that a solar site is checked for. Source: `assumption`, 40 degrees latitude in winter. */
const NIGHT_H = 14
/** Daily yield of solar over its rating. Source: `assumption`, single-axis tracking in a good location. */
const SOLAR_CAPACITY_FACTOR = 0.25

/** Least rating of a generating set that makers offer for medium voltage, kVA. Source: `assumption`, common US product lines. */
const MV_MACHINE_KVA = 1250

/** Checks of demand against the source and of the source itself. */
export function sourceFindings({ payload, loads, electrical, bess }: FindingsInput): Finding[] {
  const findings: Finding[] = []
  if (loads.source_margin_kw < 0)
    findings.push(
      finding(
        'LOAD-001',
        `Site demand of ${loads.site_kw} kW exceeds the source capacity of ${loads.source_capacity_kw} kW by ${roundTo(-loads.source_margin_kw, 1)} kW.`,
        ['source_capacity_mw'],
        { site_kw: loads.site_kw, source_kw: loads.source_capacity_kw },
      ),
    )
  const grid = payload.grid_connection
  if (payload.energy_source === 'grid_hybrid' && grid === 'none')
    findings.push(
      finding(
        'SRC-001',
        'Energy source grid_hybrid without a grid connection: only the generators are shown.',
        ['energy_source', 'grid_connection'],
        {},
      ),
    )
  if (payload.energy_source === 'off_grid' && grid !== 'none')
    findings.push(
      finding(
        'SRC-001',
        `Energy source off_grid with grid connection ${grid}: both are shown.`,
        ['energy_source', 'grid_connection'],
        {},
      ),
    )
  if (payload.energy_source === 'solar' && grid === 'none') {
    if (bess === null)
      findings.push(
        finding(
          'SRC-002',
          'Solar is the only source and there is no battery: the site has no supply at night.',
          ['energy_source', 'bess_coupling'],
          {},
        ),
      )
    else if (bess.duration_h < NIGHT_H)
      findings.push(
        finding(
          'SRC-004',
          `Solar is the only source; the battery carries the site for ${bess.duration_h} h, the night lasts up to ${NIGHT_H} h.`,
          ['bess_capacity_mwh'],
          { duration_h: bess.duration_h, night_h: NIGHT_H },
        ),
      )
    const yieldKwh = loads.source_capacity_kw * 24 * SOLAR_CAPACITY_FACTOR
    const needKwh = loads.site_typical_kw * 24
    if (yieldKwh < needKwh)
      findings.push(
        finding(
          'SRC-003',
          `Solar is the only source; it yields about ${roundTo(yieldKwh / 1000, 1)} MWh a day at a capacity factor of ${SOLAR_CAPACITY_FACTOR}, the site uses ${roundTo(needKwh / 1000, 1)} MWh.`,
          ['source_capacity_mw'],
          { yield_mwh: roundTo(yieldKwh / 1000, 1), need_mwh: roundTo(needKwh / 1000, 1) },
        ),
      )
  }
  const utilities = electrical.blocks.flatMap((b) => b.supplies.filter((s) => s.kind === 'utility'))
  if (utilities.length > 0)
    findings.push(
      finding(
        'SRC-005',
        `Interrupting ratings assume a utility short-circuit power of ${UTILITY_MVA} MVA at 13.8 kV; the utility is to confirm it.`,
        utilities.map((s) => s.tag),
        { utility_mva: UTILITY_MVA },
      ),
    )
  const small = electrical.blocks.flatMap(({ supplies, bess_branches }) => {
    const [only, ...others] = supplies
    const isAlone = only?.kind === 'generator' && others.length === 0 && bess_branches.length === 0
    return isAlone && (only.machine?.rating_kva ?? Infinity) < MV_MACHINE_KVA ? [only] : []
  })
  const [first] = small
  if (first !== undefined)
    findings.push(
      finding(
        'SRC-006',
        `${first.tag} of ${roundTo(first.machine?.rating_kva ?? 0, 0)} kVA is drawn at 13.8 kV, the voltage of a block; sets below ${MV_MACHINE_KVA} kVA are made for 480 V, which needs neither medium voltage nor transformer.`,
        small.map(({ tag }) => tag),
        { machine_kva: first.machine?.rating_kva ?? 0, least_kva: MV_MACHINE_KVA },
      ),
    )
  return findings
}
