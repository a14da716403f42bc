import { parseConfiguratorPayload, type ConfiguratorPayload } from '@edp/schemas'

/** A valid payload: one commercial container without a battery unless overridden. */
export function examplePayload(overrides: Partial<ConfiguratorPayload> = {}): ConfiguratorPayload {
  return parseConfiguratorPayload({
    deployment_id: '6f1b2d8e-3c54-4a0b-9a55-2d0c7b0c5f11',
    operator_org: 'Example Operator',
    deployment_site_name: 'Example Site',
    contact_email: 'engineer@example.com',
    energy_source: 'grid_hybrid',
    source_capacity_mw: 10,
    primary_workload: 'ai_training',
    gpu_variant: 'b200',
    target_gpu_count: 56,
    bess_coupling: 'none',
    bess_capacity_mwh: 0,
    grid_connection: 'grid_tied',
    climate_zone: 'temperate',
    deployment_context: 'commercial',
    aws_partition: 'none',
    ...overrides,
  })
}
