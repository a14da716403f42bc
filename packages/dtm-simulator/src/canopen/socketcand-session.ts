import type { CanFrame } from './can-frame.ts'

/** Longest command that is waited for, characters. */
const COMMAND_MAX = 1024
const ID_MAX = 0x7ff
const HEX = /^[0-9a-f]+$/i

/** What a session does outside itself. */
export interface SocketcandPeer {
  /** Sends text to the client. */
  readonly write: (text: string) => void
  /** Puts a frame of the client on the bus. */
  readonly transmit: (frame: CanFrame) => void
}

/**
 * One connection of the socketcand protocol: frames of a bus as text in angle brackets. After `open` it is in broadcast-manager
 * mode, where the client subscribes to identifiers; `rawmode` passes every frame.
 */
export class SocketcandSession {
  readonly #peer: SocketcandPeer
  #rest = ''
  #mode: 'closed' | 'bcm' | 'raw' = 'closed'
  readonly #subscribed = new Set<number>()

  constructor(peer: SocketcandPeer) {
    this.#peer = peer
    peer.write('< hi >')
  }

  /** Takes what the client sent. */
  push(text: string): void {
    this.#rest += text
    for (;;) {
      const end = this.#rest.indexOf('>')
      if (end === -1) break
      const words = this.#rest
        .slice(0, end)
        .replace(/^[^<]*</, '')
        .trim()
        .split(/\s+/)
      this.#rest = this.#rest.slice(end + 1)
      this.#obey(words[0] ?? '', words.slice(1))
    }
    if (this.#rest.length > COMMAND_MAX) this.#rest = ''
  }

  /** Passes a frame of the bus to the client, if its mode asks for it. */
  pass({ id, data }: CanFrame, now_ms: number): void {
    if (this.#mode === 'closed' || (this.#mode === 'bcm' && !this.#subscribed.has(id))) return
    const time = (now_ms / 1000).toFixed(6)
    const bytes = data.toString('hex').toUpperCase()
    this.#peer.write(`< frame ${id.toString(16).toUpperCase().padStart(3, '0')} ${time} ${bytes} >`)
  }

  #obey(command: string, words: readonly string[]): void {
    if (command === 'echo') this.#peer.write('< echo >')
    else if (this.#mode === 'closed') this.#open(command)
    else if (command === 'rawmode' || command === 'bcmmode') {
      this.#mode = command === 'rawmode' ? 'raw' : 'bcm'
      this.#peer.write('< ok >')
    } else if (command === 'subscribe' || command === 'unsubscribe')
      this.#subscribe(command, words.at(-1) ?? '')
    else if (command === 'send') this.#send(words)
    else this.#peer.write('< error unknown command >')
  }

  #open(command: string): void {
    if (command === 'open') {
      this.#mode = 'bcm'
      this.#peer.write('< ok >')
    } else this.#peer.write('< error no bus is open >')
  }

  #subscribe(command: 'subscribe' | 'unsubscribe', word: string): void {
    const id = identifierOf(word)
    if (id === null) this.#peer.write('< error no such identifier >')
    else if (command === 'subscribe') this.#subscribed.add(id)
    else this.#subscribed.delete(id)
  }

  #send([identifier = '', length = '', ...bytes]: readonly string[]): void {
    const id = identifierOf(identifier)
    const data = Buffer.from(bytes.map((byte) => parseInt(byte, 16)))
    if (
      id === null ||
      Number(length) !== bytes.length ||
      bytes.length > 8 ||
      !bytes.every((byte) => HEX.test(byte))
    )
      this.#peer.write('< error frame not understood >')
    else this.#peer.transmit({ id, data })
  }
}

function identifierOf(word: string): number | null {
  const id = HEX.test(word) ? parseInt(word, 16) : Number.NaN
  return id <= ID_MAX ? id : null
}
