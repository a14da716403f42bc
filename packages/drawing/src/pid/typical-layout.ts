/** Places of the typical sheet on A1, mm. */

/** Heat rejection unit, outdoors. */
export const SKID = { x0: 60, y0: 240, x1: 265, y1: 577 } as const
/** Interface plate of the container, where the hoses end. */
export const PLATE_X = 325
/** Middle of the hoses between heat rejection unit and plate. */
export const HOSE_X = 295
/** Container wall. */
export const CONTAINER = { x0: PLATE_X, y0: 84, x1: 826, y1: 577 } as const
/** Coolant distribution unit inside the container. */
export const CDU = { x0: 389, y0: 168, x1: 682, y1: 555 } as const
/** Supply main above, return main below, standby machines below that. */
export const SUPPLY_Y = 520
export const RETURN_Y = 330
export const STANDBY_Y = RETURN_Y - 45
/** Table of the control loops, right of the air units and below the leak ropes. */
export const CONTROL_TABLE_X = 731
export const CONTROL_TABLE_Y = 198
/** Signal to the fans of the cooler, clear of the interlocks that stop a chiller below it. */
export const FAN_Y = 543
/** Pumps of the heat rejection unit. */
export const FACILITY_PUMP_X = 128
