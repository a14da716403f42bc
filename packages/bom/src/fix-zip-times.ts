const END = 0x06054b50
const CENTRAL = 0x02014b50
/** 1 January 1980 00:00:00, the zero of ZIP time stamps. */
const [TIME, DATE] = [0, 0x21]

/** Sets the time stamp of every entry of a ZIP file to 1980-01-01, in place: the writer puts the clock there. */
export function fixZipTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new RangeError('not a ZIP file')
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('broken ZIP directory')
    const local = view.getUint32(at + 42, true)
    for (const offset of [at + 12, local + 10]) {
      view.setUint16(offset, TIME, true)
      view.setUint16(offset + 2, DATE, true)
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}
