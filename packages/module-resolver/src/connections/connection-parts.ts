import { roundTo, type CableDetail, type Connection, type HoseDetail } from '@edp/schemas'

import { testPressure } from '../cooling/line-draft.ts'

/** Lowest temperature of a hose, degC. Source: makers' data. */
export const EPDM_MIN_C = -40
const BRAIDED_MIN_C = -60

/** Rating of the hose class HS1A, bar gauge: PN10, bursts above four times that. Source: hose class of the P&ID legend. */
const RATED_BAR = 10
const BURST_RATIO = 4

/** Insulation of an outdoor hose, from the code of its line: `N` none. */
export function outdoorInsulation(code = 'N'): string {
  return code === 'N' ? 'none' : 'closed-cell foam, UV jacket'
}

/**
 * Peroxide-cured EPDM hose, or braided metal hose where the climate reaches the limit of the rubber. It is bought to the rating of
 * its class and tested with its line, at 1.5 times the design pressure.
 */
export function coolantHose(hose: {
  readonly dn: number
  readonly inner_diameter_mm: number
  readonly line_no: string
  readonly fluid: string
  readonly design_pressure_bar: number
  readonly coupling: string
  /** Ends whose coupling closes when it is parted; none when not given. */
  readonly dry_break_ends?: HoseDetail['dry_break_ends']
  readonly reducer_dn?: number | null
  readonly braided?: boolean
  readonly insulation?: string
}): HoseDetail {
  const braided = hose.braided === true
  const { dry_break_ends = [] } = hose
  return {
    type: braided ? 'Stainless braided hose' : 'EPDM hose',
    line_no: hose.line_no,
    fluid: hose.fluid,
    dn: hose.dn,
    inner_diameter_mm: hose.inner_diameter_mm,
    material: braided ? '316L corrugated' : 'EPDM, peroxide cured, ASTM D2000',
    reinforcement: braided ? 'stainless braid' : 'textile braid',
    working_pressure_bar: RATED_BAR,
    burst_pressure_bar: RATED_BAR * BURST_RATIO,
    test_pressure_bar: testPressure(hose.design_pressure_bar),
    temperature_min_c: braided ? BRAIDED_MIN_C : EPDM_MIN_C,
    temperature_max_c: 100,
    min_bend_radius_mm: roundTo(hose.inner_diameter_mm * 6, 0),
    coupling: hose.coupling,
    dry_break: dry_break_ends.length > 0,
    dry_break_ends,
    reducer_dn: hose.reducer_dn ?? null,
    insulation: hose.insulation ?? 'none',
  }
}

type Required4 = 'connection_id' | 'service' | 'description' | 'block_id' | 'from' | 'to' | 'length'

/** What a connection says of itself; totals follow. */
export type ConnectionSource = Pick<Connection, Required4> &
  Partial<
    Pick<
      Connection,
      'medium' | 'scope' | 'system' | 'quantity' | 'cable' | 'hose' | 'power' | 'flow' | 'data'
    >
  >

/** The end of a cable that its owner terminates. */
export function byOthers(termination: string): string {
  return termination.endsWith(BY_OTHERS) ? termination : `${termination}${BY_OTHERS}`
}

const BY_OTHERS = ', by others'

/** Completes a connection with its total lengths and mass. Who lays a cable terminates it, at both ends. */
export function connection(source: ConnectionSource): Connection {
  const { cable = null, hose = null, quantity = 1, length } = source
  const sets = cable?.sets_count ?? 1
  const pieces = quantity * sets * (cable?.cables_per_set_count ?? 1)
  const perMetre = cable?.mass_kg_per_m ?? null
  return {
    connection_id: source.connection_id,
    service: source.service,
    medium: source.medium ?? (hose === null ? 'cable' : 'hose'),
    description: source.description,
    block_id: source.block_id,
    from: endOf(source.from, source),
    to: endOf(source.to, source),
    ...plain(source),
    quantity,
    cable,
    hose,
    length,
    total_length_m: roundTo(length.cut_m * pieces, 1),
    earth_length_m: hasOwnEarth(cable) ? roundTo(length.cut_m * quantity * sets, 1) : 0,
    total_mass_kg: perMetre === null ? null : roundTo(perMetre * length.cut_m * sets * quantity, 1),
  }
}

function endOf(end: Connection['from'], { scope, cable }: ConnectionSource): Connection['from'] {
  return scope === 'by_others' && cable != null ? { ...end, termination: byOthers(end.termination) } : end
}

type Plain = 'scope' | 'system' | 'power' | 'flow' | 'data'

function plain(source: ConnectionSource): Pick<Connection, Plain> {
  const { scope = 'supply', system = null, power = null, flow = null, data = null } = source
  return { scope, system, power, flow, data }
}

/** Singles have their earthing conductor beside them; a multicore cable has it inside. */
function hasOwnEarth(cable: CableDetail | null): boolean {
  return cable !== null && cable.cables_per_set_count > 1 && cable.earth_size_mm2 !== null
}
