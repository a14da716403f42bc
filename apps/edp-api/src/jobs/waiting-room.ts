/** Lets a few run at a time and the others wait in the order of their arrival. */
export class WaitingRoom {
  readonly #places: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(places: number) {
    this.#places = places
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Runs `action` when a place is free.
   *
   * @throws the signal's reason when it is aborted while waiting.
   */
  async enter<T>(signal: AbortSignal, action: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#places) await this.#turn(signal)
    else this.#running++
    try {
      signal.throwIfAborted()
      return await action()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1)
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.push(turn)
    })
  }
}
