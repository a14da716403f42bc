import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseConfiguratorPayload, type ConfiguratorPayload } from '@edp/schemas'

/** Sizes that are measured, compute containers. */
export const SIZES = [1, 8, 32, 200, 2000] as const
export type Size = (typeof SIZES)[number]

/** What a compute container of the benchmarked site holds and is given, as in the example payload of eight containers. */
const PER_CONTAINER = { gpus: 56, source_mw: 0.3125, battery_mwh: 0.9375 } as const
const BATTERY_MIN_MWH = 1

/** The example site with a battery, of another size. Everything else is as in its file. */
export function sitePayload(root: string, containers: number, deployment_id?: string): ConfiguratorPayload {
  const example: unknown = JSON.parse(
    readFileSync(join(root, 'examples', 'payloads', 'commercial_ac.json'), 'utf8'),
  )
  return parseConfiguratorPayload({
    ...(example as object),
    target_gpu_count: containers * PER_CONTAINER.gpus,
    source_capacity_mw: containers * PER_CONTAINER.source_mw,
    bess_capacity_mwh: Math.max(BATTERY_MIN_MWH, containers * PER_CONTAINER.battery_mwh),
    ...(deployment_id === undefined ? {} : { deployment_id }),
  })
}
