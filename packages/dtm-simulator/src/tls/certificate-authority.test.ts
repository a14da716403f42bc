import { X509Certificate } from 'node:crypto'

import { expect, test } from 'vitest'

import { createCertificateAuthority } from './certificate-authority.ts'

const NOW = new Date('2049-12-31T00:00:00Z')
const authority = createCertificateAuthority(NOW)
const issuer = new X509Certificate(authority.certificate)
const { cert, key } = authority.identityFor('127.16.1.11')
const server = new X509Certificate(cert)

test('the authority signs itself and the server, for its address alone', () => {
  expect(issuer.ca).toBe(true)
  expect(issuer.verify(issuer.publicKey)).toBe(true)
  expect(server.ca).toBe(false)
  expect(server.checkIssued(issuer)).toBe(true)
  expect(server.verify(issuer.publicKey)).toBe(true)
  expect(server.checkIP('127.16.1.11')).toBe('127.16.1.11')
  expect(server.checkIP('127.16.1.12')).toBeUndefined()
})

test('it is valid from the day before for a year, beyond 2049 too', () => {
  expect(new Date(server.validFrom).toISOString()).toBe('2049-12-30T00:00:00.000Z')
  expect(new Date(server.validTo).toISOString()).toBe('2050-12-31T00:00:00.000Z')
})

test('every run has keys and numbers of its own', () => {
  const other = createCertificateAuthority(NOW)
  expect(other.identityFor('127.16.1.11').key).not.toBe(key)
  expect(server.verify(new X509Certificate(other.certificate).publicKey)).toBe(false)
  expect(new X509Certificate(authority.identityFor('127.16.1.11').cert).serialNumber).not.toBe(
    server.serialNumber,
  )
})
