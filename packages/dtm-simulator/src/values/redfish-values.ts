import type { RedfishConfig, RedfishResourceMap } from '@edp/dtm'

import { aimedAt, type RawValue } from './value-rules.ts'

/** A value of a Redfish resource, as JSON has it. */
export type JsonValue =
  string | number | boolean | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** One Redfish value; null where the map has no pointer, so that the whole resource is meant. */
export interface RedfishValue {
  readonly map: RedfishResourceMap
  readonly value: JsonValue | null
}

/** What the properties that tell a state say in a plant in order, by the last token of the pointer. */
const STATES: Readonly<Record<string, string>> = {
  State: 'Enabled',
  Health: 'OK',
  HealthRollup: 'OK',
  FluidLevelStatus: 'OK',
  DetectorState: 'OK',
  PowerState: 'On',
}
const METRIC_VALUES = 'MetricValues'
const DECIMALS = 10

/** Simulated values of a Redfish service. */
export function redfishValues(
  device_uuid: string,
  config: RedfishConfig,
  overrides: Readonly<Record<string, RawValue>> = {},
): RedfishValue[] {
  const plain = config.resource_maps.map((map): RedfishValue => ({
    map,
    value: overrides[map.name] ?? valueOf(device_uuid, map),
  }))
  return plain.map(({ map, value }) =>
    map.json_pointer?.endsWith(`/${METRIC_VALUES}`) === true
      ? { map, value: metricValues(plain) }
      : { map, value },
  )
}

function valueOf(device_uuid: string, map: RedfishResourceMap): JsonValue | null {
  if (map.json_pointer === undefined || map.json_pointer === '') return null
  const last = map.json_pointer.split('/').at(-1) ?? ''
  if (map.enum !== undefined) {
    const labels = Object.keys(map.enum)
    return labels.find((label) => label === 'OK') ?? labels[0] ?? 'OK'
  }
  if (Object.hasOwn(STATES, last)) return STATES[last] ?? 'OK'
  if (map.data_type === 'array') return []
  if (map.data_type === 'boolean') return false
  if (map.data_type === 'string') return `EDP-${map.name}`
  const aim = aimedAt(device_uuid, map.name, map.unit)
  return map.data_type === 'integer' ? Math.round(aim) : Math.round(aim * DECIMALS) / DECIMALS
}

/** The numbers of a service as a metric report lists them. */
function metricValues(values: readonly RedfishValue[]): JsonValue {
  return values.flatMap(({ map, value }) =>
    typeof value === 'number'
      ? [
          {
            MetricId: map.name,
            MetricProperty: `${map.uri}#${map.json_pointer ?? ''}`,
            MetricValue: String(value),
          },
        ]
      : [],
  )
}
