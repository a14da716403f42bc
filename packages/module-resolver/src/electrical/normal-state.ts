import type { ConfiguratorPayload, EnergySupply, ModuleKind } from '@edp/schemas'

import { modulesOf, type BlockInput } from './block-input.ts'

/** Whether no other source ever feeds the bus without the utility: no battery, no machine, no plant while it is open. */
export function isAlwaysOnUtility(input: BlockInput): boolean {
  const alone = (kind: ModuleKind): boolean => modulesOf(input, kind).length > 0
  return (
    input.bess === null &&
    alone('utility_supply') &&
    !isNormallyOpen(input.payload, 'utility') &&
    !alone('generator_supply') &&
    !alone('nuclear_supply')
  )
}

/** The utility stands open where it is backup; a generator beside a tied grid is standby. */
export function isNormallyOpen(payload: ConfiguratorPayload, kind: EnergySupply['kind']): boolean {
  if (kind === 'utility') return payload.grid_connection === 'grid_backup'
  return kind === 'generator' && payload.grid_connection === 'grid_tied'
}
