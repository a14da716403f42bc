import { ARTIFACT_BUCKET, EdpError, splitUrl, type HardwareSelectorMap, type Problem } from '@edp/schemas'
import { parseHardwareSelectorMap } from '@edp/hardware-selector'

/**
 * Parses hardware_selector_map.yaml as the service may use it: every file is in the product's own bucket, so that no
 * request ever goes anywhere else.
 *
 * @throws {EdpError} `invalid_catalogue` naming every problem.
 */
export function parseOwnSelectorMap(text: string): HardwareSelectorMap {
  const map = parseHardwareSelectorMap(text)
  const foreign = urlsOf(map, []).filter(({ url }) => splitUrl(url).bucket !== ARTIFACT_BUCKET)
  const problems = foreign.map(({ path, url }): Problem => ({
    path,
    type: 'value_error',
    message: `expected s3://${ARTIFACT_BUCKET}/..., found ${url}`,
    input: url,
  }))
  if (problems.length > 0) throw new EdpError('invalid_catalogue', 'hardware_selector_map.yaml', problems)
  return map
}

/** Every text of a document that is an address, and where it stands. */
function urlsOf(value: unknown, path: readonly string[]): { path: readonly string[]; url: string }[] {
  if (typeof value === 'string') return value.startsWith('s3://') ? [{ path, url: value }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => urlsOf(inner, [...path, key]))
}
