import type { Device, Problem } from '@edp/schemas'

import { endpointKey } from './endpoint.ts'

/** Devices that cannot be told apart: equal id, or equal host, port, protocol and address. */
export function endpointProblems(devices: readonly Device[]): Problem[] {
  const endpoints = new Map<string, Device>()
  const ids = new Map<string, Device>()
  return devices.flatMap((device, index) => {
    const key = endpointKey(device)
    const problems: Problem[] = []
    const same_endpoint = endpoints.get(key)
    const same_id = ids.get(device.device_uuid)
    if (same_endpoint !== undefined)
      problems.push({
        path: ['devices', index, 'host'],
        type: 'duplicate_endpoint',
        message: `${nameOf(device)} has the endpoint of ${nameOf(same_endpoint)}: ${key}`,
        input: device.host,
      })
    if (same_id !== undefined)
      problems.push({
        path: ['devices', index, 'device_uuid'],
        type: 'duplicate_id',
        message: `${nameOf(device)} has the id of ${nameOf(same_id)}`,
        input: device.device_uuid,
      })
    endpoints.set(key, device)
    ids.set(device.device_uuid, device)
    return problems
  })
}

function nameOf(device: Device): string {
  return `${device.module_id}/${device.tag ?? device.device_uuid}`
}
