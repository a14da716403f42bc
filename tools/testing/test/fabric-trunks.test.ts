import { expect, test } from 'vitest'

import { engineerExample, examplePayload } from '../src/index.ts'

test.each([
  ['commercial_ac', 8, 8],
  // 52 batteries make two blocks of ten containers.
  ['commercial_ac', 10, 200],
  ['commercial_ac', 33, 33],
] as const)(
  '%s, %i containers, %i MWh: every trunk of the fabric ends where spines stand',
  (name, containers, mwh) => {
    const { connections, network } = engineerExample(
      examplePayload(name, {
        target_gpu_count: containers * 56,
        source_capacity_mw: 60,
        bess_capacity_mwh: mwh,
      }),
    )
    const trunks = connections.filter((c) => c.data?.network === 'compute fabric')
    expect(trunks).toHaveLength(2 * containers)
    const hosts = new Set(network.fabric.spines.flatMap(({ module_ids }) => module_ids))
    expect(trunks.filter((c) => !hosts.has(c.from.module_id)).map((c) => c.connection_id)).toEqual([])
  },
)
