import type { BessUnitType } from '@edp/schemas'

/** Battery units of the four kinds of coupling, with ratings as their makers publish them. */

const MEGAPACK: BessUnitType = {
  unit_id: 'ac-unit',
  manufacturer: 'Tesla',
  model: 'Megapack 2 XL 2 h',
  chemistry: 'LFP',
  energy_mwh: 3.854,
  power_kw: 1927,
  output: 'ac',
  voltage_min_v: 480,
  voltage_nominal_v: 480,
  voltage_max_v: 480,
  rack_circuits_count: 1,
  auxiliary_kw: 20,
  size_m: [8.99, 1.66, 2.89],
  mass_kg: 38_100,
  country_of_origin: null,
  cell_source: 'TBC - supplier certificate',
  source: 'public configuration data',
  when: { bess_coupling: 'ac_coupled' },
}

const ENERC: BessUnitType = {
  ...MEGAPACK,
  unit_id: 'dc-unit',
  manufacturer: 'CATL',
  model: 'EnerC+',
  energy_mwh: 4.073,
  power_kw: 2035,
  output: 'dc',
  voltage_min_v: 1081.6,
  voltage_nominal_v: 1331.2,
  voltage_max_v: 1497.6,
  rack_circuits_count: 5,
  auxiliary_kw: 25,
  size_m: [6.058, 2.438, 2.896],
  mass_kg: 36_000,
  country_of_origin: 'CN',
  cell_source: 'CATL',
  when: { bess_coupling: 'dc_external_pcs' },
}

const INTEGRATED: BessUnitType = {
  ...ENERC,
  unit_id: 'dc-int-unit',
  model: 'EnerC+ with integrated PCS',
  output: 'ac',
  voltage_min_v: 480,
  voltage_nominal_v: 480,
  voltage_max_v: 480,
  when: { bess_coupling: 'dc_integrated_pcs' },
}

/** LG JF2 DC LINK 5.1, the US product of the government tiers. */
export const LG: BessUnitType = {
  ...ENERC,
  unit_id: 'lg-unit',
  manufacturer: 'LG Energy Solution',
  model: 'JF2 DC LINK 5.1',
  energy_mwh: 5.112,
  power_kw: 1278,
  voltage_min_v: 1150,
  voltage_nominal_v: 1325,
  voltage_max_v: 1500,
  rack_circuits_count: 6,
  size_m: [7.17, 2.57, 2.9],
  mass_kg: 48_000,
  country_of_origin: 'US',
  cell_source: 'LG Energy Solution Michigan',
}

/** The battery products of the fixture. */
export const BESS_UNITS = { ac: MEGAPACK, dc: ENERC, integrated: INTEGRATED }
