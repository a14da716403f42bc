import { jsonText, type Dtm } from '@edp/schemas'

const DEVICES_PER_CHUNK = 64

/** The manifest as JSON in pieces, so that a large one is never held as one string. */
export function* dtmJsonChunks(dtm: Dtm): Generator<string, void> {
  const { devices, ...head } = dtm
  yield `${jsonText(head).trimEnd().slice(0, -2)},\n  "devices": [`
  for (let i = 0; i < devices.length; i += DEVICES_PER_CHUNK) {
    const part = devices.slice(i, i + DEVICES_PER_CHUNK).map((device) => `\n    ${JSON.stringify(device)}`)
    yield `${i === 0 ? '' : ','}${part.join(',')}`
  }
  yield `${devices.length === 0 ? '' : '\n  '}]\n}\n`
}

/** The manifest as JSON: one device a line. */
export function renderDtmJson(dtm: Dtm): Uint8Array {
  const encoder = new TextEncoder()
  const parts = [...dtmJsonChunks(dtm)].map((chunk) => encoder.encode(chunk))
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
