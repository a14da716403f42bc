import { canonicalJson, PROTOCOL_FACTS, type ProtocolConfig } from '@edp/schemas'

import type { SemverVerdict } from './diff-dtm.ts'
import { mapRows, type MapRow } from './map-rows.ts'

/** One change and how much it matters to a reader. */
export interface ConfigChange {
  readonly reason: string
  readonly verdict: SemverVerdict
}

/** Keys that change how often or under which label a value is read, not what it means. */
const HARMLESS_KEYS = [
  'poll_interval_ms',
  'timeout_ms',
  'max_block',
  'semantic',
  'enum',
  'bits',
  'expect',
  'integrity_poll_ms',
]

/** What changed from one configuration to another, value by value. */
export function diffConfig(a: ProtocolConfig, b: ProtocolConfig): ConfigChange[] {
  if (a.protocol !== b.protocol)
    return [{ reason: `protocol: ${a.protocol} -> ${b.protocol}`, verdict: 'major' }]
  const before = new Map(mapRows(a).map((row) => [row.name, row]))
  const after = new Map(mapRows(b).map((row) => [row.name, row]))
  return [
    ...keyChanges('', headOf(a), headOf(b)),
    ...[...before.keys()]
      .filter((name) => !after.has(name))
      .map((name) => change(`value ${name} removed`, 'major')),
    ...[...after.keys()]
      .filter((name) => !before.has(name))
      .map((name) => change(`value ${name} added`, 'minor')),
    ...[...after].flatMap(([name, row]) => {
      const old: MapRow | undefined = before.get(name)
      return old === undefined ? [] : keyChanges(`value ${name}, `, old, row)
    }),
  ]
}

function headOf(config: ProtocolConfig): object {
  return Object.fromEntries(
    Object.entries(config).filter(([key]) => key !== PROTOCOL_FACTS[config.protocol].rows_key),
  )
}

function keyChanges(where: string, a: object, b: object): ConfigChange[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.flatMap((key) => {
    const old = textOf(Reflect.get(a, key))
    const value = textOf(Reflect.get(b, key))
    return old === value
      ? []
      : [change(`${where}${key}: ${old} -> ${value}`, HARMLESS_KEYS.includes(key) ? 'patch' : 'major')]
  })
}

function textOf(value: unknown): string {
  return value === undefined ? 'absent' : canonicalJson(value)
}

function change(reason: string, verdict: SemverVerdict): ConfigChange {
  return { reason, verdict }
}
