import snmp, { type Mib, type Provider } from 'net-snmp'

import type { SmiType, SnmpValue } from '../values/snmp-values.ts'

const COUNTER64_BYTES = 8

/** Puts values into a MIB of the library. Only values with `access` w or rw can be set. */
export function fillMib(mib: Mib, values: readonly SnmpValue[]): void {
  const writable = new Set(
    values.filter(({ map }) => map?.access === 'rw' || map?.access === 'w').map(({ oid }) => oid),
  )
  const parents = new Set<string>()
  for (const { oid, syntax, raw } of values) {
    const parent = oid.slice(0, oid.lastIndexOf('.'))
    if (!parents.has(parent)) {
      parents.add(parent)
      // A node answers only below a registered provider; its name must be its own.
      const provider = providerOf(parent, syntax, writable)
      mib.registerProvider(provider)
      mib.addProviderToNode(provider)
    }
    const node = mib.addNodesForOid(oid)
    node.valueType = typeCode(syntax)
    node.value = encoded(syntax, raw)
  }
}

function providerOf(oid: string, syntax: SmiType, writable: ReadonlySet<string>): Provider {
  return {
    name: oid,
    type: snmp.MibProviderType.Scalar,
    oid,
    scalarType: typeCode(syntax),
    maxAccess: snmp.MaxAccess['read-write'],
    handler: (request) => {
      if (request.operation === snmp.PduType.SetRequest && !writable.has(request.oid))
        request.done({
          errorStatus: snmp.ErrorStatus.NotWritable,
          type: typeCode('Null'),
          value: null,
        })
      else request.done()
    },
  }
}

function typeCode(syntax: SmiType | 'Null'): number {
  const code = snmp.ObjectType[syntax]
  if (code === undefined) throw new Error(`net-snmp knows no type ${syntax}`)
  return code
}

function encoded(syntax: SmiType, raw: number | string): number | string | Buffer {
  if (syntax !== 'Counter64') return raw
  const bytes = Buffer.alloc(COUNTER64_BYTES)
  bytes.writeBigUInt64BE(BigInt(raw))
  return bytes
}
