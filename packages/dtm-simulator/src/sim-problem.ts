/** Why a manifest is not served, or not whole. */
export interface SimProblem {
  /** Device or endpoint that is concerned, or the manifest. */
  readonly at: string
  readonly message: string
}

/** What is wrong with the input, or with this machine. */
export type SimErrorCode = 'manifest_refused' | 'cannot_listen'

/** A simulation that does not start, with every reason. */
export class SimError extends Error {
  readonly code: SimErrorCode
  readonly problems: readonly SimProblem[]

  constructor(code: SimErrorCode, summary: string, problems: readonly SimProblem[]) {
    super([summary, ...problems.map(({ at, message }) => `  ${at}: ${message}`)].join('\n'))
    this.name = 'SimError'
    this.code = code
    this.problems = problems
  }
}
