import { describe, expect, test } from 'vitest'

import { parseConfiguratorPayload } from './configurator-payload.ts'
import type { EdpError } from './edp-error.ts'

const VALID = {
  deployment_id: '5f0c1c1e-52a5-4f0e-9d0a-0d6b1a7c2e01',
  operator_org: 'Example Compute',
  deployment_site_name: 'Site 1',
  contact_email: 'ops@example.com',
  energy_source: 'grid_hybrid',
  source_capacity_mw: 5,
  primary_workload: 'ai_training',
  gpu_variant: 'b200',
  target_gpu_count: 112,
  bess_coupling: 'ac_coupled',
  bess_capacity_mwh: 4,
  grid_connection: 'grid_tied',
  climate_zone: 'temperate',
  deployment_context: 'commercial',
  aws_partition: 'standard',
}

function problemsOf(document: unknown): [string, string][] {
  try {
    parseConfiguratorPayload(document)
  } catch (error) {
    return (error as EdpError).problems.map((p) => [p.path.join('.'), p.message])
  }
  return []
}

test('a valid payload comes back with its id in lower case', () => {
  expect(parseConfiguratorPayload({ ...VALID, deployment_id: VALID.deployment_id.toUpperCase() })).toEqual(
    VALID,
  )
})

test('an unknown field is ignored, as the seed models do', () => {
  expect(parseConfiguratorPayload({ ...VALID, colour: 'red' })).toEqual(VALID)
})

test('every missing field is named at once', () => {
  expect(problemsOf({}).map(([path]) => path)).toEqual(Object.keys(VALID))
})

describe('every mistyped or out-of-range field is named with what was expected', () => {
  test.each([
    ['deployment_id', 'not-an-id'],
    ['deployment_id', 7],
    ['operator_org', null],
    ['deployment_site_name', 3],
    ['deployment_site_name', 'x'.repeat(201)],
    ['contact_email', 'nobody'],
    ['energy_source', 'coal'],
    ['source_capacity_mw', 0],
    ['source_capacity_mw', '5'],
    ['source_capacity_mw', Number.POSITIVE_INFINITY],
    ['source_capacity_mw', Number.NaN],
    ['primary_workload', 'gaming'],
    ['gpu_variant', 'H100_SXM'],
    ['target_gpu_count', 0],
    ['target_gpu_count', 1.5],
    ['target_gpu_count', 1e12],
    ['bess_coupling', undefined],
    ['bess_capacity_mwh', -1],
    ['grid_connection', 'yes'],
    ['climate_zone', ''],
    ['deployment_context', []],
    ['aws_partition', {}],
  ])('%s = %j', (field, value) => {
    const problems = problemsOf({ ...VALID, [field]: value })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.map(([path]) => path)).toContain(field)
  })
})

describe('the three rules of the seed, in its words', () => {
  test.each([
    [{ bess_coupling: 'none' }, 'bess_coupling', 'bess_coupling=NONE iff bess_capacity_mwh=0'],
    [{ bess_capacity_mwh: 0 }, 'bess_coupling', 'bess_coupling=NONE iff bess_capacity_mwh=0'],
    [
      { deployment_context: 'sovereign_government' },
      'aws_partition',
      'aws_partition=standard only valid for deployment_context=commercial',
    ],
    [
      {
        deployment_context: 'defense_forward',
        aws_partition: 'govcloud',
        bess_coupling: 'dc_integrated_pcs',
      },
      'bess_coupling',
      'defense_forward + dc_integrated_pcs is not procurable (CATL exclusion)',
    ],
  ])('%j', (change, field, message) => {
    const problems = problemsOf({ ...VALID, ...change })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.[0]).toBe(field)
    expect(problems[0]?.[1]).toContain(message)
  })

  test('they are reported beside the problems of other fields', () => {
    const problems = problemsOf({ ...VALID, contact_email: 'x', deployment_context: 'defense_forward' })
    expect(problems.map(([path]) => path)).toEqual(['contact_email', 'aws_partition'])
  })
})

test('a payload from JSON with a __proto__ key changes no prototype', () => {
  const document: unknown = JSON.parse(`{"__proto__": {"polluted": 1}, ${JSON.stringify(VALID).slice(1)}`)
  expect(parseConfiguratorPayload(document)).toEqual(VALID)
  expect('polluted' in {}).toBe(false)
})
