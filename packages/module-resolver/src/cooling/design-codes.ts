import type { DesignCode } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR } from './line-draft.ts'

/** Categories of a vessel with a gas of group 2 by pressure times volume, bar L. Source: Directive 2014/68/EU, Annex II, table 2. */
const VESSEL_CATEGORIES = [
  { up_to: 50, category: 'Article 4(3)' },
  { up_to: 200, category: 'category I' },
  { up_to: 1000, category: 'category II' },
  { up_to: 3000, category: 'category III' },
] as const

/** Piping for a liquid of group 2 that comes into no category. Source: same, table 9. */
const PIPE_FREE = { bar: 10, dn: 200 } as const

/** Category of an expansion vessel: its gas side decides. Greater vessels than the table has are category IV. */
export function vesselCategory(design_bar: number, volume_l: number): string {
  return VESSEL_CATEGORIES.find(({ up_to }) => design_bar * volume_l <= up_to)?.category ?? 'category IV'
}

/** Category of a coolant line: water and propylene glycol are fluids of group 2. */
export function pipeCategory(design_bar: number, dn: number): string {
  const free = design_bar <= PIPE_FREE.bar || dn <= PIPE_FREE.dn || design_bar * dn <= 5000
  return free ? 'Article 4(3)' : 'category I or above'
}

/**
 * Codes of the cooling. The payload names no country: they are those of the electrical design, which is 60 Hz by the NEC. Beside
 * each stands what takes its place where the pressure equipment directive applies. Source: titles and scopes of the standards.
 */
export function designCodes(plan: CoolingPlan): DesignCode[] {
  const { facility, technology } = DESIGN_PRESSURE_BAR
  const pipes = pipeCategory(facility, plan.facility_pipe.dn)
  const vessels = [
    `T-101 ${vesselCategory(facility, plan.facility_vessel.nominal_l)}`,
    `T-201 ${vesselCategory(technology, plan.technology_vessel.nominal_l)}`,
  ].join(', ')
  return [
    code('Pipes and hoses', 'ASME B31.9', `EN 13480, liquid of group 2: ${pipes} of the PED`),
    code('Flanges', 'EN 1092-1 PN16, adapters to ASME B16.5 class 150', 'EN 1092-1 PN16'),
    code('Relief valves', 'ASME BPVC XIII, sized by API 520-1', 'EN ISO 4126-1, PED category IV'),
    code(
      'Expansion vessels',
      'ASME BPVC VIII-1, sized in the form of EN 12828',
      `EN 13831 and EN 12828; ${vessels}`,
    ),
    code('Pressure test', '1.5 times design pressure', '1.43 times design pressure at least (EN 13480-5)'),
    ...(plan.climate.adiabatic
      ? [code('Make-up water', 'ASSE 1013 reduced pressure zone', 'EN 1717 with EN 12729 type BA')]
      : []),
  ]
}

function code(part: string, applied: string, under_ped: string): DesignCode {
  return { part, applied, under_ped }
}
