import * as z from 'zod'

import { DeploymentProfile } from './enums.ts'

/** Address of a catalogue file: `s3://{bucket}/{key}`. */
export const CatalogueUrl = z
  .string()
  .regex(
    /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/(?!.*(?:\.\.|\/\/))[A-Za-z0-9._/-]+$/,
    'expected s3://{bucket}/{key}',
  )

/** The files of one pre-built assembly. */
export const AssemblyUrls = z
  .strictObject({
    step: CatalogueUrl.describe('3D model, STEP'),
    glb: CatalogueUrl.describe('3D model, binary glTF'),
    spec_yaml: CatalogueUrl.describe('Equipment, ports, connections and parts of the assembly'),
    topology_yaml: CatalogueUrl.describe('Devices of the assembly'),
  })
  .readonly()
export type AssemblyUrls = z.infer<typeof AssemblyUrls>

/** The files of one interface plate. */
export const InterfacePlateUrls = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/, 'expected an upper-case plate id such as BG-AC')
      .max(16),
    step: CatalogueUrl.describe('3D model, STEP'),
    dxf: CatalogueUrl.describe('Manufacturing drawing, DXF'),
    pdf: CatalogueUrl.describe('Manufacturing drawing, PDF'),
  })
  .readonly()
export type InterfacePlateUrls = z.infer<typeof InterfacePlateUrls>

/** What one profile is built from. */
export const HardwareSelection = z
  .strictObject({
    compute_container: AssemblyUrls,
    grid_container: AssemblyUrls.nullable().describe('null for the profiles without a battery'),
    interface_plates: z.array(InterfacePlateUrls).min(1).readonly(),
  })
  .readonly()
  .refine((s) => new Set(s.interface_plates.map((p) => p.id)).size === s.interface_plates.length, {
    path: ['interface_plates'],
    message: 'every plate id once',
  })
export type HardwareSelection = z.infer<typeof HardwareSelection>

/** `hardware_selector_map.yaml`: the selection of every profile. */
export const HardwareSelectorMap = z
  .strictObject({ profiles: z.record(DeploymentProfile, HardwareSelection) })
  .readonly()
export type HardwareSelectorMap = z.infer<typeof HardwareSelectorMap>
