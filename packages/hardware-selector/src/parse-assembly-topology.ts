import { AssemblyTopology, EdpError, parseWith } from '@edp/schemas'

import { parseYaml } from './parse-yaml.ts'

/**
 * Reads an assembly's topology.yaml.
 *
 * @throws {EdpError} `invalid_catalogue` with every problem at once, a tag that stands twice under one condition among them.
 */
export function parseAssemblyTopology(text: string, name: string): AssemblyTopology {
  const topology = parseWith(AssemblyTopology, parseYaml(text, name), 'invalid_catalogue', name)
  const seen = new Map<string, number>()
  const problems = topology.devices.flatMap((device, index) => {
    const key = `${device.tag ?? String(index)} ${JSON.stringify(device.when ?? {})}`
    const first = seen.get(key)
    seen.set(key, index)
    if (first === undefined) return []
    return [
      {
        path: ['devices', index, 'tag'],
        type: 'duplicate',
        message: `tag of device ${first} again`,
        input: device.tag,
      },
    ]
  })
  if (problems.length > 0)
    throw new EdpError('invalid_catalogue', `${name}: ${problems.length} problems`, problems)
  return topology
}
