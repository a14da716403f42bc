import { expect, test } from 'vitest'

import { simHost, type HostFacts } from './sim-host.ts'

const facts = (instance: number, block = 1): HostFacts => ({
  instance,
  block,
  module_id: `compute_container_${instance}`,
})

test.each([
  ['127.16.{instance}.11', 1, '127.16.1.11'],
  ['127.16.{instance}.11', 255, '127.16.255.11'],
  ['127.16.{instance}.11', 256, '127.17.0.11'],
  ['127.16.{instance}.11', 300, '127.17.44.11'],
  ['127.16.{instance}.11', 2000, '127.23.208.11'],
  ['127.40.{block}.{instance}', 2, '127.40.1.2'],
  ['10.0.0.5', 7, '10.0.0.5'],
  ['bmc-1.{module_id}.sim.internal', 7, 'bmc-1.compute_container_7.sim.internal'],
  ['node-{instance}', 300, 'node-300'],
])('%s of instance %i is %s', (template, instance, host) => {
  expect(simHost(template, facts(instance))).toEqual({ host })
})

test('an ordinal that carries out of 127/8 is a fault', () => {
  expect(simHost('127.255.{instance}.1', facts(256))).toEqual({
    fault: 'gives 128.0.0.1, which leaves the loopback addresses 127/8',
  })
})

test('an ordinal that carries out of the first octet is a fault', () => {
  expect(simHost('255.255.{instance}.1', facts(256))).toEqual({
    fault: 'gives 256.0.0.1, whose first octet exceeds 255',
  })
})

test('an unknown placeholder is a fault, not a host', () => {
  expect(simHost('127.16.{c}.1', facts(1))).toMatchObject({ fault: expect.stringContaining('{c}') as string })
})
