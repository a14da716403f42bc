import type { Cooling } from '@edp/schemas'

import { FREEZE_TRIP_C } from './cold-start.ts'
import type { CoolingPlan } from './cooling-plan.ts'

/** Without heat the coolant indoors is as cold as it is outdoors: it is kept this far above its freezing point, K (design choice). */
const FREEZE_MARGIN_K = 3

/**
 * How warm a container is kept whose technology loop would freeze without the heat of its nodes: at the trip against frost, above the
 * 0 degC that equipment and lines of that loop are made for.
 */
export function indoorFrost({
  climate,
  technology,
}: Pick<CoolingPlan, 'climate' | 'technology'>): Cooling['indoor_frost'] {
  return climate.low_c >= technology.freeze_c + FREEZE_MARGIN_K
    ? null
    : { kept_above_c: FREEZE_TRIP_C, start_from_c: FREEZE_TRIP_C }
}
