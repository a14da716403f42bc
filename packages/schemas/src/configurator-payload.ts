import * as z from 'zod'

import {
  AwsPartition,
  BessCoupling,
  ClimateZone,
  DeploymentContext,
  EnergySource,
  GpuVariant,
  GridConnection,
  PrimaryWorkload,
} from './enums.ts'
import { parseWith } from './edp-error.ts'

/** Largest number that the configurator may ask for; keeps every count an exact integer. */
const GPU_COUNT_MAX = 1_000_000_000
const TEXT_MAX = 200

const fields = {
  deployment_id: z.guid().toLowerCase().describe('Identifies the deployment; key prefix of its package'),
  operator_org: z
    .string()
    .max(TEXT_MAX)
    .describe('Organisation that operates the site; the legal owner in title blocks'),
  deployment_site_name: z.string().max(TEXT_MAX).describe('Name of the site as printed in title blocks'),
  contact_email: z.email().max(254).describe('Contact for questions about the package'),
  energy_source: EnergySource.describe('Where the energy of the site comes from'),
  source_capacity_mw: z.number().gt(0).lte(1e6).describe('Capacity of the energy source, MW'),
  primary_workload: PrimaryWorkload.describe('What the GPUs mostly do'),
  gpu_variant: GpuVariant.describe('Node type of the compute containers'),
  target_gpu_count: z
    .int()
    .min(1)
    .max(GPU_COUNT_MAX)
    .describe('GPUs wanted; rounded up to whole containers of 56'),
  bess_coupling: BessCoupling.describe('How the battery is coupled'),
  bess_capacity_mwh: z
    .number()
    .min(0)
    .lte(1e6)
    .describe('Energy of the battery, MWh; 0 exactly when there is none'),
  grid_connection: GridConnection.describe('The part that the public grid plays'),
  climate_zone: ClimateZone.describe('Climate class of the site'),
  deployment_context: DeploymentContext.describe('Who the site is for'),
  aws_partition: AwsPartition.describe('AWS partition that the EMS may talk to'),
}

const Fields = z.object(fields)
type Fields = z.infer<typeof Fields>

/** A rule over several fields: where it is reported, when it is broken, and the seed's own words. */
interface CrossFieldRule {
  readonly at: keyof Fields
  readonly message: string
  readonly broken: (p: Partial<Fields>) => boolean
}

/** The three rules of the seed over several fields, in its order and with its texts. */
const RULES: readonly CrossFieldRule[] = [
  {
    at: 'bess_coupling',
    message: 'bess_coupling=NONE iff bess_capacity_mwh=0',
    broken: (p) =>
      p.bess_coupling !== undefined &&
      p.bess_capacity_mwh !== undefined &&
      (p.bess_coupling === 'none') !== (p.bess_capacity_mwh === 0),
  },
  {
    at: 'aws_partition',
    message: 'aws_partition=standard only valid for deployment_context=commercial',
    broken: (p) =>
      p.aws_partition === 'standard' &&
      p.deployment_context !== undefined &&
      p.deployment_context !== 'commercial',
  },
  {
    at: 'bess_coupling',
    message: 'defense_forward + dc_integrated_pcs is not procurable (CATL exclusion)',
    broken: (p) => p.deployment_context === 'defense_forward' && p.bess_coupling === 'dc_integrated_pcs',
  },
]

/** The fields of a payload that are valid on their own, so that the rules run even when other fields are wrong. */
function validFields(value: unknown): Partial<Fields> {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(fields).flatMap(([key, schema]) => {
    const result = schema.safeParse(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined)
    return result.success ? [[key, result.data]] : []
  })
  return Object.fromEntries(entries) as Partial<Fields>
}

/**
 * What a configurator posts: one site, its GPUs, its energy and its sourcing context. Unknown fields are ignored, as
 * the seed's models do. The rules also run when other fields are wrong, so that a caller sees all problems at once.
 */
export const ConfiguratorPayload = RULES.reduce<typeof Fields>(
  (schema, rule) =>
    schema.refine((payload) => !rule.broken(validFields(payload)), {
      path: [rule.at],
      message: rule.message,
      when: () => true,
    }),
  Fields,
)
export type ConfiguratorPayload = z.infer<typeof ConfiguratorPayload>

/**
 * Checks a configurator payload.
 *
 * @throws {EdpError} `invalid_payload` with every problem of every field and every broken rule at once.
 * @example parseConfiguratorPayload(JSON.parse(text)).target_gpu_count
 */
export function parseConfiguratorPayload(document: unknown): ConfiguratorPayload {
  return parseWith(ConfiguratorPayload, document, 'invalid_payload', 'configurator payload')
}
