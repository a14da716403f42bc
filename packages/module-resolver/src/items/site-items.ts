import type { SiteItem } from '@edp/schemas'

import { assemblyItems } from './assembly-items.ts'
import { breakerItems } from './breaker-items.ts'
import { bulkItems } from './bulk-items.ts'
import { civilWorks } from './civil-works.ts'
import { customerSwitchgear } from './customer-switchgear.ts'
import { emergencyRelays, skidMonitors } from './emergency-relays.ts'
import { fieldSwitches } from './field-switches.ts'
import { instrumentItems } from './instrument-items.ts'
import type { ItemsInput } from './items-input.ts'
import { networkItems } from './network-items.ts'
import { terminationItems } from './termination-items.ts'
import { transformerItems } from './transformer-items.ts'
import { yardItems } from './yard-items.ts'

/** Everything to be bought or made, other than cables and hoses. */
export function siteItems(input: ItemsInput): SiteItem[] {
  return [
    ...assemblyItems(input),
    ...yardItems(input),
    ...transformerItems(input),
    ...breakerItems(input),
    ...emergencyRelays(input),
    ...skidMonitors(input),
    ...instrumentItems(input),
    ...networkItems(input),
    ...bulkItems(input),
    ...civilWorks(input),
    ...terminationItems(input),
    ...fieldSwitches(input),
    ...customerSwitchgear(input),
  ]
}
