import { roundTo, type CoolingEquipment } from '@edp/schemas'

import { hasBypass, hasTrimChiller, TRIM_SHARE, unitLetter, type CoolingPlan } from './cooling-plan.ts'
import type { ExpansionVessel } from './expansion-vessel.ts'
import { FILL_C } from './glycol-expansion.ts'
import { pressureWhenFilled } from './outdoor-vessel.ts'
import { fillPressures, PRESSURES, type LoopPressures } from './relief-settings.ts'
import { DESIGN_MAX_C, DESIGN_PRESSURE_BAR, designMin, FILL_LPM } from './line-draft.ts'

/** Volumes of the open tanks, L (design choice: a CDU refill, a full relief discharge); that of the drain-back takes the whole loop. */
const TANK_L = { fill: 50, catch: 50 } as const

/** Equipment of one container's cooling; type letters of ISO 10628-2, loop 1xx facility, 2xx technology, 3xx air. */
export function coolingEquipment(plan: CoolingPlan): CoolingEquipment[] {
  return [...facilityEquipment(plan), ...technologyEquipment(plan), ...airEquipment(plan)]
}

/** Kinds that stand open to the air of the room. */
const OPEN_KINDS = new Set(['tank', 'drip_tray'])
/** The exchanger stands in the technology loop, and its other side holds what comes from outdoors. */
const EXCHANGER_KIND = 'heat_exchanger'

type Item = (
  tag: string,
  kind: string,
  description: string,
  rating: string,
  component?: string | null,
) => CoolingEquipment

function item(plan: CoolingPlan, loop: 'facility' | 'technology'): Item {
  return (tag, kind, description, rating, component = null) => ({
    tag,
    kind,
    description,
    rating,
    component,
    loop,
    design_pressure_bar: OPEN_KINDS.has(kind) ? 0 : DESIGN_PRESSURE_BAR[loop],
    design_min_c: designMin(plan, loop === 'facility' || kind === EXCHANGER_KIND),
    design_max_c: DESIGN_MAX_C,
    rack: null,
  })
}

/** Size and pressures of an expansion vessel, those of the cold loop. */
function vessel({ nominal_l }: ExpansionVessel, loop: LoopPressures): string {
  const bar = (value: number): string => `${value.toFixed(1)} bar`
  return `${nominal_l} L, pre-charge ${bar(loop.initial)}, filled to ${bar(fillPressures(loop).filled)}`
}

/** The facility loop is filled by a cart on a mild day, so that it still has its pressure when it is coldest. */
function facilityVessel(plan: CoolingPlan): string {
  const { initial } = PRESSURES.facility
  const { filled } = fillPressures(PRESSURES.facility)
  const at_fill = pressureWhenFilled(plan).toFixed(1)
  return `${plan.facility_vessel.nominal_l} L, pre-charge ${initial.toFixed(1)} bar, filled to ${at_fill} bar at ${FILL_C} degC, ${filled.toFixed(1)} bar at ${plan.climate.low_c} degC`
}

function facilityEquipment(plan: CoolingPlan): CoolingEquipment[] {
  const of = item(plan, 'facility')
  const { head_kpa, motor_kw } = plan.facility_duty
  const pump = `${roundTo(plan.pumped_flow_lpm, 0)} L/min, ${head_kpa} kPa, ${motor_kw} kW, VFD`
  const heat = `${roundTo(plan.liquid_kw, 1)} kW at ${plan.climate.dry_bulb_c}/${plan.climate.wet_bulb_c} degC DB/WB`
  return [
    of('AC-101', 'dry_cooler', plan.climate.rejection_description, heat),
    ...(hasTrimChiller(plan)
      ? [of('CH-101', 'chiller', 'Trim chiller in series', `${roundTo(plan.liquid_kw * TRIM_SHARE, 1)} kW`)]
      : []),
    of('P-101A', 'pump', 'Facility pump, duty', pump),
    of('P-101B', 'pump', 'Facility pump, standby', pump),
    of('T-101', 'vessel', 'Facility expansion vessel', facilityVessel(plan)),
    of('V-102', 'tank', 'Glycol catch tank, emptied by hand', `${TANK_L.catch} L`),
    of('AS-101', 'separator', 'Air and dirt separator', `DN${plan.facility_pipe.dn}, with vent and drain`),
    of('STR-102', 'strainer', 'Y-strainer at the suction of the pumps', '500 um'),
    of('STR-101', 'strainer', 'Y-strainer of the CDU', '250 um'),
    ...(hasBypass(plan)
      ? [
          of(
            'V-101',
            'tank',
            'Drain-back tank, indoor, its inlet below the low point of AC-101',
            `${plan.facility_volume_l} L`,
          ),
          of('P-103', 'pump', 'Refill pump', `${FILL_LPM} L/min`),
        ]
      : []),
  ]
}

