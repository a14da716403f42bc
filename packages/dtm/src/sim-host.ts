import { EdpError } from '@edp/schemas'

/** What the placeholders of a host stand for. */
export interface HostFacts {
  readonly instance: number
  readonly block: number
  readonly module_id: string
}

const PLACEHOLDER = /\{(instance|block|module_id)\}/g
const QUAD = /^[\d{][^.]*\.[^.]+\.[^.]+\.[^.]+$/

/**
 * Host of a device in simulation. In a dotted quad `{instance}` and `{block}` stand for the ordinal, and an ordinal above
 * 255 carries into the octet to its left: 127.16.{instance}.11 of instance 300 is 127.17.44.11. Elsewhere they are
 * replaced as text, and a host without placeholders is taken verbatim.
 *
 * @throws {EdpError} `invalid_dtm` when an octet leaves 0 to 255.
 */
export function simHost(template: string, facts: HostFacts): string {
  if (!template.includes('{')) return template
  const text = template.replace(PLACEHOLDER, (_, name: keyof HostFacts) => String(facts[name]))
  if (!QUAD.test(template) || template.includes('{module_id}')) return text
  const octets = text.split('.').map(Number)
  for (let i = octets.length - 1; i > 0; i -= 1) {
    const octet = octets[i] ?? 0
    octets[i] = octet % 256
    octets[i - 1] = (octets[i - 1] ?? 0) + Math.floor(octet / 256)
  }
  const first = octets[0] ?? 0
  const loopback = template.startsWith('127.')
  if (octets.some((o) => !Number.isInteger(o) || o > 255) || (loopback && first !== 127)) {
    throw new EdpError('invalid_dtm', `host ${template} of ${facts.module_id} gives ${octets.join('.')}, which is no address of its range`)
  }
  return octets.join('.')
}
