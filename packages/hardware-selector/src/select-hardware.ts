import type { DeploymentProfile, HardwareSelection, HardwareSelectorMap } from '@edp/schemas'

/**
 * The assemblies and plates that a profile is built from.
 *
 * @example selectHardware(map, 'dod_no_bess').grid_container // null
 */
export function selectHardware(map: HardwareSelectorMap, profile: DeploymentProfile): HardwareSelection {
  return map.profiles[profile]
}
