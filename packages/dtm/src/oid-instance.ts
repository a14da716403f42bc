/**
 * Table entries of the MIBs that device lists use, with the number of index arcs that follow the column. Sources: the MIBs
 * themselves (IF-MIB, ENTITY-SENSOR-MIB, UPS-MIB, PDU2-MIB, Sentry4-MIB, RITTAL-CMC-III-MIB, PowerNet-MIB).
 */
const TABLES: readonly (readonly [entry: string, index_arcs: number])[] = [
  ['1.3.6.1.2.1.2.2.1', 1],
  ['1.3.6.1.2.1.31.1.1.1', 1],
  ['1.3.6.1.2.1.99.1.1.1', 1],
  ['1.3.6.1.2.1.33.1.3.3.1', 1],
  ['1.3.6.1.2.1.33.1.4.4.1', 1],
  ['1.3.6.1.4.1.13742.6.5.2.3.1', 3],
  ['1.3.6.1.4.1.13742.6.5.2.4.1', 4],
  ['1.3.6.1.4.1.13742.6.5.3.3.1', 3],
  ['1.3.6.1.4.1.13742.6.5.4.3.1', 3],
  ['1.3.6.1.4.1.13742.6.5.5.3.1', 2],
  ['1.3.6.1.4.1.13742.6.3.3.4.1', 3],
  ['1.3.6.1.4.1.13742.6.3.3.6.1', 4],
  ['1.3.6.1.4.1.13742.6.3.4.4.1', 3],
  ['1.3.6.1.4.1.13742.6.3.6.3.1', 2],
  ['1.3.6.1.4.1.1718.4.1.3.3.1', 2],
  ['1.3.6.1.4.1.2606.7.4.1.2.1', 1],
  ['1.3.6.1.4.1.2606.7.4.2.2.1', 2],
  ['1.3.6.1.4.1.318.1.1.26.4.3.1', 1],
  ['1.3.6.1.4.1.318.1.1.26.6.3.1', 1],
  ['1.3.6.1.4.1.318.1.1.27.1.4.1.2.1', 2],
]
/** Scalars of mib-2 groups end with .0. */
const SCALAR_GROUPS = ['1.3.6.1.2.1.1.', '1.3.6.1.2.1.33.1.2.', '1.3.6.1.2.1.33.1.6.']
/** Least arcs of an instance under an enterprise: 1.3.6.1.4.1, enterprise, object, instance. */
const ARCS_MIN = 9

/** What is wrong with an OID that shall answer one GET, or null: it must be numeric and end with an instance. */
export function oidProblem(oid: string): string | null {
  if (!/^[012](\.(0|[1-9]\d*))+$/.test(oid)) return 'expected a numeric OID without a leading dot'
  const arcs = oid.split('.')
  const table = TABLES.find(([entry]) => oid.startsWith(`${entry}.`))
  if (table !== undefined) {
    const found = arcs.length - table[0].split('.').length - 1
    return found === table[1]
      ? null
      : `expected an instance: ${table[1]} index arcs after the column, found ${Math.max(found, 0)}`
  }
  if (SCALAR_GROUPS.some((group) => oid.startsWith(group)))
    return oid.endsWith('.0') ? null : 'expected the instance .0 of a scalar'
  return arcs.length >= ARCS_MIN
    ? null
    : 'expected an instance: scalars end with .0, columns with their index'
}
