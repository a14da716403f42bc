import { roundTo, type Connection, type Cooling, type SiteModule } from '@edp/schemas'

import { continuousTrip } from '../electrical/breakers.ts'
import { LV_V, POWER_FACTOR } from '../electrical/system-voltages.ts'
import { fullLoadCurrent } from '../electrical/transformers.ts'
import { lineNumber } from './compute-connections.ts'
import { lineOf } from '../cooling/cooling-lines.ts'
import { REJECTION_CABLE, SPARE } from '../cooling/cooling-signals.ts'
import { trimChillerPower } from '../cooling/cooling-plan.ts'
import { connectionId, hoseId } from './connection-id.ts'
import { fieldSwitch, fieldSwitchText } from '../electrical/field-switch.ts'
import { SERVICE_RECEPTACLE } from '../electrical/service-receptacle.ts'
import { controlCable, plainCable } from './cable-details.ts'
import { connection, coolantHose, EPDM_MIN_C, outdoorInsulation } from './connection-parts.ts'
import { TRACING_KW } from '../loads/container-budget.ts'
import { hoseFlow } from './hose-flow.ts'
import { fixedLength } from './lengths.ts'
import { lvConnection, type Protection } from './power-connection.ts'
import { mated, modulesOf, type Wiring } from './wiring.ts'

/** Hose of the facility loop and cables beside it, m. Source: design choice, the unit stands 1 m from the plate. */
const HOSE_LENGTH_M = 3
const CABLE_LENGTH_M = 8

/** Hoses, supply and control between each compute container and its heat rejection unit. */
export function coolerConnections(wiring: Wiring): Connection[] {
  const containers = new Map(modulesOf(wiring, 'compute_container').map((m) => [m.module_id, m]))
  return modulesOf(wiring, 'heat_rejection_unit').flatMap((cooler) => {
    const container = containers.get(cooler.parent_module_id ?? '')
    return container === undefined
      ? []
      : [
          coolerHose(wiring, cooler, container, 'S1'),
          coolerHose(wiring, container, cooler, 'R1'),
          coolerSupply(wiring, container, cooler),
          connection({
            connection_id: connectionId('C', container.designation, cooler.designation, '01'),
            service: 'control',
            description: `Hard-wired signals of ${cooler.designation}: ${signalsText(wiring)}`,
            block_id: wiring.block.block_id,
            ...mated(wiring, container, cooler, 'C1'),
            length: fixedLength(CABLE_LENGTH_M, 'LE-CABLE-02: fixed, container to its heat rejection unit'),
            cable: controlCable(signalCores(wiring), 'pairs'),
          }),
          ...networkCable(wiring, container, cooler),
        ]
  })
}

/** Data cable outdoors. Diameter, mass and bend: `assumption`, catalogues of Cat 6A with a jacket for outdoors. */
const OUTDOOR_COPPER = {
  cores_count: 8,
  outer_diameter_mm: 8.5,
  mass_kg_per_m: 0.08,
  min_bend_radius_mm: 68,
  colour_code: 'black',
} as const

/** Spare cores of a signal cable: one pair. */
const SPARE_CORES = 2

/** Signals between the container and its heat rejection unit. */
function outward({ cooling }: Wiring): Cooling['signals'] {
  return cooling.signals.filter(({ cable, signal }) => cable === REJECTION_CABLE && signal !== SPARE)
}

function signalCores(wiring: Wiring): number {
  return outward(wiring).reduce((sum, { cores_count }) => sum + cores_count, SPARE_CORES)
}

function signalsText(wiring: Wiring): string {
  const heads = outward(wiring).map(({ signal }) => signal.split(/[,;]/)[0] ?? '')
  return heads.map((head) => (head.startsWith('TT-') ? head : head.toLowerCase())).join(', ')
}

/** The controller of the cooler on the OT switch of its container, where the plate has a position for it. */
function networkCable(wiring: Wiring, container: SiteModule, cooler: SiteModule): Connection[] {
  const onPlate = wiring.compute.ports.some(
    ({ interface: plate }) => plate?.plate_id === 'CD' && plate.slot === 'N1',
  )
  return onPlate
    ? [
        connection({
          connection_id: connectionId('N', container.designation, cooler.designation, '01'),
          service: 'copper',
          description: `OT network of ${cooler.designation}`,
          block_id: wiring.block.block_id,
          ...mated(wiring, container, cooler, 'N1'),
          length: fixedLength(CABLE_LENGTH_M, 'LE-CABLE-02: fixed, container to its heat rejection unit'),
          cable: plainCable('Cat 6A S/FTP outdoor', OUTDOOR_COPPER),
          data: { rate_gbps: 1, network: 'OT', zone: 'Z2', links_count: 1 },
        }),
      ]
    : []
}

