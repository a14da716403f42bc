import { expect, test } from 'vitest'

import { simulationSecret, snmpReferences } from './simulation-secret.ts'

test.each([
  ['secret://site/snmp/ems-ro/auth', 'sim-site-snmp-ems-ro-auth'],
  ['vault+kv://a/b_c', 'sim-a-b-c---'],
  ['arn:aws:secretsmanager:x:1:secret:s', 'sim-arn-aws-secretsmanager-x-1-secret-s'],
])('the password of %s is %s', (reference, password) => {
  expect(simulationSecret(reference)).toBe(password)
})

test('an override replaces the rule', () => {
  expect(simulationSecret('secret://a', { 'secret://a': 'changed' })).toBe('changed')
})

test('a user without references has them by name', () => {
  expect(snmpReferences({ user: 'ro', auth_proto: 'SHA256', priv_proto: 'AES128' })).toEqual({
    auth: 'snmp/ro/auth',
    priv: 'snmp/ro/priv',
  })
})
