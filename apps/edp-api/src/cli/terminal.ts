/** Where the CLI writes: the process in the program, lists in tests. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}
