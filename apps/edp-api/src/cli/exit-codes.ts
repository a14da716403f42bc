/** Exit codes of the CLI. */
export const EXIT = {
  done: 0,
  /** The job failed: catalogue, store or program. */
  failed: 1,
  /** The input or the way of calling is wrong; nothing was written. */
  invalid: 2,
} as const
