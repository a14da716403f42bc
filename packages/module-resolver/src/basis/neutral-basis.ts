import type { Basis, BlockElectrical } from '@edp/schemas'

/** Working of what earths the neutral of a unit transformer: its bonding jumper, and its grounding electrode conductor. */
export function neutralBasis(block: BlockElectrical): Basis[] {
  const [transformer] = block.transformers
  if (transformer?.bonding_jumper_awg == null) return []
  return [
    {
      rule_id: 'EL-EARTH-02',
      quantity: 'System bonding jumper of a transformer',
      applies_to: block.block_id,
      value: transformer.bonding_jumper_awg,
      unit: '',
      formula: 'table up to 1100 kcmil of a phase, above it 12.5 % of its area',
      inputs: { cable: transformer.secondary_connection_id ?? transformer.required_cables?.secondary ?? '' },
      source: 'NEC 250.102(C)(1), 250.30(A)(1)',
    },
    ...(transformer.electrode === null
      ? []
      : [
          {
            rule_id: 'EL-EARTH-04',
            quantity: 'Grounding electrode conductor of a transformer',
            applies_to: block.block_id,
            value: transformer.electrode.size_awg,
            unit: 'AWG',
            formula: 'table, by the conductors of a phase together; above 1100 kcmil 3/0 AWG',
            inputs: {
              cable: transformer.electrode.connection_id ?? transformer.required_cables?.secondary ?? '',
            },
            source: 'NEC 250.30(A)(5), Table 250.66',
          },
        ]),
  ]
}
