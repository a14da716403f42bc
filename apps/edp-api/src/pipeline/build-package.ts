import { buildBom, buildSchedule, renderBomXlsx, renderScheduleXlsx } from '@edp/bom'
import { drawComms, drawPid, drawSld, renderDxf, renderPdf } from '@edp/drawing'
import { buildDtm, dtmJsonChunks } from '@edp/dtm'
import { buildInstallationGraph, drawInstallationGraph } from '@edp/installation-graph'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import {
  ARTIFACT_BUCKET,
  artifactKey,
  type ArtifactFormat,
  type ArtifactKind,
  type ArtifactRef,
  type AssemblySpec,
  type AssemblyTopology,
  type ConfiguratorPayload,
  type Drawing,
  type SiteModel,
} from '@edp/schemas'

import { jsonChunks } from './json-chunks.ts'

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

/** A generated file: all its bytes, or its text in pieces where the whole would be large. */
export interface BuiltFile {
  readonly ref: ArtifactRef
  readonly key: string
  readonly content: Uint8Array | Iterable<string>
}

/** Does one step of the pipeline; the benchmarks pass one that measures it. */
export type Step = <T>(name: string, work: () => T) => T

const plainStep: Step = (_name, work) => work()

/**
 * The whole pipeline: engineers the site once and renders every view of it, one file after the other. A file is handed to
 * `deliver` as soon as it is made and then forgotten, so that no two large ones are held. The same arguments give the same
 * bytes.
 *
 * @throws {EdpError} whatever a step objects to.
 */
export async function buildPackage(
  payload: ConfiguratorPayload,
  inputs: BuildInputs,
  deliver: (file: BuiltFile) => void | Promise<void>,
  step: Step = plainStep,
): Promise<SiteModel> {
  const { plate_ids, compute, grid } = inputs
  const file = async (
    kind: ArtifactKind,
    format: ArtifactFormat,
    make: () => BuiltFile['content'] | Promise<BuiltFile['content']>,
  ): Promise<void> => {
    const key = artifactKey(payload.deployment_id, kind, format)
    const ref = { kind, format, url: `s3://${ARTIFACT_BUCKET}/${key}`, plate_id: null }
    await step(`${kind}.${format}`, async () => deliver({ ref, key, content: await make() }))
  }
  const drawn = async (kind: ArtifactKind, draw: () => Drawing): Promise<void> => {
    const drawing = step(`draw ${kind}`, draw)
    await file(kind, 'dxf', () => renderDxf(drawing))
    await file(kind, 'pdf', () => renderPdf(drawing))
  }

  const resolution = step('resolve modules', () => resolveModules(payload))
  const site = step('engineer site', () =>
    engineerSite({ payload, resolution, plate_ids, compute: compute.spec, grid: grid?.spec ?? null }),
  )
  {
    const bom = step('build bom', () => buildBom(site))
    await file('bom', 'json', () => jsonChunks(bom))
    await file('bom', 'xlsx', () => renderBomXlsx(bom))
  }
  await drawn('sld', () => drawSld(site))
  await drawn('pid_cooling', () => drawPid(site))
  {
    const schedule = step('build schedule', () => buildSchedule(site))
    await file('cable_hose_schedule', 'json', () => jsonChunks(schedule))
    await file('cable_hose_schedule', 'xlsx', () => renderScheduleXlsx(schedule))
  }
  {
    const graph = step('build installation_graph', () => buildInstallationGraph(site))
    await drawn('installation_graph', () => drawInstallationGraph(graph))
  }
  {
    const dtm = step('build dtm', () =>
      buildDtm(site, { compute: compute.topology, grid: grid?.topology ?? null }),
    )
    await drawn('comms_diagram', () => drawComms(site, dtm))
    await file('dtm', 'json', () => dtmJsonChunks(dtm))
  }
  return site
}
