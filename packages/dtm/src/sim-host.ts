/** What the placeholders of a host stand for. */
export interface HostFacts {
  /** Ordinal of the module among its kind, from 1. */
  readonly instance: number
  /** Ordinal of the block that the module belongs to, from 1. */
  readonly block: number
  readonly module_id: string
}

/** The host, or what is wrong with it. */
export type SimHost = { readonly host: string } | { readonly fault: string }

const PLACEHOLDER = /\{([a-z_]+)\}/g
const QUAD = /^(\d+|\{(?:instance|block)\})(\.(\d+|\{(?:instance|block)\})){3}$/

/**
 * Host of a device in simulation. In a dotted quad `{instance}` and `{block}` are one octet, and an ordinal above 255 carries
 * into the octet to its left: 127.16.{instance}.11 of instance 300 is 127.17.44.11. In a host name they are replaced as
 * text. A host without placeholders is taken verbatim.
 *
 * @example simHost('127.16.{instance}.11', { instance: 300, block: 10, module_id: 'compute_container_300' })
 */
export function simHost(template: string, facts: HostFacts): SimHost {
  if (!template.includes('{')) return { host: template }
  const unknown = [...template.matchAll(PLACEHOLDER)]
    .map((m) => m[1] ?? '')
    .filter((name) => !Object.hasOwn(facts, name))
  if (unknown.length > 0)
    return {
      fault: `unknown placeholder {${unknown.join('}, {')}}, expected {instance}, {block} or {module_id}`,
    }
  const text = template.replace(PLACEHOLDER, (_, name: keyof HostFacts) => String(facts[name]))
  return QUAD.test(template) ? carried(template, text.split('.').map(Number)) : { host: text }
}

function carried(template: string, ordinals: readonly number[]): SimHost {
  const octets = [...ordinals]
  for (let i = octets.length - 1; i > 0; i -= 1) {
    const value = octets[i] ?? 0
    octets[i] = value % 256
    octets[i - 1] = (octets[i - 1] ?? 0) + Math.floor(value / 256)
  }
  const [first = 0] = octets
  const host = octets.join('.')
  if (first > 255) return { fault: `gives ${host}, whose first octet exceeds 255` }
  if (template.startsWith('127.') && first !== 127)
    return { fault: `gives ${host}, which leaves the loopback addresses 127/8` }
  return { host }
}
