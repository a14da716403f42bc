import { jsonSchemaOf, type ConfiguratorPayload, type ContractName } from '@edp/schemas'
import * as z from 'zod'

import { ApiError, REQUEST_ERRORS, ValidationError } from './http-errors.ts'

type Json = Record<string, unknown>

/** The description of the HTTP interface, OpenAPI 3.1, made from the schemas that the service checks with. */
export function openApi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'edp-api',
      version,
      description:
        'Turns a configurator payload into an Engineering Delivery Package. The same payload is the same job and gives the same bytes, so that posting again is always safe.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, {}],
    paths: {
      '/edp-api/jobs': { post: postJob() },
      '/edp-api/jobs/{job_id}': { get: getJob() },
      '/edp-api/health': {
        get: operation('health', 'Whether the process lives, and whether it is ready for jobs', {
          200: json('State of this replica', z.toJSONSchema(Health)),
        }),
      },
      '/edp-api/health/live': {
        get: operation(
          'live',
          'For whoever restarts processes: 200 while this one lives, whatever the store does',
          {
            200: json('Alive', z.toJSONSchema(Live)),
          },
        ),
      },
      '/edp-api/health/ready': {
        get: operation('ready', 'For load balancers: 200 when the replica takes jobs', {
          200: json('Ready', z.toJSONSchema(Ready)),
          503: json('Not ready: stopping, or the store cannot be reached', z.toJSONSchema(Ready)),
        }),
      },
      '/edp-api/metrics': {
        get: operation('metrics', 'Metrics in the text format of Prometheus', {
          200: { description: 'Metrics', content: { 'text/plain': { schema: { type: 'string' } } } },
          401: problem('unauthorized'),
        }),
      },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Required where the service has tokens' },
      },
      schemas: {
        ConfiguratorPayload: contract('configurator-payload'),
        JobCreated: contract('job-created'),
        JobResult: contract('job-result'),
        ValidationError: schemaOf(ValidationError),
        ApiError: schemaOf(ApiError),
      },
    },
  }
}

const Health = z.object({
  status: z.literal('ok'),
  ready: z.boolean(),
  store: z.enum(['ok', 'unreachable']),
  stopping: z.boolean(),
  active_jobs: z.int(),
  version: z.string(),
})
const Live = z.object({ status: z.literal('ok') })
const Ready = z.object({ ready: z.boolean(), store: z.enum(['ok', 'unreachable']) })

/** A small site with a battery. */
export const EXAMPLE = {
  deployment_id: '3f0c8a4e-5b1d-4c7e-9a26-8d1f4b7c2e90',
  operator_org: 'Example Operator',
  deployment_site_name: 'Example Site',
  contact_email: 'engineering@example.org',
  energy_source: 'grid_hybrid',
  source_capacity_mw: 5,
  primary_workload: 'ai_inference',
  gpu_variant: 'h100_sxm',
  target_gpu_count: 224,
  bess_coupling: 'ac_coupled',
  bess_capacity_mwh: 8,
  grid_connection: 'grid_tied',
  climate_zone: 'temperate',
  deployment_context: 'commercial',
  aws_partition: 'standard',
} as const satisfies ConfiguratorPayload

function postJob(): Json {
  return {
    ...operation('postJob', 'Make the package of a payload, or join the job that makes it', {
      202: {
        ...json('Accepted; the files are known already', ref('JobCreated')),
        headers: { Location: { description: 'Path to poll', schema: { type: 'string' } } },
      },
      401: problem('unauthorized'),
      413: problem('body_too_large'),
      415: problem('unsupported_media_type'),
      422: json('Every problem of the payload', ref('ValidationError')),
      503: busy('Busy, stopping, or the artifact store cannot be reached'),
    }),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref('ConfiguratorPayload'), example: EXAMPLE } },
    },
  }
}

function getJob(): Json {
  return {
    ...operation('getJob', 'State of a job', {
      200: json('running, complete or failed', ref('JobResult')),
      401: problem('unauthorized'),
      404: problem('unknown_job'),
      503: busy('The artifact store cannot be reached'),
    }),
    parameters: [{ name: 'job_id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  }
}

function operation(operationId: string, summary: string, responses: Json): Json {
  return {
    operationId,
    summary,
    responses: { ...responses, default: json('Any other error', ref('ApiError')) },
  }
}

function busy(description: string): Json {
  const headers = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }
  return { ...json(description, ref('ApiError')), headers }
}

function problem(code: keyof typeof REQUEST_ERRORS): Json {
  return json(REQUEST_ERRORS[code].detail, ref('ApiError'))
}

function json(description: string, schema: unknown): Json {
  return { description, content: { 'application/json': { schema } } }
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

function schemaOf(schema: z.ZodType): Json {
  return withoutId(z.toJSONSchema(schema, { target: 'draft-2020-12' }))
}

function contract(name: ContractName): Json {
  return withoutId(jsonSchemaOf(name))
}

/** A schema as part of a larger document: its own identity would change what `$ref` means. */
function withoutId(schema: Json): Json {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !['$id', '$schema', '~standard'].includes(key)),
  )
}
