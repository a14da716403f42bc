/** Tags of the basic encoding rules (X.690) that certificates and SNMP reports need. */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bit_string: 0x03,
  octet_string: 0x04,
  object_identifier: 0x06,
  utf8_string: 0x0c,
  utc_time: 0x17,
  generalized_time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** A value with its tag and length. */
export function tagged(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  const head = length < 128 ? [tag, length] : [tag, 0x80 + bytes.length, ...bytes]
  return Buffer.concat([Buffer.from(head), content])
}

/** SEQUENCE of values. */
export function sequence(...items: readonly Uint8Array[]): Buffer {
  return tagged(TAG.sequence, Buffer.concat(items))
}

/** SET of one value. */
export function set(item: Uint8Array): Buffer {
  return tagged(TAG.set, item)
}

/** INTEGER from a number from 0 to 2^53 - 1, or from the bytes of a positive one. */
export function integer(value: number | Uint8Array): Buffer {
  const hex = typeof value === 'number' ? value.toString(16) : Buffer.from(value).toString('hex')
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex')
  // A set high bit would read as a sign.
  return tagged(TAG.integer, (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes)
}

/** OCTET STRING. */
export function octetString(content: Uint8Array): Buffer {
  return tagged(TAG.octet_string, content)
}

/** BIT STRING; `unused` bits at its end do not count. */
export function bitString(content: Uint8Array, unused = 0): Buffer {
  return tagged(TAG.bit_string, Buffer.concat([Buffer.from([unused]), content]))
}

/** BOOLEAN true. */
export function booleanTrue(): Buffer {
  return tagged(TAG.boolean, Buffer.from([0xff]))
}

/** UTF8String. */
export function utf8String(text: string): Buffer {
  return tagged(TAG.utf8_string, Buffer.from(text, 'utf8'))
}

/** Time of a certificate (RFC 5280, 4.1.2.5): UTCTime to 2049, GeneralizedTime after. */
export function time(date: Date): Buffer {
  const text = `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  return date.getUTCFullYear() < 2050
    ? tagged(TAG.utc_time, Buffer.from(text.slice(2)))
    : tagged(TAG.generalized_time, Buffer.from(text))
}

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc % 128]
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128))
      septets.unshift(128 + (high % 128))
    return septets
  })
  return tagged(TAG.object_identifier, Buffer.from(arcs))
}
