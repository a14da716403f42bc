import * as z from 'zod'

import type { ConfiguratorPayload } from './configurator-payload.ts'
import { ArtifactFormat, ArtifactKind } from './enums.ts'
import type { HardwareSelection } from './hardware-selection.ts'

/** The bucket of the seed; hardcoded by its wish. */
export const ARTIFACT_BUCKET = 'arcnode-artifacts'

/** Where one file of a package is. */
export const ArtifactRef = z
  .object({
    kind: ArtifactKind.describe('What the file is'),
    format: ArtifactFormat.describe('File format'),
    url: z.string().describe('s3://{bucket}/{key}'),
    plate_id: z.string().nullable().default(null).describe('Plate, only for interface plates'),
  })
  .readonly()
export type ArtifactRef = z.infer<typeof ArtifactRef>

/** One file of a package in memory. */
export interface ArtifactFile {
  readonly ref: ArtifactRef
  readonly key: string
  readonly bytes: Uint8Array
}

/** Formats and file name of each kind, in the order of the seed's artifact table. */
const ARTIFACTS = {
  bom: { name: 'bom', formats: ['json', 'xlsx'] },
  compute_container_3d: { name: 'compute_container', formats: ['step', 'glb'] },
  grid_container_3d: { name: 'grid_container', formats: ['step', 'glb'] },
  interface_plate: { name: 'plate_', formats: ['step', 'dxf', 'pdf'] },
  sld: { name: 'sld', formats: ['dxf', 'pdf'] },
  pid_cooling: { name: 'pid_cooling', formats: ['dxf', 'pdf'] },
  comms_diagram: { name: 'comms', formats: ['dxf', 'pdf'] },
  cable_hose_schedule: { name: 'cable_hose_schedule', formats: ['json', 'xlsx'] },
  installation_graph: { name: 'installation_graph', formats: ['dxf', 'pdf'] },
  dtm: { name: 'dtm', formats: ['json'] },
} as const satisfies Record<ArtifactKind, { name: string; formats: readonly ArtifactFormat[] }>

/** Key prefix of everything that belongs to a deployment. */
export function packagePrefix(deploymentId: string): string {
  return `edp/${deploymentId.toLowerCase()}/`
}

/** Key of one file of a package, by the seed's mapping table. */
export function artifactKey(
  deploymentId: string,
  kind: ArtifactKind,
  format: ArtifactFormat,
  plateId?: string | null,
): string {
  const name = kind === 'interface_plate' ? `plate_${(plateId ?? '').toLowerCase()}` : ARTIFACTS[kind].name
  return `${packagePrefix(deploymentId)}${name}.${format}`
}

/** Key of the manifest that makes a package complete. */
export function manifestKey(deploymentId: string): string {
  return `${packagePrefix(deploymentId)}manifest.json`
}

/** Key part of an `s3://` url, and its bucket. */
export function splitUrl(url: string): { readonly bucket: string; readonly key: string } {
  const [bucket = '', ...rest] = url.replace(/^s3:\/\//, '').split('/')
  return { bucket, key: rest.join('/') }
}

/**
 * The files that a payload's package consists of, in the order of the seed's artifact table. A pure function of
 * payload and selection, so it is known before anything is generated.
 */
export function artifactRefs(
  payload: Pick<ConfiguratorPayload, 'deployment_id'>,
  selection: HardwareSelection,
): ArtifactRef[] {
  const refsOf = (kind: ArtifactKind, plateId: string | null): ArtifactRef[] =>
    ARTIFACTS[kind].formats.map((format) => ({
      kind,
      format,
      url: `s3://${ARTIFACT_BUCKET}/${artifactKey(payload.deployment_id, kind, format, plateId)}`,
      plate_id: plateId,
    }))
  return ArtifactKind.options.flatMap((kind) => {
    if (kind === 'grid_container_3d' && selection.grid_container === null) return []
    if (kind === 'interface_plate')
      return selection.interface_plates.flatMap((plate) => refsOf(kind, plate.id))
    return refsOf(kind, null)
  })
}

/** Media type of each format, as stored with the object. */
export const CONTENT_TYPES: Readonly<Record<ArtifactFormat, string>> = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  dxf: 'image/vnd.dxf',
  pdf: 'application/pdf',
  step: 'model/step',
  glb: 'model/gltf-binary',
}
