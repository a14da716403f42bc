import { DeploymentProfile, parseConfiguratorPayload, type ConfiguratorPayload } from '@edp/schemas'

import { repositoryText } from './repository.ts'

/** Names of the example payloads: one for each profile. */
export const EXAMPLE_NAMES: readonly DeploymentProfile[] = DeploymentProfile.options

/** An example payload as it stands in its file, with changes; not checked, so that it may be made wrong. */
export function exampleDocument(
  name: DeploymentProfile,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const document = JSON.parse(repositoryText(`examples/payloads/${name}.json`)) as Record<string, unknown>
  return { ...document, ...changes }
}

/** An example payload, parsed, with changes. */
export function examplePayload(
  name: DeploymentProfile,
  changes: Partial<ConfiguratorPayload> = {},
): ConfiguratorPayload {
  return parseConfiguratorPayload(exampleDocument(name, changes))
}
