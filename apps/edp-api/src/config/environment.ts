import { availableParallelism } from 'node:os'

import { EdpError, parseWith } from '@edp/schemas'
import * as z from 'zod'

/** A number in a text, with a default and a range. */
const numeric = (pattern: RegExp, expected: string) => (fallback: number, min: number, max: number) =>
  z.string().regex(pattern, expected).transform(Number).pipe(z.number().min(min).max(max)).default(fallback)
const count = numeric(/^\d+$/, 'expected a whole number')
const decimal = numeric(/^\d+(\.\d+)?$/, 'expected a number')
const flag = z
  .enum(['0', '1'])
  .transform((value) => value === '1')
  .default(false)

/** Shortest bearer token, characters. */
const TOKEN_LENGTH_MIN = 16

/** Every setting that the environment can make, its meaning and its range: the table of docs/operations.md. */
export const Environment = z.object({
  EDP_ENV: z
    .enum(['local', 'beta', 'prod'])
    .optional()
    .describe('Section of cfg.yml; unset is the embedded default: a directory, no cloud'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  PORT: count(8000, 0, 65_535).describe('Port to listen on; 0 takes a free one'),
  EDP_STORE_DIR: z.string().min(1).default('.edp').describe('Directory of the embedded store'),
  EDP_CATALOGUE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Directory with the catalogue, instead of the bucket; the embedded default is examples/catalogue',
    ),
  EDP_API_TOKENS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((token) => token.trim())
        .filter((token) => token !== ''),
    )
    .superRefine((tokens, context) => {
      // At their ordinals: a message must not repeat what was set.
      for (const [i, token] of tokens.entries())
        if (token.length < TOKEN_LENGTH_MIN)
          context.addIssue({
            code: 'custom',
            path: [i],
            message: `expected ${TOKEN_LENGTH_MIN} characters or more`,
          })
    })
    .default([])
    .describe('Bearer tokens that may call the API, separated by commas; empty: no authentication'),
  EDP_ALLOW_ANONYMOUS: flag.describe('1 allows to listen beyond the loopback interface without tokens'),
  EDP_MAX_COMPUTE_CONTAINERS: count(2_000, 1, 2_000).describe('Largest site, compute containers'),
  EDP_MAX_BESS_MWH: decimal(8_000, 1, 8_000).describe('Largest battery, MWh'),
  EDP_MAX_BODY_KB: count(64, 1, 1_024).describe('Largest request body, KiB'),
  EDP_WORKERS: count(availableParallelism(), 1, 64).describe(
    'Worker threads that make packages; unset is one for each core',
  ),
  EDP_QUEUE_LIMIT: count(100, 1, 10_000).describe('Jobs that may wait or run; further POSTs get 503'),
  // S3 tells times in whole seconds; below 5 s a run that lives might be taken for dead.
  EDP_LEASE_SECONDS: decimal(30, 5, 600).describe('A job without a sign of life for so long has failed'),
  EDP_JOB_TIMEOUT_SECONDS: decimal(600, 1, 86_400).describe('A package that takes longer fails'),
  EDP_SHUTDOWN_SECONDS: decimal(25, 0, 600).describe('Time that running jobs get to finish after SIGTERM'),
  EDP_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least severe lines of the log, which is JSON on standard output'),
  EDP_S3_CHECKSUMS: z
    .enum(['WHEN_SUPPORTED', 'WHEN_REQUIRED'])
    .default('WHEN_SUPPORTED')
    .describe('WHEN_REQUIRED for S3-compatible servers that refuse the CRC32 header'),
})
export type Environment = z.infer<typeof Environment>

/** Environment variables as the process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Jobs that a replica makes at a time: one publishes while the threads make others. */
export function placesOf({ EDP_WORKERS }: Pick<Environment, 'EDP_WORKERS'>): number {
  return EDP_WORKERS + 1
}

/** The settings that decide who can reach the service. */
const Exposure = Environment.pick({ HOST: true, EDP_API_TOKENS: true, EDP_ALLOW_ANONYMOUS: true })

/**
 * A service that others can reach must know who calls, unless the operator says otherwise. Says nothing of settings that
 * cannot be read: `parseEnvironment` does.
 *
 * @throws {EdpError} `invalid_config` when it does not.
 */
export function checkExposure(variables: Variables): void {
  const { success, data } = Exposure.safeParse(withoutEmpty(variables))
  if (!success || isLoopback(data.HOST) || data.EDP_API_TOKENS.length > 0 || data.EDP_ALLOW_ANONYMOUS) return
  throw new EdpError('invalid_config', 'environment', [
    {
      path: ['HOST'],
      type: 'value_error',
      message: `${data.HOST} is reachable by others: set EDP_API_TOKENS, or EDP_ALLOW_ANONYMOUS=1 where something in front authenticates`,
      input: data.HOST,
    },
  ])
}

/**
 * Reads the settings from the environment. An empty variable counts as unset, as in an env file that lists names only.
 *
 * @throws {EdpError} `invalid_config` naming every bad variable.
 */
export function parseEnvironment(variables: Variables): Environment {
  return parseWith(Environment, withoutEmpty(variables), 'invalid_config', 'environment')
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
