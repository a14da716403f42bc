import { createHash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

import type { SnmpV3Creds } from '@edp/dtm'
import snmp, { type Agent, type Mib, type User } from 'net-snmp'

import type { Bound, RunningServer } from '../running-server.ts'
import { simulationSecret, snmpReferences, type SecretOverrides } from '../simulation-secret.ts'
import type { SimulatedDeviceOf } from '../values/simulated-device.ts'
import { USM_STATS, usmReport } from './usm-report.ts'
import { fillMib } from './value-mib.ts'

/** Protocols of a manifest as net-snmp names them. */
const AUTHENTICATION = { SHA: 'sha', SHA256: 'sha256', SHA512: 'sha512' } as const
const PRIVACY = { AES128: 'aes', AES256: 'aes256b' } as const
/** RFC 3411: an engine id of an enterprise, in an octet format; 32473 is the enterprise of examples (RFC 5612). */
const ENGINE_ID_PREFIX = '80007ed905'
const ENGINE_ID_BYTES = 8

/**
 * Serves the SNMPv3 devices of one endpoint: their users, and one MIB for each context. What the manifest does not name answers
 * noSuchObject or noSuchInstance, a wrong password the report that RFC 3414 asks for, SNMP versions 1 and 2c nothing.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export async function startSnmpAgent(
  { host, port }: Bound,
  devices: readonly SimulatedDeviceOf<'snmp'>[],
  secrets: SecretOverrides,
): Promise<RunningServer> {
  const socket = createSocket('udp4')
  let received: Buffer = Buffer.alloc(0)
  // Bound first: the library handles a datagram at once, so that its errors concern the one noted here.
  socket.on('message', (datagram) => {
    received = datagram
  })
  const agent = snmp.createAgent(
    {
      address: host,
      port,
      transport: 'udp4',
      engineID: engineId(host, port),
      disableAuthorization: false,
      accessControlModelType: snmp.AccessControlModelType.None,
      dgramModule: { createSocket: () => socket },
    },
    (error) => {
      if (error?.rinfo !== undefined) report(socket, agent, received, error.code, error.rinfo)
    },
  )
  try {
    await once(socket, 'listening')
  } catch (error) {
    socket.close()
    throw error
  }
  keepTime(agent)
  for (const { config } of devices) agent.getAuthorizer().addUser(userOf(config.creds, secrets))
  serveContexts(agent, devices)
  return {
    stop: () =>
      new Promise((done) => {
        agent.close(() => {
          done()
        })
      }),
  }
}

function engineId(host: string, port: number): string {
  const digest = createHash('sha256').update(`${host}:${port}`).digest()
  return ENGINE_ID_PREFIX + digest.subarray(0, ENGINE_ID_BYTES).toString('hex')
}

/** The library's engine time stands still; clients check that it advances. */
function keepTime(agent: Agent): void {
  agent.engine.engineBoots = 1
  Object.defineProperty(agent.engine, 'engineTime', { get: () => Math.floor(process.uptime()) + 1 })
}

function userOf(creds: SnmpV3Creds, secrets: SecretOverrides): User {
  const { auth, priv } = snmpReferences(creds)
  return {
    name: creds.user,
    level: snmp.SecurityLevel[creds.security_level ?? 'authPriv'],
    authProtocol: snmp.AuthProtocols[AUTHENTICATION[creds.auth_proto as keyof typeof AUTHENTICATION]],
    authKey: simulationSecret(auth, secrets),
    privProtocol: snmp.PrivProtocols[PRIVACY[creds.priv_proto as keyof typeof PRIVACY]],
    privKey: simulationSecret(priv, secrets),
  }
}

/** One MIB for each context; a request of an unknown context gets no answer. */
function serveContexts(agent: Agent, devices: readonly SimulatedDeviceOf<'snmp'>[]): void {
  const views = new Map<string, Agent>()
  for (const { config, values } of devices) {
    const context = config.creds.context ?? ''
    if (context === '') fillMib(agent.getMib(), values)
    else {
      const mib = snmp.createMib({})
      fillMib(mib, values)
      views.set(context, viewOf(agent, mib))
    }
  }
  agent.onProxyRequest = (socket, message, rinfo) => {
    const view = views.get(message.pdu.contextName)
    const { type } = message.pdu
    if (type === snmp.PduType.GetRequest) view?.getRequest(socket, message, rinfo)
    else if (type === snmp.PduType.GetNextRequest) view?.getNextRequest(socket, message, rinfo)
    else if (type === snmp.PduType.GetBulkRequest) view?.getBulkRequest(socket, message, rinfo)
    else if (type === snmp.PduType.SetRequest) view?.setRequest(socket, message, rinfo)
  }
}

/** The same agent before another MIB. */
function viewOf(agent: Agent, mib: Mib): Agent {
  return Object.create(agent, { mib: { value: mib } }) as Agent
}

function report(
  socket: Socket,
  agent: Agent,
  request: Buffer,
  code: number | undefined,
  { address, port }: { readonly address: string; readonly port: number },
): void {
  const { EAuthFailure, ECouldNotDecrypt } = snmp.ResponseInvalidCode
  if (code !== EAuthFailure && code !== ECouldNotDecrypt) return
  const counter = code === EAuthFailure ? USM_STATS.wrong_digests : USM_STATS.decryption_errors
  const reply = usmReport(request, agent.engine, counter)
  if (reply !== null) socket.send(reply, port, address, () => undefined)
}
