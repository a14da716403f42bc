import { v5 } from 'uuid'

import { canonicalJson } from './canonical-json.ts'

/** Namespace of the ids that derive from a whole document rather than from a deployment. */
const DOCUMENT_NAMESPACE = '6f1b2d8e-3c54-5a0b-9a55-2d0c7b0c5f11'

/** uuid v5 of a name under a namespace, the deployment's id for everything that belongs to a deployment. */
export function derivedId(namespace: string, name: string): string {
  return v5(utf8(name), namespace)
}

/** uuid v5 of a document's canonical JSON: equal documents have equal ids, whatever the order of their keys. */
export function documentId(document: unknown): string {
  return v5(utf8(canonicalJson(document)), DOCUMENT_NAMESPACE)
}

/** uuid v5 of a document that is bytes, in parts that follow each other. */
export function bytesId(parts: readonly Uint8Array[]): string {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return v5(bytes, DOCUMENT_NAMESPACE)
}

/** As the library would encode it, character by character. */
function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
