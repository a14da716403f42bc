import { type BessBranchUnit, type Connection, type Feeder, type SiteModule } from '@edp/schemas'

import { FIRE_PANEL } from '../electrical/emergency-off.ts'
import { faultFigure } from '../electrical/fault-figure.ts'
import { LV_V } from '../electrical/system-voltages.ts'
import { greatestShortCircuitKa } from '../electrical/transformers.ts'
import { collector, fireLoop, skidTrip } from './collector-chain.ts'
import { connectionId } from './connection-id.ts'
import { controlCable } from './cable-details.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength, onPlan } from './lengths.ts'
import { DUCT_BANK, lvConnection } from './power-connection.ts'
import { protectionOf } from './supply-connections.ts'
import { batteryFibres } from './network-fibres.ts'
import { greatestOn, mated, moduleOf, modulesOf, type Wiring } from './wiring.ts'

/** Collectors, battery to skid, auxiliaries and OT fibre of every battery unit of the block. */
export function batteryConnections(wiring: Wiring): Connection[] {
  const auxiliaries = new Map(
    wiring.electrical.feeders
      .filter((f) => f.kind === 'bess_auxiliary')
      .map((f) => [f.load_module_id ?? '', f]),
  )
  const channels = new Map(modulesOf(wiring, 'bess_unit').map((m, i) => [m.module_id, i + 1]))
  return wiring.electrical.bess_branches.flatMap((branch, chain) =>
    branch.units.flatMap((unit, position) => {
      const battery = moduleOf(wiring, unit.module_id)
      const skid = moduleOf(wiring, unit.skid_module_id)
      const channel = channels.get(unit.module_id) ?? 0
      return [
        collector(wiring, branch, chain + 1, position),
        skidTrip(wiring, branch, chain + 1, position),
        fireLoop(wiring, branch, chain + 1, position),
        unitPower(wiring, unit, battery, skid),
        unitControl(wiring, unit.ac_breaker.tag, battery, skid),
        ...auxiliary(wiring, battery, auxiliaries.get(unit.module_id), channel),
        ...batteryFibres(wiring, battery, channel),
      ]
    }),
  )
}

/** Battery to skid: DC with one or more sets for each rack circuit, or 480 V AC. */
function unitPower(wiring: Wiring, unit: BessBranchUnit, battery: SiteModule, skid: SiteModule): Connection {
  const source = {
    connection_id: unit.power_connection_ids[0] ?? '',
    block_id: wiring.block.block_id,
    length: cableLength(onPlan(gapBetween(battery, skid))),
  }
  const { dc } = unit
  if (dc !== null) {
    return lvConnection(
      {
        ...source,
        description: `DC of ${battery.designation} to ${skid.designation}, ${dc.circuits_count} rack circuits`,
        ...mated(wiring, battery, skid, 'D1'),
      },
      {
        load_kw: unit.power_kw,
        design_current_a: dc.current_a,
        protection: {
          tag: `${dc.battery_device} and ${dc.converter_device} fuses`,
          trip_a: dc.fuse_a * dc.circuits_count,
          ka: dc.interrupting_ka,
          poles: 2,
        },
        short_circuit_ka: dc.short_circuit_ka,
        voltage_v: dc.min_v,
        phases: 'dc',
        neutral: false,
        ambient_c: wiring.air_c,
        method: DUCT_BANK,
        sets_multiple: dc.circuits_count,
      },
    )
  }
  return lvConnection(
    {
      ...source,
      description: `AC of ${battery.designation} to ${skid.designation}`,
      ...mated(wiring, battery, skid, 'P1'),
    },
    {
      load_kw: unit.power_kw,
      // What the converter can give, reactive power included, as in the collector behind its transformer.
      design_current_a: unit.ac_rated_a,
      protection: protectionOf(unit.ac_breaker),
      short_circuit_ka: behindSkid(unit),
      voltage_v: unit.ac_voltage_v,
      phases: '3ph',
      neutral: false,
      ambient_c: wiring.air_c,
      method: DUCT_BANK,
    },
  )
}

/** Greatest current at the skid's breaker through its transformer, kA: more than the converters at the other end of the cable give. */
function behindSkid({ transformer_kva, ac_voltage_v }: BessBranchUnit): number {
  return faultFigure(greatestShortCircuitKa(transformer_kva, ac_voltage_v))
}

/** Distance between the facing sides of a battery and its skid, which stand one south of the other. */
function gapBetween(battery: SiteModule, skid: SiteModule): number {
  return Math.max(0, battery.y_m - skid.y_m - skid.width_m)
}

function unitControl(wiring: Wiring, breaker: string, battery: SiteModule, skid: SiteModule): Connection {
  return connection({
    connection_id: connectionId('C', battery.designation, skid.designation, '01'),
    service: 'control',
    description: `Between ${battery.designation} and ${skid.designation}: emergency power off (2), trip of the battery (2), battery ready (2), position of ${breaker} (2), fire alarm (2) and fault of its panel (2) to a monitor module of ${FIRE_PANEL}; 0 of 12 cores spare`,
    block_id: wiring.block.block_id,
    ...mated(wiring, battery, skid, 'C1'),
    length: cableLength(onPlan(gapBetween(battery, skid))),
    cable: controlCable(12, 'signals'),
  })
}

function auxiliary(
  wiring: Wiring,
  battery: SiteModule,
  feeder: Feeder | undefined,
  channel: number,
): Connection[] {
  if (feeder === undefined) return []
  const { head, block } = wiring
  return [
    lvConnection(
      {
        connection_id: feeder.connection_id ?? '',
        description: `Auxiliaries of ${battery.designation}`,
        block_id: block.block_id,
        ...mated(wiring, head, battery, 'A1', channel),
        length: cableLength(headRoute(wiring, battery, { slot: 'A1', channel })),
      },
      {
        load_kw: feeder.load_kw,
        design_current_a: feeder.design_current_a,
        protection: protectionOf(feeder.breaker),
        short_circuit_ka: greatestOn(wiring, feeder.bus_tag),
        voltage_v: LV_V,
        phases: '3ph',
        neutral: true,
        ambient_c: wiring.air_c,
        method: DUCT_BANK,
      },
    ),
  ]
}
