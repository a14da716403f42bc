import { BessCoupling, DeploymentContext } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { examplePayload } from '../../test/payload-fixture.ts'
import { resolveModules } from './resolve-modules.ts'

const battery = (coupling: BessCoupling) => ({
  bess_coupling: coupling,
  bess_capacity_mwh: coupling === 'none' ? 0 : 5,
})

describe('profile table of the seed', () => {
  test.each([
    ['commercial', 'none', 'commercial_no_bess'],
    ['commercial', 'ac_coupled', 'commercial_ac'],
    ['commercial', 'dc_external_pcs', 'commercial_dc_ext'],
    ['commercial', 'dc_integrated_pcs', 'commercial_dc_int'],
    ['sovereign_government', 'none', 'federal_no_bess'],
    ['sovereign_government', 'ac_coupled', 'federal_ac'],
    ['sovereign_government', 'dc_external_pcs', 'federal_dc_ext'],
    ['sovereign_government', 'dc_integrated_pcs', 'federal_dc_int'],
    ['defense_forward', 'none', 'dod_no_bess'],
    ['defense_forward', 'ac_coupled', 'dod_ac'],
    ['defense_forward', 'dc_external_pcs', 'dod_dc_ext'],
  ] as const)('%s with %s is %s', (context, coupling, profile) => {
    const resolution = resolveModules(examplePayload({ deployment_context: context, ...battery(coupling) }))
    expect(resolution.deployment_profile).toBe(profile)
    expect(resolution.grid_container_present).toBe(coupling !== 'none')
  })

  test('defense_forward with dc_integrated_pcs is rejected, even when the schema was bypassed', () => {
    const payload = {
      ...examplePayload(),
      deployment_context: 'defense_forward' as const,
      ...battery('dc_integrated_pcs'),
    }
    expect(() => resolveModules(payload)).toThrow(expect.objectContaining({ code: 'invalid_payload' }))
  })

  test('the table has twelve combinations', () => {
    expect(DeploymentContext.options.length * BessCoupling.options.length).toBe(12)
  })
})

describe('containers of 56 GPUs, rounded up', () => {
  test.each([
    [1, 1, 56],
    [56, 1, 56],
    [57, 2, 112],
    [448, 8, 448],
    [1792, 32, 1792],
    [1793, 33, 1848],
    [112_000, 2000, 112_000],
  ])('%i GPUs: %i containers with %i GPUs', (target, containers, gpus) => {
    const resolution = resolveModules(examplePayload({ target_gpu_count: target }))
    expect(resolution.compute_container_count).toBe(containers)
    expect(resolution.gpu_count).toBe(gpus)
  })
})

describe('size limit', () => {
  test('2,001 containers are refused and the limit is named', () => {
    const payload = examplePayload({ target_gpu_count: 112_001 })
    expect(() => resolveModules(payload)).toThrow(expect.objectContaining({ code: 'size_limit' }))
    expect(() => resolveModules(payload)).toThrow(/compute_containers_max is 2000/)
  })

  test('the limit is an option', () => {
    const payload = examplePayload({ target_gpu_count: 113 })
    expect(() => resolveModules(payload, { compute_containers_max: 2 })).toThrow(/is 2$/m)
    expect(resolveModules(payload, { compute_containers_max: 3 }).compute_container_count).toBe(3)
  })

  test('a battery above the limit is refused as well', () => {
    const payload = examplePayload({ bess_coupling: 'ac_coupled', bess_capacity_mwh: 8000.5 })
    expect(() => resolveModules(payload)).toThrow(/bess_capacity_mwh_max is 8000/)
    expect(resolveModules({ ...payload, bess_capacity_mwh: 8000 }).bess_capacity_mwh).toBe(8000)
  })
})

test('tier and EMS target follow context and partition', () => {
  const federal = examplePayload({ deployment_context: 'sovereign_government', aws_partition: 'govcloud' })
  expect(resolveModules(federal)).toMatchObject({
    sourcing_tier: 'federal_civilian',
    ems_target: 'aws_govcloud',
  })
  const defense = examplePayload({ deployment_context: 'defense_forward', aws_partition: 'none' })
  expect(resolveModules(defense)).toMatchObject({ sourcing_tier: 'dod_eligible', ems_target: 'air_gapped' })
  const commercial = examplePayload({ aws_partition: 'standard' })
  expect(resolveModules(commercial)).toMatchObject({
    sourcing_tier: 'commercial',
    ems_target: 'aws_standard',
  })
})
