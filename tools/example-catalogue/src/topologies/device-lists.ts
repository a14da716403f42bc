import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { Coupling, Family } from '../specs/variant.ts'
import { fillIn } from './fill-in.ts'
import type { Row } from './protocol-maps.ts'

/** A device of a list, its repetition spelled out. */
export interface ListedDevice {
  readonly tag: string
  readonly type: string
  /** Name of its protocol map. */
  readonly map: string
  /** Addresses that differ from the map: unit, node or station. */
  readonly addresses: Row
  readonly host: string
  readonly port: number
  readonly zone: string
  readonly description: string
  readonly when: Row | null
  readonly per: 'bess_unit' | null
  /** Whether the design of the site sets it, not the assembly. */
  readonly by_design: boolean
  /** Low-voltage section of the block that it belongs to; null where it is the whole block's. */
  readonly section: number | null
}

interface ListedSource {
  readonly tag: string
  readonly type: string
  readonly map: string
  readonly with?: Row
  readonly host?: string
  /** Host before the first of a row; each takes `step` more in its last octet. */
  readonly at?: string
  readonly step?: number
  readonly each?: readonly [number, number | Readonly<Record<Family, number>>]
  readonly port: number
  readonly zone: string
  readonly description: string
  readonly when?: Row
  readonly by_design?: true
  readonly section?: string
}

/** Devices of a compute container. */
export function computeDevices(family: Family): ListedDevice[] {
  return (read('compute') as ListedSource[]).flatMap((entry) => repeated(entry, family, null))
}

/** Devices of a grid container and, `per: bess_unit`, of the battery units of its block. */
export function gridDevices(family: Family, coupling: Coupling): ListedDevice[] {
  const source = read('grid') as Readonly<Record<'grid' | Coupling, readonly ListedSource[]>>
  return [
    ...source.grid.flatMap((entry) => repeated(entry, family, null)),
    ...source[coupling].flatMap((entry) => repeated(entry, family, 'bess_unit')),
  ]
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(`./${file}.yaml`, import.meta.url), 'utf8'))
}

function repeated(entry: ListedSource, family: Family, per: ListedDevice['per']): ListedDevice[] {
  const [from, last] = entry.each ?? [1, 1]
  const to = typeof last === 'number' ? last : last[family]
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const n = from + i
    const device = fillIn(
      {
        tag: entry.tag,
        type: entry.type,
        map: entry.map,
        addresses: entry.with ?? {},
        host: entry.host ?? hostAt(entry.at ?? '', n * (entry.step ?? 1)),
        port: entry.port,
        zone: entry.zone,
        description: entry.description,
        when: entry.when ?? null,
        per,
        by_design: entry.by_design ?? false,
      },
      { n },
    )
    return { ...device, section: entry.section === undefined ? null : Number(fillIn(entry.section, { n })) }
  })
}

function hostAt(base: string, offset: number): string {
  const dot = base.lastIndexOf('.')
  return `${base.slice(0, dot)}.${Number(base.slice(dot + 1)) + offset}`
}
