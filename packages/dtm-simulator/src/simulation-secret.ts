import type { SnmpV3Creds } from '@edp/dtm'

/** Passwords that replace the rule, by secret reference. */
export type SecretOverrides = Readonly<Record<string, string>>

/**
 * Password that the simulator takes for a secret reference. A manifest holds references alone, so the password follows from
 * the reference by a rule: `sim-` and what stands behind `://`, with every run of other characters than letters and digits
 * as one hyphen. It is 12 characters or longer, as SNMPv3 asks for 8.
 *
 * @example simulationSecret('secret://site/snmp/ems-ro/auth') // 'sim-site-snmp-ems-ro-auth'
 */
export function simulationSecret(reference: string, overrides: SecretOverrides = {}): string {
  if (Object.hasOwn(overrides, reference)) return overrides[reference] ?? ''
  const path = reference.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  return `sim-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`.padEnd(12, '-')
}

/** References of an SNMPv3 user; where the manifest has none they are `snmp/{user}/auth` and `snmp/{user}/priv`. */
export function snmpReferences(creds: SnmpV3Creds): { readonly auth: string; readonly priv: string } {
  return {
    auth: creds.auth_secret_ref ?? `snmp/${creds.user}/auth`,
    priv: creds.priv_secret_ref ?? `snmp/${creds.user}/priv`,
  }
}
