import { bytesId, canonicalJson, type AssemblySpec, type ConfiguratorPayload } from '@edp/schemas'

import { RULES_VERSION } from './rules-version.ts'

/** Canonical texts of specifications; they are read only, and a catalogue has a dozen of them for all sites. */
const texts = new WeakMap<AssemblySpec, string>()

/** Eight digits that change with the payload, the specifications and the rules: the id of the document that they form. */
export function designRevision(
  payload: ConfiguratorPayload,
  compute: AssemblySpec,
  grid: AssemblySpec | null,
): string {
  const members = [
    `"compute":${textOf(compute)}`,
    `"grid":${grid === null ? 'null' : textOf(grid)}`,
    `"payload":${canonicalJson(payload)}`,
    `"rules":${canonicalJson(RULES_VERSION)}`,
  ]
  return bytesId([new TextEncoder().encode(`{${members.join(',')}}`)]).slice(0, 8)
}

function textOf(spec: AssemblySpec): string {
  const text = texts.get(spec) ?? canonicalJson(spec)
  texts.set(spec, text)
  return text
}
