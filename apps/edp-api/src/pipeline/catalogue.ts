import { ARTIFACT_BUCKET, EdpError, splitUrl, type AssemblyUrls, type HardwareSelection } from '@edp/schemas'

import type { ArtifactStore } from '../storage/artifact-store.ts'
import { digestsOf, type Digests } from '../storage/digests.ts'
import type { AssemblyTexts, GenerateInputs, NamedText } from './generate.ts'

/** A catalogue file as it is: where, how large, which content. */
export interface CatalogueFile {
  readonly key: string
  readonly size: number
  readonly digests: Digests
}

/** Digests that are remembered; a catalogue has far fewer files. */
const REMEMBERED = 1_000

/**
 * The assemblies and plates that packages are made from, read through a store. Urls may name keys of the bucket
 * `arcnode-artifacts` only: nothing else is ever fetched.
 */
export class Catalogue {
  readonly store: ArtifactStore
  readonly #digests = new Map<string, CatalogueFile>()

  constructor(store: ArtifactStore) {
    this.store = store
  }

  /**
   * The texts that a selection's documents are generated from.
   *
   * @throws {EdpError} `missing_file` naming the file and the field that asks for it.
   */
  async inputs(selection: HardwareSelection): Promise<GenerateInputs> {
    const { compute_container, grid_container, interface_plates } = selection
    const [compute, grid] = await Promise.all([
      this.#assembly(compute_container, 'compute_container'),
      grid_container === null ? null : this.#assembly(grid_container, 'grid_container'),
    ])
    return { plate_ids: interface_plates.map((plate) => plate.id), compute, grid }
  }

  /**
   * Size and checksums of a file that a package copies. Read once for each version of the file.
   *
   * @throws {EdpError} `missing_file` naming the file and the field that asks for it.
   */
  async describe(url: string, field: string): Promise<CatalogueFile> {
    const key = keyOf(url, field)
    const info = await this.store.head(key)
    if (info === null) throw missing(url, field, this.store)
    const version = `${key} ${info.version}`
    const known = this.#digests.get(version)
    if (known !== undefined) return known
    const bytes = await this.read(url, field)
    const file = { key, size: bytes.length, digests: digestsOf(bytes) }
    if (this.#digests.size >= REMEMBERED) this.#digests.clear()
    this.#digests.set(version, file)
    return file
  }

  /**
   * Content of a file.
   *
   * @throws {EdpError} `missing_file` when it is absent or empty.
   */
  async read(url: string, field: string): Promise<Uint8Array> {
    const bytes = await this.store.get(keyOf(url, field))
    if (bytes === null || bytes.length === 0) throw missing(url, field, this.store)
    return bytes
  }

  async #assembly(urls: AssemblyUrls, field: string): Promise<AssemblyTexts> {
    const [spec, topology] = await Promise.all([
      this.#text(urls.spec_yaml, `${field}.spec_yaml`),
      this.#text(urls.topology_yaml, `${field}.topology_yaml`),
    ])
    return { spec, topology }
  }

  async #text(url: string, field: string): Promise<NamedText> {
    const bytes = await this.read(url, field)
    try {
      return { name: url, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
    } catch (error) {
      throw new EdpError('invalid_catalogue', `${url} (${field}) is not UTF-8 text`, [], { cause: error })
    }
  }
}

function keyOf(url: string, field: string): string {
  const { bucket, key } = splitUrl(url)
  if (url.startsWith('s3://') && bucket === ARTIFACT_BUCKET) return key
  throw new EdpError('invalid_catalogue', `${field}: expected s3://${ARTIFACT_BUCKET}/..., found ${url}`)
}

function missing(url: string, field: string, store: ArtifactStore): EdpError {
  return new EdpError(
    'missing_file',
    `${url} (${field} of the selector map) is not in the catalogue ${store.location}`,
  )
}
