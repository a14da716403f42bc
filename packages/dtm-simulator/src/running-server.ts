/** Address that a server binds. */
export interface Bound {
  readonly host: string
  readonly port: number
}

/** A server of the simulator that answers. */
export interface RunningServer {
  /** Closes the listener and every connection; resolves when both are gone. */
  readonly stop: () => Promise<void>
}
