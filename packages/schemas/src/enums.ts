import * as z from 'zod'

/** Where the site's energy comes from. */
export const EnergySource = z.enum(['nuclear', 'solar', 'grid_hybrid', 'off_grid'])
export type EnergySource = z.infer<typeof EnergySource>

/** What the GPUs mostly do; sets the demand factor of the IT load. */
export const PrimaryWorkload = z.enum(['ai_training', 'ai_inference', 'mixed'])
export type PrimaryWorkload = z.infer<typeof PrimaryWorkload>

/** The 8-GPU node type that fills the compute containers. */
export const GpuVariant = z.enum(['h100_sxm', 'b200'])
export type GpuVariant = z.infer<typeof GpuVariant>

/** How the battery is coupled to the site. */
export const BessCoupling = z.enum(['ac_coupled', 'dc_integrated_pcs', 'dc_external_pcs', 'none'])
export type BessCoupling = z.infer<typeof BessCoupling>

/** The part that the public grid plays. */
export const GridConnection = z.enum(['none', 'grid_tied', 'grid_backup'])
export type GridConnection = z.infer<typeof GridConnection>

/** Climate class of the site; sets heat rejection, glycol and ambient derating. */
export const ClimateZone = z.enum(['subarctic', 'temperate', 'arid_hot', 'tropical'])
export type ClimateZone = z.infer<typeof ClimateZone>

/** Who the site is for; decides the sourcing tier. */
export const DeploymentContext = z.enum(['commercial', 'sovereign_government', 'defense_forward'])
export type DeploymentContext = z.infer<typeof DeploymentContext>

/** AWS partition that the EMS may talk to. */
export const AwsPartition = z.enum(['standard', 'govcloud', 'none'])
export type AwsPartition = z.infer<typeof AwsPartition>

/** Procurement regime that the bill of materials must satisfy. */
export const SourcingTier = z.enum(['commercial', 'federal_civilian', 'dod_eligible'])
export type SourcingTier = z.infer<typeof SourcingTier>

/** Where the EMS sends its data. */
export const EmsTarget = z.enum(['aws_standard', 'aws_govcloud', 'air_gapped'])
export type EmsTarget = z.infer<typeof EmsTarget>

/** The eleven procurable combinations of context and coupling. `dod_dc_int` does not exist (CATL exclusion). */
export const DeploymentProfile = z.enum([
  'commercial_no_bess',
  'commercial_ac',
  'commercial_dc_ext',
  'commercial_dc_int',
  'federal_no_bess',
  'federal_ac',
  'federal_dc_ext',
  'federal_dc_int',
  'dod_no_bess',
  'dod_ac',
  'dod_dc_ext',
])
export type DeploymentProfile = z.infer<typeof DeploymentProfile>

/** State of a job as callers see it. */
export const JobStatus = z.enum(['running', 'complete', 'failed'])
export type JobStatus = z.infer<typeof JobStatus>

/** The ten kinds of artifact, in the order of the seed's artifact table. */
export const ArtifactKind = z.enum([
  'bom',
  'compute_container_3d',
  'grid_container_3d',
  'interface_plate',
  'sld',
  'pid_cooling',
  'comms_diagram',
  'cable_hose_schedule',
  'installation_graph',
  'dtm',
])
export type ArtifactKind = z.infer<typeof ArtifactKind>

/** File format of an artifact, equal to its file extension. */
export const ArtifactFormat = z.enum(['json', 'xlsx', 'dxf', 'pdf', 'step', 'glb'])
export type ArtifactFormat = z.infer<typeof ArtifactFormat>

/** Whether a manifest addresses simulated or real devices. */
export const EmsMode = z.enum(['sim', 'live'])
export type EmsMode = z.infer<typeof EmsMode>

/** Field protocols that a device can be polled by. */
export const ProtocolKind = z.enum(['modbus_tcp', 'dnp3_tcp', 'snmp', 'canopen_gw', 'redfish'])
export type ProtocolKind = z.infer<typeof ProtocolKind>
