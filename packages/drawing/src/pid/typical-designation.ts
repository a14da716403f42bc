import type { SiteModel, SiteModule } from '@edp/schemas'

import { designationSpan } from '../sheet/designation-range.ts'

/** How the typical sheets name a container: its ordinal when it is the only one, `nn` for all of them otherwise. */
export interface TypicalDesignation {
  /** C01, or Cnn. */
  readonly container: string
  /** D01, or Dnn. */
  readonly cooler: string
  /** 01, or nn: replaces `{c}` in line numbers. */
  readonly ordinal: string
  /** C01..C32, or C01. */
  readonly range: string
  readonly count: number
}

/** The compute containers of a site in order. */
export function computeContainers(site: SiteModel): SiteModule[] {
  return site.modules.filter((module) => module.kind === 'compute_container')
}

/** The designation that the typical sheets of a site use. */
export function typicalDesignation(site: SiteModel): TypicalDesignation {
  const containers = computeContainers(site)
  const digits = containers[0]?.designation.slice(1) ?? ''
  const ordinal = containers.length === 1 ? digits : 'n'.repeat(digits.length)
  return {
    container: `C${ordinal}`,
    cooler: `D${ordinal}`,
    ordinal,
    range: designationSpan(containers.map(({ designation }) => designation)),
    count: containers.length,
  }
}
