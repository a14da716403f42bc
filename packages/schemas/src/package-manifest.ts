import * as z from 'zod'

import { ConfiguratorPayload } from './configurator-payload.ts'
import { ArtifactFormat, ArtifactKind } from './enums.ts'
import { Finding } from './finding.ts'

/** One file of a complete package. */
export const PackageFile = z
  .strictObject({
    key: z.string().describe('Key in the artifact store'),
    kind: ArtifactKind,
    format: ArtifactFormat,
    plate_id: z.string().nullable(),
    bytes: z.int().min(1).describe('Size of the file'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly()
export type PackageFile = z.infer<typeof PackageFile>

/** Written last: it is what makes a package complete. */
export const PackageManifest = z
  .strictObject({
    schema: z.literal('edp.package/1'),
    deployment_id: z.guid(),
    job_id: z.guid().describe('Job that made the package'),
    design_revision: z
      .string()
      .describe('Short hash of payload, catalogue and rules, as in every title block'),
    payload: ConfiguratorPayload,
    files: z.array(PackageFile).readonly(),
    package_versions: z.record(z.string(), z.string()).describe('Versions of the generator packages'),
    findings: z.array(Finding).readonly(),
  })
  .readonly()
export type PackageManifest = z.infer<typeof PackageManifest>
