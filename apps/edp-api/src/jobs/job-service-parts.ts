import type { SizeLimits } from '@edp/module-resolver'
import type { HardwareSelectorMap } from '@edp/schemas'

import type { Catalogue } from '../pipeline/catalogue.ts'
import type { Generate } from '../pipeline/generate.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { Ending } from './deployment-log.ts'

/** What the service works with. */
export interface JobServiceParts {
  readonly store: ArtifactStore
  readonly catalogue: Catalogue
  readonly hardware: HardwareSelectorMap
  readonly generate: Generate
  readonly limits: SizeLimits
  /** A run without a sign of life for so long has failed, ms. */
  readonly lease_ms: number
  /** Jobs that are made at a time. */
  readonly concurrency: number
  /** Jobs that may wait or be made on this replica. */
  readonly queue_limit: number
  /** Told about every job that has ended. `cause` is for the log, never for callers. */
  readonly onEnd?: (event: JobEnd) => void
  /** Told when a package that a job may have damaged could not be made again. */
  readonly onRepairFailure?: (jobId: string, cause: unknown) => void
}

/** A job that has ended on this replica. */
export interface JobEnd {
  readonly job_id: string
  /** Request that began the run: a POST, or the GET that found it left by a stopped replica. */
  readonly request_id: string
  readonly ending: Ending
  readonly seconds: number
  readonly cause: unknown
}
