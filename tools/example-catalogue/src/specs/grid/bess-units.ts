import type { Coupling, Family, SpecSource } from '../variant.ts'

type Unit = NonNullable<SpecSource['bess_units']>[number]
const MEGAPACK = (model: string, energy_mwh: number, power_kw: number): Unit => ({
  unit_id: `megapack-2xl-${model}`,
  manufacturer: 'Tesla',
  model: `Megapack 2 XL ${model}`,
  chemistry: 'LFP',
  energy_mwh,
  power_kw,
  output: 'ac',
  voltage_min_v: 480,
  voltage_nominal_v: 480,
  voltage_max_v: 480,
  rack_circuits_count: 1,
  auxiliary_kw: 20,
  size_m: [8.99, 1.66, 2.89],
  mass_kg: 38100,
  country_of_origin: null,
  cell_source: 'TBC - supplier certificate',
  source: 'public configuration data, 84,000 lb; auxiliaries: assumption 20 kW peak',
})
const LG: Unit = {
  unit_id: 'lg-jf2-dc-link-5.1',
  manufacturer: 'LG Energy Solution',
  model: 'JF2 DC LINK 5.1',
  chemistry: 'LFP',
  energy_mwh: 5.112,
  power_kw: 1278,
  output: 'dc',
  voltage_min_v: 1150,
  voltage_nominal_v: 1325,
  voltage_max_v: 1500,
  rack_circuits_count: 6,
  auxiliary_kw: 25,
  size_m: [7.17, 2.57, 2.9],
  mass_kg: 48000,
  country_of_origin: 'US',
  cell_source: 'LG Energy Solution Michigan, supplier certificate required',
  source: 'public equipment catalogue of a utility project; auxiliaries: assumption 25 kW peak',
}
const ENERC: Unit = {
  unit_id: 'catl-enerc-plus',
  manufacturer: 'CATL',
  model: 'EnerC+',
  chemistry: 'LFP',
  energy_mwh: 4.073,
  power_kw: 2035,
  output: 'dc',
  voltage_min_v: 1081.6,
  voltage_nominal_v: 1331.2,
  voltage_max_v: 1497.6,
  rack_circuits_count: 5,
  auxiliary_kw: 25,
  size_m: [6.058, 2.438, 2.896],
  mass_kg: 36000,
  country_of_origin: 'CN',
  cell_source: 'CATL',
  source: 'public product page; mass and auxiliaries: assumption',
}
const INTEGRATED: Unit = {
  ...ENERC,
  unit_id: 'catl-enerc-plus-pcs',
  model: 'EnerC+ with integrated PCS',
  output: 'ac',
  voltage_min_v: 480,
  voltage_nominal_v: 480,
  voltage_max_v: 480,
  source: 'figures of the DC container; no public data of the integrated product was found: assumption',
}
const LG_AC: Unit = {
  ...LG,
  unit_id: 'lg-jf2-ac',
  model: 'JF2 AC LINK 5.1 with US-made PCS',
  output: 'ac',
  voltage_min_v: 480,
  voltage_nominal_v: 480,
  voltage_max_v: 480,
  source: 'figures of the DC product with a PCS in the enclosure: assumption',
}

/** Battery products in order of preference: the first whose conditions hold is taken. */
export function bessUnits(family: Family, coupling: Coupling): Unit[] {
  if (coupling === 'ac') return family === 'defense' ? [LG_AC] : [MEGAPACK('4 h', 3.916, 979)]
  if (family === 'defense') return [LG]
  return [
    { ...(family === 'federal' ? LG : ENERC), when: { bess_coupling: 'dc_external_pcs' } },
    { ...INTEGRATED, when: { bess_coupling: 'dc_integrated_pcs' } },
  ]
}
