import type { Service } from '@edp/schemas'

/** Name of a service for readers, the sheet of the schedule that lists it, and the drawing that shows it. */
export const SERVICE_NAMES = {
  power_mv: { name: 'MV power', sheet: 'cables', drawing: 'E-SLD' },
  power_lv: { name: 'LV power', sheet: 'cables', drawing: 'E-SLD' },
  power_dc: { name: 'DC power', sheet: 'cables', drawing: 'E-SLD' },
  control: { name: 'control', sheet: 'cables', drawing: 'T-NET' },
  copper: { name: 'copper data', sheet: 'cables', drawing: 'T-NET' },
  fibre: { name: 'fibre', sheet: 'fibre', drawing: 'T-NET' },
  earth: { name: 'earthing', sheet: 'earthing', drawing: 'E-SLD' },
  coolant_supply: { name: 'coolant supply', sheet: 'hoses', drawing: 'M-PID' },
  coolant_return: { name: 'coolant return', sheet: 'hoses', drawing: 'M-PID' },
  drain: { name: 'drain', sheet: 'hoses', drawing: 'M-PID' },
  water: { name: 'make-up water', sheet: 'hoses', drawing: 'M-PID' },
} as const satisfies Record<
  Service,
  { name: string; sheet: 'cables' | 'fibre' | 'earthing' | 'hoses'; drawing: string }
>
