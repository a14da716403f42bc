import { join } from 'node:path'

import {
  Catalogue,
  DirectoryStore,
  generateInSteps,
  releaseContent,
  sizeOf,
  type Step,
} from '@edp/edp-api/measured'
import { parseHardwareSelectorMap, selectHardware } from '@edp/hardware-selector'
import { resolveModules } from '@edp/module-resolver'
import { readFileSync } from 'node:fs'

import { referenceWorkload } from './reference-workload.ts'
import type { Cost, SiteReport } from './report-schema.ts'
import { sitePayload } from './sites.ts'
import { median } from './statistics.ts'

/** How often a site is made. */
export interface Runs {
  /** Made before anything is measured, so that the code is compiled. */
  readonly warm_up: number
  readonly measured: number
}

const REFERENCE_RUNS = 9

interface Sample {
  readonly cpu_ms: number
  readonly wall_ms: number
}

/** Makes a site's package several times in this process and tells what every step of it costs. */
export async function measureSite(root: string, containers: number, runs: Runs): Promise<SiteReport> {
  const reference = Array.from({ length: REFERENCE_RUNS }, () => measured(referenceWorkload).sample.cpu_ms)
  const payload = sitePayload(root, containers)
  const map = parseHardwareSelectorMap(readFileSync(join(root, 'hardware_selector_map.yaml'), 'utf8'))
  const selection = selectHardware(map, resolveModules(payload).deployment_profile)
  const catalogue = new Catalogue(new DirectoryStore(join(root, 'examples', 'catalogue')))
  const inputs = await catalogue.inputs(selection)
  const samples = new Map<string, Sample[]>()
  const sizes = new Map<string, number>()
  const record = (name: string, sample: Sample): void => {
    const known = samples.get(name)
    if (known === undefined) samples.set(name, [sample])
    else known.push(sample)
  }
  const step: Step = (name, work) => {
    const begun = now()
    const result = work()
    if (result instanceof Promise)
      void result.then(
        () => {
          record(name, since(begun))
        },
        () => undefined,
      )
    else record(name, since(begun))
    return result
  }
  for (let run = 0; run < runs.warm_up + runs.measured; run += 1) {
    if (run === runs.warm_up) samples.clear()
    const begun = now()
    const { files } = await generateInSteps(payload, inputs, step)
    record('package', since(begun))
    for (const { ref, content } of files) {
      sizes.set(`${ref.kind}.${ref.format}`, sizeOf(content))
      releaseContent(content)
    }
  }
  const cost = (name: string): Cost => costOf(samples.get(name) ?? [], sizes.get(name) ?? null)
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  return {
    containers,
    runs: runs.measured,
    reference_cpu_ms: rounded(median(reference)),
    package: { ...cost('package'), bytes: total },
    steps: Object.fromEntries(
      [...samples.keys()].filter((name) => name !== 'package').map((name) => [name, cost(name)]),
    ),
  }
}

function measured<T>(work: () => T): { result: T; sample: Sample } {
  const begun = now()
  const result = work()
  return { result, sample: since(begun) }
}

function now(): { cpu: NodeJS.CpuUsage; wall: number } {
  return { cpu: process.cpuUsage(), wall: performance.now() }
}

function since(begun: ReturnType<typeof now>): Sample {
  const { user, system } = process.cpuUsage(begun.cpu)
  return { cpu_ms: (user + system) / 1000, wall_ms: performance.now() - begun.wall }
}

function costOf(samples: readonly Sample[], bytes: number | null): Cost {
  const cpu = samples.map((sample) => sample.cpu_ms)
  return {
    cpu_ms: rounded(median(cpu)),
    cpu_min_ms: rounded(Math.min(...cpu)),
    wall_ms: rounded(median(samples.map((sample) => sample.wall_ms))),
    bytes,
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}
