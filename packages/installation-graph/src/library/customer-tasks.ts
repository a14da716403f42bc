import type { LibraryTask } from './task-library.ts'

const INTERFACE = "interface with the customer: assumption, the date is the customer's to confirm"

/** Per block without a grid container: what the customer's switchgear must offer, and when. */
export const CUSTOMER_TASKS: readonly LibraryTask[] = [
  {
    id: 'X110',
    name: 'Switchgear handed over BY OTHERS',
    scope: 'customer',
    lane: 'grid',
    duration: { base_d: 0 },
    crew: 'by others',
    crew_size: 0,
    resource: null,
    cx_level: '-',
    hold_point: true,
    acceptance:
      'Customer hands over dead, locked and tested feeder cubicles with settings and short-circuit data',
    source: INTERFACE,
    after: ['S045'],
  },
  {
    id: 'X120',
    name: "Join earth ring and customer's earth",
    scope: 'customer',
    lane: 'grid',
    duration: { base_d: 0.5 },
    crew: 'electrical',
    crew_size: 2,
    resource: null,
    cx_level: 'L2',
    hold_point: false,
    acceptance: 'Two independent bonds, each <= 0.1 ohm, earthing system of the customer recorded',
    source: `${INTERFACE}; bond resistance: planning assumption`,
    after: ['X110', 'S035'],
  },
  {
    id: 'X130',
    name: 'Interface check: settings, interlocks',
    scope: 'customer',
    lane: 'grid',
    duration: { base_d: 1 },
    crew: 'protection',
    crew_size: 2,
    resource: null,
    cx_level: 'L3',
    hold_point: false,
    acceptance:
      'Feeder settings protect the cables of the schedule, EPO trips the feeder, phase sequence agreed',
    source: INTERFACE,
    after: ['X120', 'S030'],
  },
  {
    id: 'X190',
    name: 'Feeders energised BY OTHERS',
    scope: 'customer',
    lane: 'grid',
    duration: { base_d: 0 },
    crew: 'by others',
    crew_size: 0,
    resource: null,
    cx_level: 'L3',
    hold_point: true,
    acceptance: 'Switching order signed by both parties, voltage and phase rotation measured at the feeder',
    source: INTERFACE,
    after: ['X130'],
  },
]
