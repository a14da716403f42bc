import JSZip from 'jszip'

/** The zero of ZIP time stamps. */
const EPOCH = new Date('1980-01-01T00:00:00Z')

/**
 * The same files in a new ZIP: sorted by name, one fixed time stamp, compressed by plain JavaScript. The writer of the
 * workbook stamps its ZIP with the clock, and Node's own compressor differs between builds of Node.
 */
export async function repack(bytes: Uint8Array): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes)
  const target = new JSZip()
  const names = Object.keys(source.files).filter((name) => source.files[name]?.dir === false)
  for (const name of names.sort()) {
    const content = await source.files[name]?.async('uint8array')
    if (content !== undefined) target.file(name, content, { date: EPOCH, createFolders: false })
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
}