function technologyEquipment(plan: CoolingPlan): CoolingEquipment[] {
  const of = item(plan, 'technology')
  const flow = roundTo(plan.technology_flow_lpm, 0)
  const pump = `${roundTo(plan.technology_pumped_lpm, 0)} L/min, ${plan.duty.head_kpa} kPa, ${plan.duty.motor_kw} kW, VFD`
  const branches = `DN${plan.technology_pipe.dn}, ${plan.nodes.length} branches`
  const share = plan.nodes.length === 0 ? 0 : 1 / plan.nodes.length
  const per_node = `${roundTo(plan.liquid_kw * share, 1)} kW, ${roundTo(plan.technology_flow_lpm * share, 1)} L/min`
  return [
    of(
      'HX-201',
      'heat_exchanger',
      `Plate heat exchanger of the CDU, facility side ${DESIGN_PRESSURE_BAR.facility}.0 bar(g)`,
      `${plan.cdu_heat_kw} kW, rated at 3 K approach`,
    ),
    of('P-201A', 'pump', 'Technology pump, duty', pump),
    of('P-201B', 'pump', 'Technology pump, standby', pump),
    of(
      'T-201',
      'vessel',
      'Technology expansion vessel',
      vessel(plan.technology_vessel, PRESSURES.technology),
    ),
    of('F-201A', 'filter', 'Duplex filter, element A', `50 um, full flow ${flow} L/min`),
    of('F-201B', 'filter', 'Duplex filter, element B', `50 um, full flow ${flow} L/min`),
    of('V-201', 'tank', 'Make-up tank with lid, gauge glass and drain', `${TANK_L.fill} L`),
    of('P-203', 'pump', 'Fill pump', `${FILL_LPM} L/min`),
    of('V-202', 'tank', 'Glycol catch tank, emptied by hand', `${TANK_L.catch} L`),
    of('DT-201', 'drip_tray', 'Drip tray under the CDU', 'stainless'),
    of('MF-201S', 'manifold', 'Supply manifold', branches, plan.components.supply_manifold),
    of('MF-201R', 'manifold', 'Return manifold', branches, plan.components.return_manifold),
    ...plan.nodes.map(({ tag, description, rack }) => ({
      ...of(tag, 'node', `${description}${rack === null ? '' : `, rack ${rack}`}`, per_node),
      rack,
    })),
  ]
}

function airEquipment(plan: CoolingPlan): CoolingEquipment[] {
  return Array.from({ length: plan.air_units_count }, (_, index) => ({
    tag: `CRAC-301${unitLetter(index)}`,
    kind: 'air_unit',
    description: `Air unit for residual heat, packaged with its condenser, ${index + 1 < plan.air_units_count ? 'duty' : 'standby'}`,
    rating: `${plan.air_unit_kw} kW net sensible at ${plan.climate.dry_bulb_c} degC outdoors`,
    component: plan.components.air_units[index] ?? null,
    loop: 'air' as const,
    design_pressure_bar: null,
    design_min_c: null,
    design_max_c: null,
    rack: null,
  }))
}
