import {
  parseAssemblySpec,
  parseAssemblyTopology,
  parseHardwareSelectorMap,
  selectHardware,
} from '@edp/hardware-selector'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import {
  splitUrl,
  type AssemblySpec,
  type AssemblyTopology,
  type AssemblyUrls,
  type ConfiguratorPayload,
  type DeploymentProfile,
  type HardwareSelection,
  type SiteModel,
} from '@edp/schemas'

import { examplePayload } from './example-payload.ts'
import { repositoryText } from './repository.ts'

/** What a grid container is to a payload's DTM: its topology and that of the compute container. */
export interface ExampleTopologies {
  readonly compute: AssemblyTopology
  readonly grid: AssemblyTopology | null
}

/** The hardware that the repository's selector map gives a profile. */
export function exampleSelection(profile: DeploymentProfile): HardwareSelection {
  return selectHardware(parseHardwareSelectorMap(repositoryText('hardware_selector_map.yaml')), profile)
}

/** The engineered site of an example payload, or of any payload, with the example catalogue. */
export function engineerExample(example: DeploymentProfile | ConfiguratorPayload): SiteModel {
  const payload = typeof example === 'string' ? examplePayload(example) : example
  const resolution = resolveModules(payload)
  const selection = exampleSelection(resolution.deployment_profile)
  return engineerSite({
    payload,
    resolution,
    plate_ids: selection.interface_plates.map((plate) => plate.id),
    compute: specOf(selection.compute_container),
    grid: selection.grid_container === null ? null : specOf(selection.grid_container),
  })
}

/** The device topologies that a payload's DTM is made from, of the example catalogue. */
export function exampleTopologies(payload: ConfiguratorPayload): ExampleTopologies {
  const { compute_container, grid_container } = exampleSelection(resolveModules(payload).deployment_profile)
  return {
    compute: topologyOf(compute_container),
    grid: grid_container === null ? null : topologyOf(grid_container),
  }
}

/** Parsed specifications: reading one takes longer than engineering a site from it. */
const specs = new Map<string, AssemblySpec>()

/** The specification of an assembly of the example catalogue. */
export function specOf(urls: AssemblyUrls): AssemblySpec {
  const { key } = splitUrl(urls.spec_yaml)
  const known = specs.get(key)
  if (known !== undefined) return known
  const spec = parseAssemblySpec(repositoryText(`examples/catalogue/${key}`), key)
  specs.set(key, spec)
  return spec
}

function topologyOf(urls: AssemblyUrls): AssemblyTopology {
  const { key } = splitUrl(urls.topology_yaml)
  return parseAssemblyTopology(repositoryText(`examples/catalogue/${key}`), key)
}
