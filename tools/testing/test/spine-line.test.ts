import { expect, test } from 'vitest'

import { engineerExample } from '../src/index.ts'

test.each(['commercial_ac', 'federal_ac', 'dod_dc_ext'] as const)(
  '%s: the spine is the same product as the leaf, with the same origin and note',
  (name) => {
    const { items } = engineerExample(name)
    const [spine, leaf] = ['grid_container/SPN', 'compute_container/C-070'].map((id) =>
      items.find((item) => item.item_id === id),
    )
    expect(spine).toMatchObject({
      manufacturer: 'NVIDIA',
      mpn: 'QM9700',
      unit_mass_kg: leaf?.unit_mass_kg,
      sourcing: leaf?.sourcing,
    })
    expect(leaf?.mpn).toBe('QM9700')
  },
)
