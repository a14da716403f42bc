import { expect, test } from 'vitest'

import type { CanFrame } from './can-frame.ts'
import { CanopenNode } from './canopen-node.ts'
import { SocketcandSession } from './socketcand-session.ts'

/** A session and what it wrote and transmitted. */
function session(): {
  push: (text: string) => void
  pass: (frame: CanFrame) => void
  told: string[]
  sent: CanFrame[]
} {
  const told: string[] = []
  const sent: CanFrame[] = []
  const peer = {
    write: (text: string) => void told.push(text),
    transmit: (frame: CanFrame) => void sent.push(frame),
  }
  const one = new SocketcandSession(peer)
  return {
    push: (text) => {
      one.push(text)
    },
    pass: (frame) => {
      one.pass(frame, 1500)
    },
    told,
    sent,
  }
}
const FRAME = { id: 0x181, data: Buffer.from([1, 0xab]) }

test('raw mode passes every frame, in pieces as the client sends', () => {
  const { push, pass, told } = session()
  push('< open ca')
  pass(FRAME)
  push('n0 >< rawmode >')
  pass(FRAME)
  expect(told).toEqual(['< hi >', '< ok >', '< ok >', '< frame 181 1.500000 01AB >'])
})

test('broadcast-manager mode passes what is subscribed', () => {
  const { push, pass, told } = session()
  push('< open can0 >< subscribe 0 0 181 >')
  pass(FRAME)
  pass({ ...FRAME, id: 0x182 })
  push('< unsubscribe 181 >')
  pass(FRAME)
  expect(told.slice(2)).toEqual(['< frame 181 1.500000 01AB >'])
})

test('frames of the client go to the bus; what is wrong is told', () => {
  const { push, told, sent } = session()
  push('< send 181 1 0 >')
  push('< open can0 >< send 601 2 40 AB >< send 601 3 40 >< send 801 0 >< dance >< echo >')
  expect(sent).toEqual([{ id: 0x601, data: Buffer.from([0x40, 0xab]) }])
  expect(told.slice(1)).toEqual([
    '< error no bus is open >',
    '< ok >',
    '< error frame not understood >',
    '< error frame not understood >',
    '< error unknown command >',
    '< echo >',
  ])
})

test('a node answers reads of its dictionary and refuses the rest (CiA 301)', () => {
  const pdo = { name: 'soc', cob_id: 0x481, byte_offset: 2, byte_length: 2, od: '6081h' }
  const node = new CanopenNode(1, [{ pdo, raw: 0x1234, value: 0x1234 }])
  const asked = (id: number, hex: string): string | undefined =>
    node.reply({ id, data: Buffer.from(hex, 'hex') })?.data.toString('hex')
  expect(asked(0x601, '4081600000000000')).toBe('4b81600034120000')
  expect(asked(0x601, '4081600100000000')).toBe('8081600100000206')
  expect(asked(0x601, '2b81600001000000')).toBe('8081600002000106')
  expect(asked(0x602, '4081600000000000')).toBeUndefined()
  expect(node.frames()).toEqual([
    { id: 0x701, data: Buffer.from([5]) },
    { id: 0x481, data: Buffer.from([0, 0, 0x34, 0x12]) },
  ])
})
