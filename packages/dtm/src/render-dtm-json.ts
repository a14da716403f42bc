import { jsonText, type Device, type Dtm } from '@edp/schemas'

const DEVICES_PER_CHUNK = 64

/**
 * The manifest as JSON in pieces of 64 devices, some hundred kilobytes, so that the one of a large site is never held as one string. One
 * device stands on one line.
 *
 * @example for (const chunk of dtmJsonChunks(dtm)) stream.write(chunk)
 */
export function* dtmJsonChunks(dtm: Dtm): Generator<string, void> {
  const { devices, ...head } = dtm
  const deviceText = deviceWriter()
  yield `${jsonText(head).trimEnd().slice(0, -2)},\n  "devices": [`
  for (let first = 0; first < devices.length; first += DEVICES_PER_CHUNK) {
    const lines = devices
      .slice(first, first + DEVICES_PER_CHUNK)
      .map((device) => `\n    ${deviceText(device)}`)
    yield `${first === 0 ? '' : ','}${lines.join(',')}`
  }
  yield `${devices.length === 0 ? '' : '\n  '}]\n}\n`
}

/**
 * The manifest as JSON, UTF-8. Holds the bytes once; a writer that can take pieces uses `dtmJsonChunks`.
 *
 * @example await writeFile('dtm.json', renderDtmJson(dtm))
 */
export function renderDtmJson(dtm: Dtm): Uint8Array {
  const encoder = new TextEncoder()
  let length = 0
  for (const chunk of dtmJsonChunks(dtm)) length += encoder.encode(chunk).length
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of dtmJsonChunks(dtm)) offset += encoder.encodeInto(chunk, bytes.subarray(offset)).written
  return bytes
}

/** Writes devices; a configuration that many devices share is spelled out once. */
function deviceWriter(): (device: Device) => string {
  const texts = new Map<object, string>()
  return ({ protocol_config, ...device }) => {
    let config = texts.get(protocol_config)
    if (config === undefined) {
      config = JSON.stringify(protocol_config)
      texts.set(protocol_config, config)
    }
    return `${JSON.stringify(device).slice(0, -1)},"protocol_config":${config}}`
  }
}
