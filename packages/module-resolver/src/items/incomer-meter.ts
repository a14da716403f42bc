import type { EnergySupply, Scope } from '@edp/schemas'

/** Equipment of one kind and rating in a block. */
export interface Counted {
  readonly what: string
  readonly rating: string
  readonly unit: 'set' | 'ea'
  readonly spec_ref: string
  readonly scope: Scope
}

/** Meter of an incomer of the customer; those of our own are devices of the manifest, which the catalogue has. */
export function incomerMeter({ meter: { kind, accuracy }, breaker }: EnergySupply): Counted[] {
  return breaker.meter_tag !== null
    ? []
    : [
        {
          what: `${kind === 'revenue' ? 'Revenue' : 'Power quality'} meter of an incomer`,
          rating: `class ${accuracy}`,
          unit: 'ea',
          spec_ref: 'EL-CT-02',
          scope: breaker.scope,
        },
      ]
}
