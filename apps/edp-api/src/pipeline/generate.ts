import type { ArtifactRef, ConfiguratorPayload, Finding } from '@edp/schemas'

import type { Content } from '../storage/spooled-file.ts'

/** A text file of the catalogue and the name that errors call it by. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** The texts that describe one assembly. */
export interface AssemblyTexts {
  readonly spec: NamedText
  readonly topology: NamedText
}

/** Everything but the payload that a package is generated from: plain data, so that it may cross to another thread. */
export interface GenerateInputs {
  readonly plate_ids: readonly string[]
  readonly compute: AssemblyTexts
  /** null for the profiles without a battery. */
  readonly grid: AssemblyTexts | null
}

/** A generated file, with its checksum. */
export interface GeneratedFile {
  readonly ref: ArtifactRef
  readonly key: string
  readonly content: Content
  readonly sha256: string
}

/** The generated part of a package; models and plates come from the catalogue. */
export interface Generated {
  readonly files: readonly GeneratedFile[]
  readonly design_revision: string
  readonly findings: readonly Finding[]
}

/**
 * Makes the generated files of a package: on this thread or on another, which is all that differs between the service,
 * the CLI and the tests.
 */
export type Generate = (
  payload: ConfiguratorPayload,
  inputs: GenerateInputs,
  signal?: AbortSignal,
) => Promise<Generated>
