import type { BlockElectrical, ElectricalData, StationBattery } from '@edp/schemas'

import { SPINE_IMPEDANCE_PCT, SPINE_VECTOR_GROUP, type SpineSupply } from './spine-supply.ts'
import { IT_V, LV_V, wyeText } from './system-voltages.ts'

/** What is ordered, from the data of the catalogue and the short-circuit rating of the design, kA. */
export function equipmentRating(
  data: ElectricalData,
  kA: number | null,
  battery: StationBattery | null = null,
): string {
  const parts = {
    board: [data.voltage, amperes(data), kiloamperes(kA), incomersText(data), data.features],
    transfer_switch: [data.voltage, amperes(data), `${data.poles ?? 3}P`, kiloamperes(kA), data.features],
    transformer: [
      kilovoltamperes(data),
      data.voltage,
      `${data.impedance_pct ?? '-'} %Z`,
      data.vector_group,
      data.features,
    ],
    ups: [kilovoltamperes(data), data.voltage, data.features, autonomyText(data)],
    charger: [data.voltage, data.features, batteryText(battery)],
  } satisfies Record<ElectricalData['kind'], (string | undefined)[]>
  return parts[data.kind].filter((text) => text !== undefined && text !== '').join(', ')
}

const amperes = ({ rated_a }: ElectricalData): string => (rated_a === undefined ? '' : `${rated_a} A`)
const kiloamperes = (kA: number | null): string => (kA === null ? '' : `${kA} kA`)
const kilovoltamperes = ({ rated_kva }: ElectricalData): string =>
  rated_kva === undefined ? '' : `${rated_kva} kVA`

const autonomyText = ({ autonomy_min }: ElectricalData): string =>
  autonomy_min === undefined ? '' : `battery for ${autonomy_min} min`

function batteryText(battery: StationBattery | null): string {
  if (battery === null) return ''
  const { charger_a, capacity_ah, isolator_a } = battery
  return [
    `${charger_a} A`,
    `battery ${capacity_ah} Ah`,
    batteryDuty(battery),
    `fused isolator ${isolator_a} A`,
    // An earth fault on one pole must not take the trips away: it alarms (NEC 2023, 250.162(A), 250.167(A)).
    'DC unearthed with 64, 27DC',
  ].join(', ')
}

/** What a station battery stands: a current for some hours, and at their end the coils that act together. */
function batteryDuty({ autonomy_h, continuous_a, momentary_a }: StationBattery): string {
  return `${autonomy_h} h at ${continuous_a} A${momentary_a === 0 ? '' : `, then ${momentary_a} A`}`
}

function incomersText({ incomers = [] }: ElectricalData): string {
  const [first] = incomers
  return first === undefined ? '' : `incomers ${first.rated_a} A ${first.poles}P`
}

/** Transformer of the spine racks. */
export function spineTransformerData({ kva }: SpineSupply): ElectricalData {
  return {
    kind: 'transformer',
    voltage: `${LV_V} V - ${wyeText(IT_V)}`,
    rated_kva: kva,
    impedance_pct: SPINE_IMPEDANCE_PCT,
    vector_group: SPINE_VECTOR_GROUP,
    features: 'K-13',
  }
}

/** Board behind it, with its main breaker. */
export function spineBoardData({ secondary_a }: SpineSupply): ElectricalData {
  return { kind: 'board', voltage: wyeText(IT_V), rated_a: secondary_a }
}

/** Low-voltage switchboard of a block: its sections are alike. */
export function lvBoardRating({ lv_buses }: Pick<BlockElectrical, 'lv_buses'>): string {
  const [bus] = lv_buses
  const sections = `${lv_buses.length} section${lv_buses.length === 1 ? '' : 's'}`
  return bus === undefined ? '' : `${wyeText(LV_V)}, ${sections} of ${bus.rating_a} A, ${bus.withstand_ka} kA`
}

/** Medium-voltage switchgear of a block. */
export function mvBoardRating({ mv_bus }: Pick<BlockElectrical, 'mv_bus'>): string {
  return mv_bus === null
    ? ''
    : `${mv_bus.voltage_v / 1000} kV, ${mv_bus.rating_a} A, ${mv_bus.withstand_ka} kA`
}
