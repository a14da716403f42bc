import { expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

test.each(EXAMPLE_NAMES)(
  '%s: spines and core rack warm the containers that hold them, as the findings say',
  (name) => {
    const { cooling, findings, modules } = engineerExample(examplePayload(name))
    const held_kw = cooling.hosted_heat_kw.reduce((sum, kw) => sum + kw, 0)
    expect(held_kw > 0).toBe(modules.every((m) => m.kind !== 'grid_container'))
    const containers = modules.filter((m) => m.kind === 'compute_container').length
    // The heat of a container is rounded to 0.1 kW before it is multiplied here.
    expect(Math.abs(cooling.site_heat_kw - containers * cooling.total_heat_kw - held_kw)).toBeLessThanOrEqual(
      0.05 * containers + 0.05,
    )
    for (const { code, figures } of findings.filter((f) => ['FIB-002', 'NET-005'].includes(f.code)))
      expect(Number(figures['heat_kw']), code).toBeCloseTo(
        cooling.air_heat_kw + Math.max(...cooling.hosted_heat_kw),
        0,
      )
  },
)
