import { transportOf, type Device, type Dtm } from '@edp/dtm'

import { SimError, type SimProblem } from './sim-problem.ts'
import { deviceName } from './values/simulated-device.ts'

/** What a simulation serves and where. */
export interface EndpointOptions {
  /** Added to every port of the manifest, 0 to 65534. */
  readonly port_offset?: number
}

/** One host and port with the devices that answer there, all of one protocol. */
export interface SimEndpoint {
  readonly host: string
  /** Port that is bound: that of the manifest and the offset. */
  readonly port: number
  readonly protocol: Device['protocol_config']['protocol']
  readonly devices: readonly Device[]
}

const PORT_MAX = 65_535
const LOOPBACK = /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/
/** Gateway protocols that the simulator speaks; a manifest without one gets socketcand. */
const GATEWAY_PROTOCOLS = [undefined, 'socketcand']

/**
 * Endpoints of a manifest in simulation, in its order.
 *
 * @throws {SimError} `manifest_refused` with every reason: a live manifest, hosts outside 127/8, ports past 65535, two protocols on one
 * port, gateways that speak what the simulator does not.
 */
export function simEndpoints(dtm: Dtm, { port_offset = 0 }: EndpointOptions = {}): SimEndpoint[] {
  if (dtm.ems_mode === 'live')
    throw new SimError('manifest_refused', 'a live manifest is not simulated', [
      {
        at: 'ems_mode',
        message:
          'is live: the endpoints are those of the site, and an EMS that reads simulated values for real ones does harm. Take the manifest as generated',
      },
    ])
  const endpoints = new Map<string, { host: string; port: number; devices: Device[] }>()
  const problems: SimProblem[] = []
  for (const device of dtm.devices) {
    const host = device.host === 'localhost' ? '127.0.0.1' : device.host
    const port = device.port + port_offset
    problems.push(...deviceProblems(device, host, port))
    const key = `${transportOf(device.protocol_config)} ${host}:${port}`
    const endpoint = endpoints.get(key) ?? { host, port, devices: [] }
    endpoints.set(key, endpoint)
    const [first] = endpoint.devices
    if (first !== undefined && !mayShare(first, device))
      problems.push({
        at: deviceName(device),
        message: `has the port of ${deviceName(first)}, ${host}:${port}`,
      })
    endpoint.devices.push(device)
  }
  if (problems.length > 0)
    throw new SimError('manifest_refused', 'the manifest cannot be simulated', problems)
  return [...endpoints.values()].flatMap(({ host, port, devices }) =>
    devices[0] === undefined ? [] : [{ host, port, protocol: devices[0].protocol_config.protocol, devices }],
  )
}

/** The manifest with the ports that the simulator binds: what an EMS polls when there is an offset. */
export function withPortOffset(dtm: Dtm, port_offset: number): Dtm {
  return { ...dtm, devices: dtm.devices.map((device) => ({ ...device, port: device.port + port_offset })) }
}

function deviceProblems(device: Device, host: string, port: number): SimProblem[] {
  const at = deviceName(device)
  const config = device.protocol_config
  const faults = [
    LOOPBACK.test(host)
      ? null
      : `host ${device.host} is no loopback address: the simulator binds 127.0.0.0/8 alone, so that nothing outside this machine can take it for the plant`,
    port >= 1 && port <= PORT_MAX ? null : `port ${port} is not 1 to ${PORT_MAX}; choose another port offset`,
    config.protocol !== 'canopen_gw' || GATEWAY_PROTOCOLS.includes(config.gateway_protocol)
      ? null
      : `the gateway speaks ${config.gateway_protocol ?? ''}, the simulator socketcand alone`,
  ]
  return faults.flatMap((message) => (message === null ? [] : [{ at, message }]))
}

/** Whether two devices may stand behind one port: Modbus units, DNP3 stations, CAN nodes and SNMP contexts may. */
function mayShare({ protocol_config: a }: Device, { protocol_config: b }: Device): boolean {
  return a.protocol === b.protocol && a.protocol !== 'redfish'
}
