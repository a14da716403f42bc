import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Most sessions of a service; the oldest ends when there are more. */
const SESSIONS_MAX = 64

/** Who may read a service: one account, by HTTP basic authentication or by a session (DSP0266, 13.3). */
export class RedfishAccess {
  readonly #user: string
  readonly #password: string
  /** Session id by token. */
  readonly #sessions = new Map<string, string>()

  constructor(user: string, password: string) {
    this.#user = user
    this.#password = password
  }

  allows({ headers }: IncomingMessage): boolean {
    const token = headers['x-auth-token']
    if (typeof token === 'string') return this.#sessions.has(token)
    const credentials = Buffer.from(`${this.#user}:${this.#password}`).toString('base64')
    return equal(headers.authorization ?? '', `Basic ${credentials}`)
  }

  /** A session for the right account, else null. */
  open(user: unknown, password: unknown): { readonly id: string; readonly token: string } | null {
    if (user !== this.#user || typeof password !== 'string' || !equal(password, this.#password)) return null
    const [oldest] = this.#sessions.keys()
    if (oldest !== undefined && this.#sessions.size >= SESSIONS_MAX) this.#sessions.delete(oldest)
    const session = { id: randomBytes(8).toString('hex'), token: randomBytes(16).toString('hex') }
    this.#sessions.set(session.token, session.id)
    return session
  }

  /** Ends a session; false when there is none of this id. */
  close(id: string): boolean {
    const token = [...this.#sessions].find(([, known]) => known === id)?.[0]
    return token !== undefined && this.#sessions.delete(token)
  }
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
