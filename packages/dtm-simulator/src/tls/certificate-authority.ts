import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

import {
  bitString,
  booleanTrue,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  time,
  utf8String,
} from '../der.ts'

/** Key and certificate of a server, PEM. */
export interface ServerIdentity {
  readonly key: string
  readonly cert: string
}

/** Issues certificates for loopback addresses, for one run of the simulator. */
export interface CertificateAuthority {
  /** Certificate of the authority, PEM: what a client has to trust. */
  readonly certificate: string
  /** Identity for an IPv4 address. */
  readonly identityFor: (address: string) => ServerIdentity
}

/** Object identifiers of RFC 5280 and RFC 5758. */
const OID = {
  common_name: '2.5.4.3',
  subject_key_identifier: '2.5.29.14',
  key_usage: '2.5.29.15',
  subject_alternative_name: '2.5.29.17',
  basic_constraints: '2.5.29.19',
  authority_key_identifier: '2.5.29.35',
  extended_key_usage: '2.5.29.37',
  server_authentication: '1.3.6.1.5.5.7.3.1',
  ecdsa_with_sha256: '1.2.840.10045.4.3.2',
} as const
const DAY_MS = 86_400_000
const VALID_DAYS = 365
const IP_ADDRESS = 0x87
/** Bits of keyUsage: digitalSignature, keyCertSign. */
const DIGITAL_SIGNATURE = bitString(Buffer.from([0x80]), 7)
const CERT_SIGN = bitString(Buffer.from([0x04]), 2)
const SIGNATURE_ALGORITHM = sequence(objectIdentifier(OID.ecdsa_with_sha256))

/** What a certificate says. */
interface Statement {
  readonly subject: string
  readonly public_key: KeyObject
  readonly extensions: readonly Buffer[]
}

/**
 * A new authority with keys of its own. They live in the memory of this process alone, so that no private key is shipped or
 * written; a client trusts `certificate`, and a new run has a new one.
 *
 * @example createCertificateAuthority(new Date()).identityFor('127.16.1.11')
 */
export function createCertificateAuthority(now: Date): CertificateAuthority {
  const issuer = 'edp-sim, one run'
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const authority_id = keyIdentifier(authority.publicKey)
  const issue = (statement: Statement): string => pem(signed(statement, issuer, authority.privateKey, now))
  return {
    certificate: issue({
      subject: issuer,
      public_key: authority.publicKey,
      extensions: [
        extension(OID.basic_constraints, sequence(booleanTrue()), true),
        extension(OID.key_usage, CERT_SIGN, true),
        extension(OID.subject_key_identifier, octetString(authority_id)),
      ],
    }),
    identityFor: (address) => ({
      key,
      cert: issue({
        subject: address,
        public_key: server.publicKey,
        extensions: [
          extension(OID.basic_constraints, sequence(), true),
          extension(OID.key_usage, DIGITAL_SIGNATURE, true),
          extension(OID.extended_key_usage, sequence(objectIdentifier(OID.server_authentication))),
          extension(OID.subject_key_identifier, octetString(keyIdentifier(server.publicKey))),
          extension(OID.authority_key_identifier, sequence(tagged(0x80, authority_id))),
          extension(
            OID.subject_alternative_name,
            sequence(tagged(IP_ADDRESS, Buffer.from(address.split('.').map(Number)))),
          ),
        ],
      }),
    }),
  }
}

function signed(
  { subject, public_key, extensions }: Statement,
  issuer: string,
  key: KeyObject,
  now: Date,
): Buffer {
  const statement = sequence(
    tagged(0xa0, integer(2)),
    // RFC 5280: a positive number of at most 20 octets.
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    SIGNATURE_ALGORITHM,
    name(issuer),
    sequence(time(new Date(now.getTime() - DAY_MS)), time(new Date(now.getTime() + VALID_DAYS * DAY_MS))),
    name(subject),
    public_key.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  return sequence(statement, SIGNATURE_ALGORITHM, bitString(sign('sha256', statement, key)))
}

function name(common_name: string): Buffer {
  return sequence(set(sequence(objectIdentifier(OID.common_name), utf8String(common_name))))
}

function extension(oid: string, value: Buffer, critical = false): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [booleanTrue()] : []), octetString(value))
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
