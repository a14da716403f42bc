/** Places of the typical sheet on A1, mm. */

/** Heat rejection unit, outdoors. */
export const SKID = { x0: 65, y0: 240, x1: 265, y1: 576 } as const
/** Interface plate of the container, where the hoses end. */
export const PLATE_X = 325
/** Container wall. */
export const CONTAINER = { x0: PLATE_X, y0: 84, x1: 824, y1: 577 } as const
/** Coolant distribution unit inside the container. */
export const CDU = { x0: 395, y0: 168, x1: 692, y1: 555 } as const
/** Supply main above, return main below. */
export const SUPPLY_Y = 520
export const RETURN_Y = 330
