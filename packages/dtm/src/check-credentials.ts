import type { SnmpV3Creds } from '@edp/schemas'

import type { Demand, DeviceProblem } from './device-problem.ts'

/** Authentication protocols of RFC 7860 in use; SHA-1 and MD5 are not accepted. */
const AUTHENTICATION = ['SHA256', 'SHA512']
/** RFC 3826, and AES256 which is unambiguous only with keys of 32 bytes and more. */
const PRIVACY = ['AES128', 'AES256']
/** A URI or ARN, not a password. */
const REFERENCE = /^([a-z][a-z0-9+.-]*:\/\/\S+|arn:\S+)$/

/** Demands that a secret is a reference into a vault. */
export function checkSecret(
  reference: string | undefined,
  path: DeviceProblem['path'],
  demand: Demand,
): void {
  // The value may be a password that was written here by mistake: it is not repeated.
  demand(
    reference === undefined || REFERENCE.test(reference),
    path,
    'expected a reference such as secret://site/device/account, never a secret',
    '(not shown)',
  )
}

/** Checks an SNMPv3 user: protocols, secrets by reference, references for the level asked for. */
export function checkSnmpCreds(creds: SnmpV3Creds, demand: Demand): void {
  const { auth_proto, priv_proto, security_level } = creds
  demand(
    AUTHENTICATION.includes(auth_proto),
    ['creds', 'auth_proto'],
    `expected ${AUTHENTICATION.join(' or ')}`,
    auth_proto,
  )
  demand(
    PRIVACY.includes(priv_proto),
    ['creds', 'priv_proto'],
    `expected ${PRIVACY.join(' or ')}`,
    priv_proto,
  )
  demand(
    priv_proto !== 'AES256' || AUTHENTICATION.includes(auth_proto),
    ['creds', 'priv_proto'],
    'AES256 needs SHA256 or SHA512: shorter keys are extended in two ways that do not interoperate',
    priv_proto,
  )
  checkSecret(creds.auth_secret_ref, ['creds', 'auth_secret_ref'], demand)
  checkSecret(creds.priv_secret_ref, ['creds', 'priv_secret_ref'], demand)
  if (security_level === 'authPriv')
    demand(
      creds.priv_secret_ref !== undefined,
      ['creds', 'priv_secret_ref'],
      'expected a reference with authPriv',
      undefined,
    )
  if (security_level === 'authPriv' || security_level === 'authNoPriv')
    demand(
      creds.auth_secret_ref !== undefined,
      ['creds', 'auth_secret_ref'],
      `expected a reference with ${security_level}`,
      undefined,
    )
}
