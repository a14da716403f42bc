import * as z from 'zod'

import { BomDocument } from './bom.ts'
import { ConfiguratorPayload } from './configurator-payload.ts'
import { Dtm } from './dtm.ts'
import { InstallationGraph } from './installation-graph.ts'
import { JobCreated, JobResult } from './job.ts'
import { ModuleResolution } from './module-resolution.ts'
import { PackageManifest } from './package-manifest.ts'
import { ScheduleDocument } from './schedule.ts'

/** Published contracts: file name and major version to schema. */
const CONTRACTS = {
  'configurator-payload': { version: 1, schema: ConfiguratorPayload },
  'module-resolution': { version: 1, schema: ModuleResolution },
  'job-created': { version: 1, schema: JobCreated },
  'job-result': { version: 1, schema: JobResult },
  bom: { version: 1, schema: BomDocument },
  'cable-hose-schedule': { version: 1, schema: ScheduleDocument },
  dtm: { version: 1, schema: Dtm },
  'installation-graph': { version: 1, schema: InstallationGraph },
  'package-manifest': { version: 1, schema: PackageManifest },
} as const satisfies Record<string, { version: number; schema: z.ZodType }>

/** Name of a published contract. */
export type ContractName = keyof typeof CONTRACTS

/** Names of the published contracts. */
export const CONTRACT_NAMES = Object.keys(CONTRACTS) as ContractName[]

/**
 * JSON Schema 2020-12 of a published contract, as shipped in `json-schema/` of the package. Rules over several fields
 * cannot be said in JSON Schema: the parse functions check them.
 *
 * @example jsonSchemaOf('dtm')
 */
export function jsonSchemaOf(name: ContractName): Record<string, unknown> {
  const { version, schema } = CONTRACTS[name]
  return {
    $id: `urn:edp:schema:${name}:${version}`,
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }),
    title: name,
  }
}
