import type { Dtm } from '@edp/dtm'

import { startSocketcandGateway } from './canopen/socketcand-gateway.ts'
import { startDnp3Server } from './dnp3/dnp3-server.ts'
import { startModbusServer } from './modbus/modbus-server.ts'
import { startRedfishServer } from './redfish/redfish-server.ts'
import type { RunningServer } from './running-server.ts'
import { simEndpoints, type EndpointOptions, type SimEndpoint } from './sim-endpoints.ts'
import { SimError, type SimProblem } from './sim-problem.ts'
import type { SecretOverrides } from './simulation-secret.ts'
import { startSnmpAgent } from './snmp/snmp-agent.ts'
import { createCertificateAuthority, type CertificateAuthority } from './tls/certificate-authority.ts'
import {
  simulatedDevice,
  type SimulatedDevice,
  type SimulatedDeviceOf,
  type ValueOverrides,
} from './values/simulated-device.ts'

/** How a manifest is simulated. */
export interface SimulatorOptions extends EndpointOptions {
  /** Passwords by secret reference; the rule of `simulationSecret` for the others. */
  readonly secrets?: SecretOverrides
  /** Raw values that replace simulated ones, by `module_id/tag` and name. */
  readonly values?: ValueOverrides
}

/** A simulation that answers. */
export interface Simulator {
  readonly endpoints: readonly SimEndpoint[]
  /** Certificate, PEM, that signs those of the Redfish services of this run. */
  readonly ca_certificate: string
  /** Stops listening and closes every connection. */
  readonly stop: () => Promise<void>
}

/** Endpoints that are started at the same time. */
const STARTED_AT_ONCE = 64
/** Reasons of the operating system in words. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken by another program',
  EACCES: 'ports below 1024 need a privilege here; try a port offset of 10000',
  EADDRNOTAVAIL: 'this machine has no such address; outside Linux add it to the loopback interface',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
}

/**
 * Serves every device of a manifest on this machine until `stop` is called.
 *
 * @throws {SimError} `manifest_refused` when the manifest must not or cannot be simulated; `cannot_listen` with every endpoint that
 * could not be bound, in which case nothing is left listening.
 * @example const simulator = await startSimulator(parseDtm(JSON.parse(text)), { port_offset: 10_000 })
 */
export async function startSimulator(dtm: Dtm, options: SimulatorOptions = {}): Promise<Simulator> {
  const endpoints = simEndpoints(dtm, options)
  const authority = createCertificateAuthority(new Date())
  const servers: RunningServer[] = []
  const problems: SimProblem[] = []
  for (let i = 0; i < endpoints.length; i += STARTED_AT_ONCE) {
    const batch = endpoints.slice(i, i + STARTED_AT_ONCE)
    const results = await Promise.allSettled(
      batch.map((endpoint) => startEndpoint(endpoint, options, authority)),
    )
    results.forEach((result, j) => {
      if (result.status === 'fulfilled') servers.push(result.value)
      else problems.push(problemOf(batch[j], result.reason))
    })
  }
  const stop = async (): Promise<void> => {
    await Promise.all(servers.splice(0).map((server) => server.stop()))
  }
  if (problems.length > 0) {
    await stop()
    throw new SimError(
      'cannot_listen',
      `${problems.length} of ${endpoints.length} endpoints cannot be served`,
      problems,
    )
  }
  return { endpoints, ca_certificate: authority.certificate, stop }
}

function startEndpoint(
  endpoint: SimEndpoint,
  { secrets = {}, values = {} }: SimulatorOptions,
  authority: CertificateAuthority,
): Promise<RunningServer> {
  const devices = endpoint.devices.map((device) => simulatedDevice(device, values))
  switch (endpoint.protocol) {
    case 'modbus_tcp':
      return startModbusServer(endpoint, devices.filter(speaks('modbus_tcp')))
    case 'dnp3_tcp':
      return startDnp3Server(endpoint, devices.filter(speaks('dnp3_tcp')))
    case 'snmp':
      return startSnmpAgent(endpoint, devices.filter(speaks('snmp')), secrets)
    case 'canopen_gw':
      return startSocketcandGateway(endpoint, devices.filter(speaks('canopen_gw')))
    case 'redfish':
      return startRedfishServer(endpoint, devices.filter(speaks('redfish')), secrets, authority)
  }
}

function speaks<P extends SimulatedDevice['protocol']>(
  protocol: P,
): (device: SimulatedDevice) => device is SimulatedDeviceOf<P> {
  return (device): device is SimulatedDeviceOf<P> => device.protocol === protocol
}

function problemOf(endpoint: SimEndpoint | undefined, reason: unknown): SimProblem {
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : ''
  const text = REASONS[code] ?? (reason instanceof Error ? reason.message : String(reason))
  return {
    at: endpoint === undefined ? '' : `${endpoint.protocol} ${endpoint.host}:${endpoint.port}`,
    message: code === '' ? text : `${text} (${code})`,
  }
}
