import type { OidMap, SnmpConfig } from '@edp/dtm'

import { fractionOf } from './fraction.ts'
import { aimedAt, enumRaw, scaled, wholeWithin, type EngineeringValue, type RawValue } from './value-rules.ts'

/** One SNMP value; the map is null for a scale that no map lists. */
export interface SnmpValue {
  readonly map: OidMap | null
  readonly oid: string
  readonly syntax: SmiType
  readonly raw: number | string
  readonly value: EngineeringValue
}

/** Types of SMIv2 (RFC 2578) that are served. */
export type SmiType =
  'Integer' | 'Gauge' | 'Counter' | 'Counter64' | 'TimeTicks' | 'OctetString' | 'OID' | 'IpAddress'

const SYNTAX: Readonly<Record<string, SmiType>> = {
  INTEGER: 'Integer',
  Integer32: 'Integer',
  Unsigned32: 'Gauge',
  Gauge32: 'Gauge',
  Counter32: 'Counter',
  Counter64: 'Counter64',
  TimeTicks: 'TimeTicks',
  'OCTET STRING': 'OctetString',
  OctetString: 'OctetString',
  DisplayString: 'OctetString',
  SnmpAdminString: 'OctetString',
  'OBJECT IDENTIFIER': 'OID',
  IpAddress: 'IpAddress',
}
const TEXT: Partial<Record<SmiType, (name: string) => string>> = {
  OctetString: (name) => `EDP-${name}`,
  OID: () => '1.3.6.1.4.1.32473',
  IpAddress: () => '127.0.0.1',
}
const LIMITS: Readonly<Record<'signed' | 'unsigned' | 'long', readonly [number, number]>> = {
  signed: [-2_147_483_648, 2_147_483_647],
  unsigned: [0, 4_294_967_295],
  long: [0, Number.MAX_SAFE_INTEGER],
}

/** Simulated values of an SNMP agent: those of the maps, and the scales that they refer to. */
export function snmpValues(
  device_uuid: string,
  config: SnmpConfig,
  overrides: Readonly<Record<string, RawValue>> = {},
): SnmpValue[] {
  const scales = new Map(
    config.oid_maps.flatMap(({ scale_oid, scale_rule }) =>
      scale_oid === undefined ? [] : [[scale_oid, scaleRaw(device_uuid, scale_oid, scale_rule)] as const],
    ),
  )
  const listed = config.oid_maps.map((map): SnmpValue => {
    const syntax = SYNTAX[map.syntax ?? 'INTEGER'] ?? 'Integer'
    const exponent = map.scale_oid === undefined ? 0 : exponentOf(map, scales.get(map.scale_oid) ?? 0)
    const given = overrides[map.name]
    const raw =
      given === undefined
        ? (scales.get(map.oid) ?? rawOf(device_uuid, map, syntax, exponent))
        : typeof given === 'string'
          ? given
          : Number(given)
    const value = typeof raw === 'string' ? raw : scaled(raw, map.scale, 0, exponent)
    return { map, oid: map.oid, syntax, raw, value }
  })
  const served = new Set(listed.map(({ oid }) => oid))
  const unlisted = [...scales]
    .filter(([oid]) => !served.has(oid))
    .map(([oid, raw]): SnmpValue => ({ map: null, oid, syntax: 'Integer', raw, value: raw }))
  return [...listed, ...unlisted]
}

/** What a scale object says: one or two decimal digits, or the divisor 10 or 100 as a negative number. */
function scaleRaw(device_uuid: string, oid: string, rule: OidMap['scale_rule']): number {
  const digits = fractionOf(device_uuid, oid) < 0.5 ? 1 : 2
  return rule === 'multiplier_or_divisor' ? -(10 ** digits) : digits
}

function exponentOf({ scale_rule }: OidMap, scale_raw: number): number {
  return scale_rule === 'multiplier_or_divisor' ? -Math.log10(-scale_raw) : -scale_raw
}

function rawOf(device_uuid: string, map: OidMap, syntax: SmiType, exponent: number): number | string {
  const text = TEXT[syntax]
  if (text !== undefined) return text(map.name)
  if (map.enum !== undefined) return enumRaw(map.enum)
  const aim = aimedAt(device_uuid, map.name, map.unit) / ((map.scale ?? 1) * 10 ** exponent)
  const kind = syntax === 'Integer' ? 'signed' : syntax === 'Counter64' ? 'long' : 'unsigned'
  return wholeWithin(aim, LIMITS[kind])
}
