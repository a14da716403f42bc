import type { Finding, SourcingTier } from '@edp/schemas'

import { isSection154 } from '../items/excluded-makers.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'

/** A battery that carries the site for less than this is no ride-through, h. Source: `assumption`, start of a generator. */
const SHORTEST_H = 0.25
/** A cycle a day is what most duties need, h. */
const LONGEST_CHARGE_H = 24

/** Checks of the battery: energy, power, charging and origin. */
export function bessFindings(input: FindingsInput): Finding[] {
  const { bess, loads } = input
  if (bess === null) return []
  const findings: Finding[] = []
  const concerns = [`B01..${bess.units_count}`]
  if (bess.charge_h === null)
    findings.push(
      finding(
        'BESS-001',
        `At site demand nothing is left of the source capacity of ${loads.source_capacity_kw} kW for charging the battery.`,
        ['source_capacity_mw'],
        {
          source_margin_kw: loads.source_margin_kw,
        },
      ),
    )
  else if (bess.charge_h > LONGEST_CHARGE_H)
    findings.push(
      finding(
        'BESS-002',
        `Charging the battery takes ${bess.charge_h} h with the ${bess.charge_power_kw} kW that the site leaves.`,
        ['source_capacity_mw'],
        {
          charge_h: bess.charge_h,
          charge_power_kw: bess.charge_power_kw,
        },
      ),
    )
  if (bess.power_kw < loads.site_kw)
    findings.push(
      finding(
        'BESS-003',
        `The battery gives ${bess.power_kw} kW, the site needs ${loads.site_kw} kW: it cannot carry the site alone.`,
        concerns,
        {
          bess_kw: bess.power_kw,
          site_kw: loads.site_kw,
        },
      ),
    )
  if (bess.duration_h < SHORTEST_H)
    findings.push(
      finding('BESS-004', `The battery lasts ${bess.duration_h} h at site demand.`, concerns, {
        duration_h: bess.duration_h,
      }),
    )
  return [...findings, ...originFindings(input)]
}

const GOVERNMENT = {
  commercial: false,
  federal_civilian: true,
  dod_eligible: true,
} as const satisfies Record<SourcingTier, boolean>

function originFindings({ items, resolution, bess_type: type }: FindingsInput): Finding[] {
  const item = items.find((i) => i.item_id === 'bess_unit')
  if (item === undefined || type === null) return []
  const figures = {
    country_of_origin: type.country_of_origin ?? 'TBC',
    cell_source: type.cell_source,
    tier: resolution.sourcing_tier,
  }
  const product = `${type.manufacturer} ${type.model}`
  if (item.sourcing.excluded)
    return [
      finding(
        'BESS-005',
        `${product} of origin ${figures.country_of_origin} is not procurable in tier ${resolution.sourcing_tier} without an exception.`,
        ['bess_unit'],
        figures,
      ),
    ]
  if (GOVERNMENT[resolution.sourcing_tier])
    return [
      finding(
        'BESS-006',
        `${product}: the supplier certificate has to name the maker of the cells before it is bought.`,
        ['bess_unit'],
        figures,
      ),
    ]
  return isSection154(type.manufacturer, type.cell_source)
    ? [
        finding(
          'BESS-007',
          `${product} holds cells of a maker that section 154 excludes from DoD purchases.`,
          ['bess_unit'],
          figures,
        ),
      ]
    : []
}
