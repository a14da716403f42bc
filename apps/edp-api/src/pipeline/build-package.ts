import { buildBom, buildSchedule, renderBomXlsx, renderScheduleXlsx } from '@edp/bom'
import { drawComms, drawPid, drawSld, renderDxf, renderPdf } from '@edp/drawing'
import { buildDtm, renderDtmJson } from '@edp/dtm'
import { buildInstallationGraph, drawInstallationGraph } from '@edp/installation-graph'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import {
  ARTIFACT_BUCKET,
  artifactKey,
  jsonText,
  type ArtifactFile,
  type ArtifactFormat,
  type ArtifactKind,
  type AssemblySpec,
  type AssemblyTopology,
  type ConfiguratorPayload,
  type Drawing,
  type SiteModel,
} from '@edp/schemas'

/** An assembly of the catalogue, parsed. */
export interface Assembly {
  readonly spec: AssemblySpec
  readonly topology: AssemblyTopology
}

/** What a package is built from beside its payload. */
export interface BuildInputs {
  readonly plate_ids: readonly string[]
  readonly compute: Assembly
  /** null for the profiles without a battery. */
  readonly grid: Assembly | null
}

/** The generated files of a package, and the site that they show. */
export interface BuiltPackage {
  readonly site: SiteModel
  readonly files: readonly ArtifactFile[]
}

/**
 * The whole pipeline: engineers the site once and renders every view of it. Pure; the same arguments give the same bytes.
 *
 * @throws {EdpError} whatever a step objects to.
 */
export async function buildPackage(payload: ConfiguratorPayload, inputs: BuildInputs): Promise<BuiltPackage> {
  const { plate_ids, compute, grid } = inputs
  const resolution = resolveModules(payload)
  const site = engineerSite({
    payload,
    resolution,
    plate_ids,
    compute: compute.spec,
    grid: grid?.spec ?? null,
  })

  const bom = buildBom(site)
  const schedule = buildSchedule(site)
  const dtm = buildDtm(site, { compute: compute.topology, grid: grid?.topology ?? null })
  const graph = buildInstallationGraph(site)

  const file = (kind: ArtifactKind, format: ArtifactFormat, content: Uint8Array | string): ArtifactFile => {
    const key = artifactKey(payload.deployment_id, kind, format)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { ref: { kind, format, url: `s3://${ARTIFACT_BUCKET}/${key}`, plate_id: null }, key, bytes }
  }
  const drawn = async (kind: ArtifactKind, drawing: Drawing): Promise<ArtifactFile[]> => [
    file(kind, 'dxf', renderDxf(drawing)),
    file(kind, 'pdf', await renderPdf(drawing)),
  ]
  const files = [
    file('bom', 'json', jsonText(bom)),
    file('bom', 'xlsx', await renderBomXlsx(bom)),
    ...(await drawn('sld', drawSld(site))),
    ...(await drawn('pid_cooling', drawPid(site))),
    ...(await drawn('comms_diagram', drawComms(site, dtm))),
    file('cable_hose_schedule', 'json', jsonText(schedule)),
    file('cable_hose_schedule', 'xlsx', await renderScheduleXlsx(schedule)),
    ...(await drawn('installation_graph', drawInstallationGraph(graph))),
    file('dtm', 'json', renderDtmJson(dtm)),
  ]
  return { site, files }
}
