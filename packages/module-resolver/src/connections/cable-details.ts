import { roundTo, type CableDetail, type PowerDesign } from '@edp/schemas'

import { conductorOf } from '../electrical/conductor-table.ts'
import type { LvCable } from '../electrical/lv-cable.ts'
import type { MvCable } from '../electrical/mv-cable.ts'

/** Density of copper, kg per metre and mm2. */
const COPPER = 0.00896

/** Mass of a jacketed multicore cable over its cores. Source: `assumption`, typical catalogue values. */
const JACKET = 1.25

/** Low-voltage circuits up to this size are one multicore cable. Source: design choice. */
const MULTICORE_MAX_MM2 = 33.6

/** Multicore cables up to this size, 10 AWG, hold an earthing conductor as large as the phases. Source: UL 1277 product lines. */
const FULL_EARTH_MAX_MM2 = 5.26

/** Bend radius over outer diameter. Source: NEC 2023 300.34 and makers' data. */
const BEND = { lv: 8, mv: 12 }

/** A low-voltage or DC circuit as sized: multicore for small ones, else singles with their earthing conductor. */
export function lvCableDetail(
  sized: LvCable,
  phases: PowerDesign['phases'],
  neutral: boolean,
  method: string,
): CableDetail {
  const poles = phases === 'dc' || phases === '1ph' ? 2 : neutral ? 4 : 3
  const multicore = sized.sets === 1 && sized.conductor.mm2 <= MULTICORE_MAX_MM2
  const { conductor } = sized
  const earth = multicore && conductor.mm2 <= FULL_EARTH_MAX_MM2 ? conductor : sized.earth
  const outer = multicore ? conductor.od * 2.6 : conductor.od
  const copper = conductor.kg * poles + earth.mm2 * COPPER
  return {
    type: cableType(phases, multicore),
    conductor: 'Cu',
    cores_count: multicore ? poles : 1,
    cables_per_set_count: multicore ? 1 : poles,
    sets_count: sized.sets,
    neutrals_count: phases === '1ph' || (phases === '3ph' && neutral) ? 1 : 0,
    size_awg: conductor.awg,
    size_mm2: conductor.mm2,
    earth_size_awg: earth.awg,
    earth_size_mm2: earth.mm2,
    fibres_count: null,
    plugs: null,
    voltage_rating_v: phases === 'dc' ? 2000 : 600,
    outer_diameter_mm: roundTo(outer, 1),
    mass_kg_per_m: roundTo(multicore ? copper * JACKET : copper, 2),
    min_bend_radius_mm: roundTo(outer * BEND.lv, 0),
    colour_code: colours(phases, neutral),
    install_method: method,
  }
}

/** Colours of the phases; a neutral has one of its own. */
const COLOURS = {
  '3ph': ['brown, orange, yellow', ', grey N'],
  '1ph': ['black, white', ''],
  dc: ['red +, black -', ''],
} as const satisfies Record<PowerDesign['phases'], readonly [string, string]>

function colours(phases: PowerDesign['phases'], neutral: boolean): string {
  const [conductors, ofNeutral] = COLOURS[phases]
  return `${conductors}${neutral ? ofNeutral : ''}, green earth`
}

function cableType(phases: PowerDesign['phases'], multicore: boolean): string {
  if (phases === 'dc') return 'RHH/RHW-2 Cu 2 kV'
  return multicore ? 'TC-ER Cu 600 V with earth' : 'XHHW-2 Cu 600 V'
}

/** Bare earth conductor beside a medium-voltage circuit, 4/0 AWG. */
const MV_EARTH = { awg: '4/0', mm2: 107.2 }

/** Three medium-voltage singles per set. */
export function mvCableDetail(sized: MvCable): CableDetail {
  const { conductor } = sized
  return {
    type: 'MV-105 Cu EPR 15 kV 133 %',
    conductor: 'Cu',
    cores_count: 1,
    cables_per_set_count: 3,
    sets_count: sized.sets,
    neutrals_count: 0,
    size_awg: conductor.awg,
    size_mm2: conductor.mm2,
    earth_size_awg: MV_EARTH.awg,
    earth_size_mm2: MV_EARTH.mm2,
    fibres_count: null,
    plugs: null,
    voltage_rating_v: 15_000,
    outer_diameter_mm: conductor.od,
    mass_kg_per_m: roundTo(conductor.kg * 3 + MV_EARTH.mm2 * COPPER, 2),
    min_bend_radius_mm: roundTo(conductor.od * BEND.mv, 0),
    colour_code: 'phase tape brown, orange, yellow',
    install_method: 'duct bank, 0.9 m deep',
  }
}

/** A cable for signals or data, or an earth conductor. */
export function plainCable(type: string, extra: Partial<CableDetail> = {}): CableDetail {
  return {
    type,
    conductor: 'Cu',
    cores_count: 1,
    cables_per_set_count: 1,
    sets_count: 1,
    neutrals_count: 0,
    size_awg: null,
    size_mm2: null,
    earth_size_awg: null,
    earth_size_mm2: null,
    fibres_count: null,
    plugs: null,
    voltage_rating_v: null,
    outer_diameter_mm: null,
    mass_kg_per_m: null,
    min_bend_radius_mm: null,
    colour_code: '',
    install_method: 'conduit',
    ...extra,
  }
}

/** Conductor of signals of 24 V: contacts and measured values. */
export const SIGNAL_AWG = '14'
/** Sizes of control cables by what they carry. Source: design choice, after the control cables of the catalogue; makers' practice for 5 A. */
const CONTROL_AWG = {
  signals: SIGNAL_AWG,
  pairs: SIGNAL_AWG,
  trip: '12',
  current_transformers: '10',
} as const

/** Diameter of an insulated core, mm, and what jacket and shield add to the bundle, mm. Source: `assumption`, catalogues of tray cable. */
const CORE_MM = { '14': 3.3, '12': 3.8, '10': 4.4 } as const
const JACKET_MM = 3.6
/** Diameter of a bundle over that of a core, by the root of their number. Source: `assumption`, 12 cores of 14 AWG 17.6 mm unshielded. */
const BUNDLE = 1.27

/** Type of a cable of pairs: each has a screen of its own, so that measured values keep clear of contacts. */
const SHIELDED_PAIRS = 'TC-ER Cu 600 V pairs, each and all shielded'
const SHIELDED = 'TC-ER Cu 600 V shielded'

/** Outer diameter of a control cable on the tray, mm, null for other types and sizes; pairs are bundled as pairs. */
export function trayCableDiameter(type: string, cores: number, awg: string | null): number | null {
  const core = Object.entries(CORE_MM).find(([size]) => size === awg)?.[1]
  if (core === undefined || !type.startsWith('TC-ER')) return null
  const bundle = type === SHIELDED_PAIRS ? 2 * Math.sqrt(cores / 2) : Math.sqrt(cores)
  return roundTo(BUNDLE * bundle * core + JACKET_MM, 1)
}

/** Shielded control cable between modules. */
export function controlCable(cores: number, carries: keyof typeof CONTROL_AWG): CableDetail {
  const { awg, mm2 } = conductorOf(CONTROL_AWG[carries])
  const type = carries === 'pairs' ? SHIELDED_PAIRS : SHIELDED
  return plainCable(type, {
    cores_count: cores,
    size_awg: awg,
    size_mm2: mm2,
    voltage_rating_v: 600,
    outer_diameter_mm: trayCableDiameter(type, cores, awg),
    mass_kg_per_m: roundTo(0.05 + cores * mm2 * 0.015, 2),
    min_bend_radius_mm: 150,
    colour_code: 'numbered',
  })
}
