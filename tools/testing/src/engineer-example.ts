import { readFileSync } from 'node:fs'

import { parseAssemblySpec, parseHardwareSelectorMap, selectHardware } from '@edp/hardware-selector'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import { parseConfiguratorPayload, splitUrl, type ConfiguratorPayload, type SiteModel } from '@edp/schemas'

const root = new URL('../../../', import.meta.url)

/** Text of a file of the repository. */
export function repositoryText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

/** An example payload by its profile, with changes. */
export function examplePayload(profile: string, changes: Partial<ConfiguratorPayload> = {}): ConfiguratorPayload {
  const document = JSON.parse(repositoryText(`examples/payloads/${profile}.json`)) as object
  return parseConfiguratorPayload({ ...document, ...changes })
}

/** The engineered site of a payload, with the example catalogue. */
export function engineerExample(payload: ConfiguratorPayload): SiteModel {
  const resolution = resolveModules(payload)
  const selection = selectHardware(parseHardwareSelectorMap(repositoryText('hardware_selector_map.yaml')), resolution.deployment_profile)
  const spec = (url: string): ReturnType<typeof parseAssemblySpec> => {
    const { key } = splitUrl(url)
    return parseAssemblySpec(repositoryText(`examples/catalogue/${key}`), key)
  }
  return engineerSite({
    payload,
    resolution,
    plate_ids: selection.interface_plates.map((plate) => plate.id),
    compute: spec(selection.compute_container.spec_yaml),
    grid: selection.grid_container === null ? null : spec(selection.grid_container.spec_yaml),
  })
}
