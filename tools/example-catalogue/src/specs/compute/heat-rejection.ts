import { part, ringPort, type PortSource, type YardSource } from '../variant.ts'
import { LV } from './ports.ts'

const coolerPort = (
  slot: string,
  service: PortSource['service'],
  flow: PortSource['flow'],
  termination: string,
  rating: PortSource['rating'],
): PortSource => ({
  id: `CD.${slot}`,
  on: 'FRAME',
  service,
  flow,
  position_mm: [0, 0, 800],
  termination,
  rating,
  interface: { plate_id: 'CD', slot, with: 'compute_container' },
})
/** Heat rejection unit beside each compute container; masses and sizes are assumptions. */
export const HEAT_REJECTION: YardSource = {
  kind: 'heat_rejection_unit',
  description: 'Heat rejection unit',
  size_m: [2.4, 2.2, 2.4],
  mass_kg: 1150,
  scope: 'bought_in',
  ports: [
    coolerPort('S1', 'coolant_supply', 'out', 'EN 1092-1 flange PN16', { dn: 50, pressure_bar: 10 }),
    coolerPort('R1', 'coolant_return', 'in', 'EN 1092-1 flange PN16', { dn: 50, pressure_bar: 10 }),
    { ...coolerPort('P1', 'power_lv', 'in', 'terminal box', { ...LV, current_a: 30 }), field_switch: true },
    coolerPort('C1', 'control', 'both', 'terminal box', { voltage_v: 24 }),
    coolerPort('N1', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    {
      id: 'MW1',
      on: 'FRAME',
      service: 'water',
      flow: 'in',
      position_mm: [0, 0, 800],
      termination: 'union DN25',
      rating: { dn: 25, pressure_bar: 6 },
      interface: { plate_id: null, slot: 'MW1', with: 'site_water' },
      when: { climate_zone: ['temperate', 'arid_hot', 'tropical'] },
    },
    {
      id: 'BD1',
      on: 'FRAME',
      service: 'drain',
      flow: 'out',
      position_mm: [0, 0, 300],
      termination: 'union DN25',
      rating: { dn: 25 },
      interface: { plate_id: null, slot: 'BD1', with: 'site_drain' },
      when: { climate_zone: ['temperate', 'arid_hot', 'tropical'] },
    },
    ringPort('G1'),
  ],
  bom: [
    part(
      'D-010',
      null,
      'cooling',
      'Heat rejection unit AC-101 with EC fans, facility pumps P-101A/B with drives, separator AS-101, strainer STR-102, expansion vessel T-101, catch tank V-102, controller hru-01 with network port, valves and instruments as on the P&ID lists, and a service receptacle of 125 V with ground-fault protection on a control transformer 480-120 V, 2 kVA; adapters where its flanges are ASME B16.5',
      1,
      {
        rating:
          '{AC-101}; pumps {P-101A}; vessel {T-101}; controller and power panel marked SCCR {SCCR} at 480 V',
        unit_mass_kg: 1150,
        scope: 'bought_in',
      },
    ),
    part(
      'D-020',
      null,
      'cooling',
      'Adiabatic pad set with backflow preventer BFP-102, make-up valve XV-103, pressure switch PSL-103, dosing, bleed and drain-down',
      1,
      {
        unit: 'set',
        scope: 'bought_in',
        when: { climate_zone: ['temperate', 'arid_hot', 'tropical'] },
      },
    ),
    part(
      'D-030',
      null,
      'cooling',
      'Trim chiller CH-101 in series with the cooler, with flow switch FSL-101 in its inlet and a frost stat',
      1,
      {
        rating: '{CH-101}',
        scope: 'bought_in',
        when: { climate_zone: 'tropical' },
      },
    ),
    part(
      'D-040',
      null,
      'cooling',
      'Low-ambient kit: three-way bypass valve TCV-102, fan control, indoor drain-back tank V-101 with level switches and refill pump P-103',
      1,
      { unit: 'set', scope: 'bought_in', when: { climate_zone: 'subarctic' } },
    ),
  ],
}
