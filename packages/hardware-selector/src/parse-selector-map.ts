import { HardwareSelectorMap, parseWith } from '@edp/schemas'

import { parseYaml } from './parse-yaml.ts'

/**
 * Reads `hardware_selector_map.yaml`: all eleven profiles, every url `s3://{bucket}/{key}`.
 *
 * @throws {EdpError} `invalid_catalogue` with every problem at once.
 * @example parseHardwareSelectorMap(text).profiles.commercial_ac.interface_plates.length // 5
 */
export function parseHardwareSelectorMap(
  text: string,
  name = 'hardware_selector_map.yaml',
): HardwareSelectorMap {
  return parseWith(HardwareSelectorMap, parseYaml(text, name), 'invalid_catalogue', name)
}
