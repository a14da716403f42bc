import type * as z from 'zod'

/** Closed list of error codes; callers compare `error.code`, never `instanceof`. */
export type EdpErrorCode =
  | 'invalid_payload'
  | 'invalid_catalogue'
  | 'invalid_dtm'
  | 'invalid_drawing'
  | 'invalid_config'
  | 'missing_file'
  | 'dangling_port'
  | 'size_limit'
  | 'store_failure'
  | 'superseded'
  | 'internal'

/** One problem of a document: where it is, what was found and what was expected. */
export interface Problem {
  /** Path of the field inside the document, outermost first. */
  readonly path: readonly (string | number)[]
  /** What is wrong, lower case, expected values named. */
  readonly message: string
  /** Machine-readable kind of the problem, e.g. `missing` or `enum`. */
  readonly type: string
  /** The value that was found. */
  readonly input?: unknown
}

/** The only error that the packages throw on purpose. It holds every problem of the document at once. */
export class EdpError extends Error {
  readonly code: EdpErrorCode
  readonly problems: readonly Problem[]

  constructor(
    code: EdpErrorCode,
    message: string,
    problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(problems.length > 0 ? `${message}\n${problems.map(formatProblem).join('\n')}` : message, options)
    this.name = 'EdpError'
    this.code = code
    this.problems = problems
  }
}

/** `field.path: message` on one line. */
export function formatProblem(problem: Problem): string {
  return `  ${problem.path.join('.') || '(document)'}: ${problem.message}`
}

/** Turns zod's issues into problems, reading the offending values back out of the document. */
export function problemsOf(error: z.ZodError, document: unknown): Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    const input = valueAt(document, path)
    const missing = input === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys'
    return {
      path,
      type: missing ? 'missing' : issue.code,
      message: missing ? `field required (${issue.message})` : withFoundValue(issue.message, input),
      input,
    }
  })
}

function withFoundValue(message: string, input: unknown): string {
  if (input === undefined || (typeof input === 'object' && input !== null)) return message
  const found = JSON.stringify(input)
  return `${message}, found ${found.length > 80 ? `${found.slice(0, 80)}...` : found}`
}

function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let value: unknown = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/**
 * Parses a document with a schema and reports every problem at once.
 *
 * @throws {EdpError} with `code` and one problem per fault.
 */
export function parseWith<S extends z.ZodType>(
  schema: S,
  document: unknown,
  code: EdpErrorCode,
  what: string,
): z.output<S> {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  const problems = problemsOf(result.error, document)
  throw new EdpError(code, `${what}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`, problems)
}
