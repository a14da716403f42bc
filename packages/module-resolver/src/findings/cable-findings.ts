import type { Connection, Finding } from '@edp/schemas'

import { DUCT_BANK, DUCT_BANK_PCT } from '../connections/power-connection.ts'
import { nextRatingOrLargest, OVERCURRENT_A } from '../electrical/standard-ratings.ts'
import { finding, type CheckCode } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted, plural } from './counted.ts'

export function cableFindings({ electrical, connections, typicals }: FindingsInput): Finding[] {
  const all = [...connections, ...typicals.flatMap((t) => t.connections)].filter((c) => c.power !== null)
  const limit = electrical.voltage_drop_limit_pct
  const dropping = all.filter((c) => (c.power?.voltage_drop_pct ?? 0) > limit)
  const overloaded = all.filter((c) => (c.power?.utilisation_pct ?? 0) > 100)
  return [
    ...many(
      'EL-001',
      dropping,
      (n, worst) =>
        `${counted(n, 'cable')} ${plural(n, 'exceeds', 'exceed')} the voltage drop limit of ${limit} %, the worst with ${worst} %.`,
      (c) => c.power?.voltage_drop_pct ?? 0,
      { limit_pct: limit },
    ),
    ...many(
      'EL-002',
      overloaded,
      (n, worst) =>
        `${counted(n, 'cable')} ${plural(n, 'carries more than its', 'carry more than their')} derated ampacity, the worst ${worst} %.`,
      (c) => c.power?.utilisation_pct ?? 0,
      {},
    ),
  ]
}

/** One finding for all connections that are found, with the worst figure; none where there are none. */
export function many(
  code: CheckCode,
  found: readonly Connection[],
  message: (count: number, worst: number) => string,
  of: (c: Connection) => number,
  figures: Finding['figures'],
): Finding[] {
  if (found.length === 0) return []
  const worst = found.reduce((value, c) => Math.max(value, of(c)), 0)
  return [
    finding(
      code,
      message(found.length, worst),
      found.map((c) => c.connection_id),
      {
        cables: found.length,
        worst,
        ...figures,
      },
    ),
  ]
}

/**
 * Compute containers whose feeder breaker does not protect their incoming cable, which the design enlarges with the breaker as far
 * as there are sizes: the next standard rating above its ampacity is allowed (NEC 2023, 240.4(B)).
 */
export function incomerFindings({ typicals }: FindingsInput): Finding[] {
  const unsafe = typicals.flatMap(({ connections, designations }) =>
    connections.flatMap(({ from, service, power }) => {
      if (from.plate_id !== 'CG' || service !== 'power_lv' || power?.protection_a == null) return []
      const { protection_a, protection_tag, ampacity_derated_a: ampacity_a } = power
      return protection_a > nextRatingOrLargest(OVERCURRENT_A, ampacity_a)
        ? [{ tag: protection_tag ?? '', designations, protection_a, ampacity_a }]
        : []
    }),
  )
  const [first] = unsafe
  if (first === undefined) return []
  return [
    finding(
      'EL-013',
      `${counted(unsafe.length, 'feeder breaker')} of up to ${Math.max(...unsafe.map((f) => f.protection_a))} A ${plural(unsafe.length, 'is', 'are')} above the ${first.ampacity_a} A of the incoming cable inside compute container ${first.designations}.`,
      unsafe.map(({ tag }) => tag),
      { feeders: unsafe.length, ampacity_a: first.ampacity_a },
    ),
  ]
}

/** Circuits of one duct bank for which NEC 2023, Annex B has tables. */
const TABLED_CIRCUITS = 6

/**
 * Duct banks of more circuits than there are tables for: the share that is kept for the heat of the neighbours needs the calculation (NEC
 * 2023, 310.14(B) and Annex B).
 */
export function ductBankFindings({ connections }: FindingsInput): Finding[] {
  const banked = connections.filter((c) => c.cable?.install_method === DUCT_BANK)
  const heads = [...new Set(banked.map((c) => c.from.module_id))]
  const countOf = (head: string): number => banked.filter((c) => c.from.module_id === head).length
  const large = heads.filter((head) => countOf(head) > TABLED_CIRCUITS)
  if (large.length === 0) return []
  const most = Math.max(...large.map(countOf))
  return [
    finding(
      'EL-017',
      `Up to ${most} circuits leave one place in duct banks. They are sized to ${DUCT_BANK_PCT} % of their ampacity; banks of more than ${TABLED_CIRCUITS} circuits need the calculation of their heat.`,
      large,
      { circuits: most, limit_pct: DUCT_BANK_PCT, tabled_circuits: TABLED_CIRCUITS },
    ),
  ]
}
