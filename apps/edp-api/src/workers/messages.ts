import type { ConfiguratorPayload, EdpErrorCode } from '@edp/schemas'

import type { Generated, GenerateInputs } from '../pipeline/generate.ts'

/** What a worker is asked to make. */
export interface WorkerRequest {
  readonly payload: ConfiguratorPayload
  readonly inputs: GenerateInputs
}

/** What a worker answers. A thrown error loses its code on the way between threads, so its parts are sent. */
export type WorkerReply =
  | { readonly generated: Generated }
  | { readonly code: EdpErrorCode; readonly message: string; readonly stack: string }