const SIDES = {
  S1: { service: 'coolant_supply', line: '101', suffix: '01', word: 'supply' },
  R1: { service: 'coolant_return', line: '102', suffix: '02', word: 'return' },
} as const

function coolerHose(wiring: Wiring, from: SiteModule, to: SiteModule, slot: keyof typeof SIDES): Connection {
  const { cooling } = wiring
  const side = SIDES[slot]
  const container = from.kind === 'compute_container' ? from : to
  const line = lineOf(cooling.lines, side.line)
  const ends = mated(wiring, from, to, slot)
  const portDn = wiring.compute.ports.find((p) => p.id === `CD.${slot}`)?.rating.dn ?? line.dn
  const reducer_dn = portDn === line.dn ? null : portDn
  const reducer = reducer_dn === null ? '' : `, reducer DN${line.dn}/DN${reducer_dn} at the plate`
  return connection({
    connection_id: hoseId(container.designation, side.suffix),
    service: side.service,
    description: `Facility coolant ${side.word} of ${container.designation}`,
    block_id: wiring.block.block_id,
    ...ends,
    length: fixedLength(HOSE_LENGTH_M, 'LE-HOSE-01: fixed, heat rejection unit to plate CD'),
    hose: coolantHose({
      dn: line.dn,
      inner_diameter_mm: line.inner_diameter_mm,
      line_no: lineNumber(line.line_no, container),
      fluid: cooling.facility_coolant.name,
      design_pressure_bar: line.design_pressure_bar,
      coupling: `EN 1092-1 flange PN16${reducer}`,
      reducer_dn,
      braided: wiring.cooling.design_low_c <= EPDM_MIN_C,
      insulation: outdoorInsulation(line.insulation),
    }),
    flow: hoseFlow({
      flow_lpm: line.flow_lpm,
      inner_diameter_mm: line.inner_diameter_mm,
      dn: line.dn,
      coolant: cooling.facility_coolant,
      length_m: HOSE_LENGTH_M,
      temperature_c: slot === 'S1' ? cooling.facility_supply_c : cooling.facility_return_c,
      design_pressure_bar: line.design_pressure_bar,
    }),
  })
}

/**
 * The way of the container's panel that feeds the cooler over its plate: its breaker is that of the cable inside, or larger
 * where the cooler of the climate takes more.
 */
function supplyWay(wiring: Wiring, container: SiteModule, currentA: number): Protection {
  const inside = wiring.compute.connections.find((c) => c.to === 'CD.P1')
  return {
    tag: `${inside?.from ?? 'MDP'} of ${container.designation}`,
    trip_a: continuousTrip(Math.max(currentA, inside?.cable?.current_a ?? 0)),
    ka: null,
    poles: 3,
  }
}

/** Fans, facility pumps, tracing and a service receptacle stand on the heat rejection unit and are fed from the container. */
function coolerSupply(wiring: Wiring, container: SiteModule, cooler: SiteModule): Connection {
  const { cooling } = wiring
  const chiller = trimChillerPower(cooling.rejection, cooling.liquid_heat_kw)
  const tracing = cooling.heat_trace_required ? TRACING_KW : 0
  const kw = roundTo(cooling.fan_kw + cooling.facility_pump_motor_kw + chiller + tracing, 1)
  const currentA = fullLoadCurrent(kw / POWER_FACTOR, LV_V) + SERVICE_RECEPTACLE.current_a
  const protection = supplyWay(wiring, container, currentA)
  const ends = mated(wiring, container, cooler, 'P1')
  const field_switch = hasOwnSwitch(wiring, ends.to.port) ? null : fieldSwitch(cooler.designation, protection)
  return lvConnection(
    {
      connection_id: connectionId('PL', container.designation, cooler.designation, '01'),
      description: `${['Fans and facility pump', ...(chiller === 0 ? [] : ['trim chiller']), ...(tracing === 0 ? [] : ['heat tracing']), 'service receptacle'].join(', ')} of ${cooler.designation}`,
      block_id: wiring.block.block_id,
      from: ends.from,
      to: field_switch === null ? ends.to : { ...ends.to, termination: fieldSwitchText(field_switch) },
      length: fixedLength(CABLE_LENGTH_M, 'LE-CABLE-02: fixed, container to its heat rejection unit'),
    },
    {
      load_kw: roundTo(kw + SERVICE_RECEPTACLE.kw, 1),
      design_current_a: currentA,
      protection,
      short_circuit_ka: null,
      voltage_v: LV_V,
      phases: '3ph',
      neutral: false,
      ambient_c: wiring.air_c,
      method: 'conduit',
      field_switch,
    },
  )
}

/** Whether the catalogue says that the unit has a disconnecting means of its own. */
function hasOwnSwitch({ ports }: Wiring, id: string): boolean {
  return ports.get('heat_rejection_unit')?.all.find((port) => port.id === id)?.field_switch === false
}
