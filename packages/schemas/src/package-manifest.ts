import * as z from 'zod'

import { ConfiguratorPayload } from './configurator-payload.ts'
import { ArtifactFormat, ArtifactKind } from './enums.ts'
import { Finding } from './finding.ts'

/** One file of a complete package. */
export const PackageFile = z
  .strictObject({
    key: z.string().describe('Key in the artifact store'),
    kind: ArtifactKind.describe('What the file is'),
    format: ArtifactFormat.describe('File format'),
    plate_id: z.string().nullable().describe('Plate, only for interface plates'),
    bytes: z.int().min(1).describe('Size of the file'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the file, hexadecimal'),
    version_id: z
      .string()
      .min(1)
      .exactOptional()
      .describe('Version of the object that is this file, where the bucket keeps versions; absent elsewhere'),
  })
  .readonly()
export type PackageFile = z.infer<typeof PackageFile>

/** Written last: it is what makes a package complete. */
export const PackageManifest = z
  .strictObject({
    schema: z.literal('edp.package/1').describe('Kind and major version of the document'),
    deployment_id: z.guid().describe('Id of the deployment, uuid'),
    job_id: z.guid().describe('Job that made the package'),
    design_revision: z
      .string()
      .describe('Short hash of payload, catalogue and rules, as in every title block'),
    payload: ConfiguratorPayload.describe('Payload that the package was made from'),
    files: z
      .array(PackageFile)
      .readonly()
      .describe('Every file of the package, in the order of the artifact table'),
    package_versions: z.record(z.string(), z.string()).describe('Versions of the generator packages'),
    findings: z.array(Finding).readonly().describe('What a reviewer would object to'),
  })
  .readonly()
export type PackageManifest = z.infer<typeof PackageManifest>
