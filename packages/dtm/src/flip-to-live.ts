import { EdpError, type Dtm, type Problem } from '@edp/schemas'

import { endpointProblems } from './endpoint-problems.ts'

/** Where a device answers on site. */
export interface LiveEndpoint {
  readonly host: string
  readonly port: number
}

/** How strict the flip is. */
export interface FlipOptions {
  /**
   * Accept a list that leaves devices out: they are left out of the live manifest too, which so polls no simulated address.
   * Flip the manifest in simulation again once the list has grown.
   */
  readonly allow_missing?: boolean
}

/**
 * Hosts that lead back to the machine that polls: loopback and unspecified addresses, IPv4 in IPv6 too, `localhost` and
 * what ends in it (RFC 6761).
 */
const OWN_MACHINE =
  /^(\[?(::ffff:)?(127\.|0\.)|\[?(::ffff:(7f[0-9a-f]{2}|0):[0-9a-f]{1,4}|(0*:)*:?0*[01]?)\]?$|(.+\.)?localhost\.?$|0$)/i
const PORT_MAX = 65_535

/**
 * The manifest of the commissioned site: host and port of every device replaced, `ems_mode` live, `dtm_version` one more.
 * The manifest passed in stays as it is. No device of a live manifest is on an address of the simulation.
 *
 * @throws {EdpError} `invalid_dtm` with every device that is unknown, missing (unless allowed), on a loopback or unspecified
 * address or on an endpoint that another device has.
 * @example flipToLive(dtm, { [device.device_uuid]: { host: '10.1.20.10', port: 502 } }, { allow_missing: true })
 */
export function flipToLive(
  dtm: Dtm,
  endpoints: Readonly<Record<string, LiveEndpoint>>,
  options: FlipOptions = {},
): Dtm {
  const live: Dtm = {
    ...dtm,
    ems_mode: 'live',
    dtm_version: (dtm.dtm_version ?? 1) + 1,
    devices: dtm.devices.flatMap((device) => {
      const endpoint = endpointOf(endpoints, device.device_uuid)
      return endpoint === undefined ? [] : [{ ...device, host: endpoint.host, port: endpoint.port }]
    }),
  }
  const problems = [
    ...unknownDevices(dtm, endpoints),
    ...(options.allow_missing === true ? [] : missingDevices(dtm, endpoints)),
    ...unusableEndpoints(endpoints),
    ...endpointProblems(live.devices),
  ]
  if (problems.length > 0)
    throw new EdpError(
      'invalid_dtm',
      `flip to live: ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
      problems,
    )
  return live
}

function endpointOf(
  endpoints: Readonly<Record<string, LiveEndpoint>>,
  uuid: string,
): LiveEndpoint | undefined {
  return Object.hasOwn(endpoints, uuid) ? endpoints[uuid] : undefined
}

function unknownDevices(dtm: Dtm, endpoints: Readonly<Record<string, LiveEndpoint>>): Problem[] {
  const known = new Set(dtm.devices.map((device) => device.device_uuid))
  return Object.keys(endpoints)
    .filter((uuid) => !known.has(uuid))
    .map((uuid) => ({
      path: [uuid],
      type: 'unknown_device',
      message: 'no device of the manifest has this id',
      input: uuid,
    }))
}

function missingDevices(dtm: Dtm, endpoints: Readonly<Record<string, LiveEndpoint>>): Problem[] {
  return dtm.devices
    .filter((device) => endpointOf(endpoints, device.device_uuid) === undefined)
    .map((device) => ({
      path: [device.device_uuid],
      type: 'missing',
      message: `no endpoint for ${device.module_id}/${device.tag ?? device.description}`,
    }))
}

function unusableEndpoints(endpoints: Readonly<Record<string, LiveEndpoint>>): Problem[] {
  return Object.entries(endpoints).flatMap(([uuid, { host, port }]): Problem[] => [
    ...(host.trim() === '' || OWN_MACHINE.test(host.trim())
      ? [
          {
            path: [uuid, 'host'],
            type: 'host',
            message: `expected an address on site, found ${JSON.stringify(host)}`,
            input: host,
          },
        ]
      : []),
    ...(Number.isInteger(port) && port >= 1 && port <= PORT_MAX
      ? []
      : [
          {
            path: [uuid, 'port'],
            type: 'port',
            message: `expected 1 to ${PORT_MAX}, found ${port}`,
            input: port,
          },
        ]),
  ])
}
