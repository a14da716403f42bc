import { contactNames, type Breaker, type Bus, type Sheet, type Transformer } from '@edp/schemas'

import type { Table, TableColumn } from '../../sheet/table.ts'
import { faultText, fixed, volts, wyeVolts } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { exportText, machineText } from '../source-label.ts'
import { relayName, tripText } from '../trip-lines.ts'
import { left, right, wrapped } from './cells.ts'

/** Where common relay inputs of 5 A start, A: what starts below it is said. */
const USUAL_FROM_A = 0.5

/** Heading of the table. */
export const SUPPLIES = 'SUPPLIES'

/** Buses with the greatest short-circuit current that each can see, which its withstand rests on. */
export function busTable(contents: readonly SheetContent[]): Table {
  return {
    title: 'BUSES AND SHORT CIRCUIT',
    columns: [
      left('Bus'),
      left('Voltage'),
      right('Rating A'),
      right('Isc kA at most'),
      right('Withstand kA'),
    ],
    rows: contents.flatMap((content) =>
      [
        ...(content.mv_bus === null ? [] : [busCells(content.mv_bus, volts)]),
        ...content.lv_buses.map((bus) => busCells(bus, wyeVolts)),
      ].map((cells) => ({ cells })),
    ),
  }
}

function busCells(bus: Bus, voltage: (v: number) => string): string[] {
  return [
    bus.tag,
    voltage(bus.voltage_v),
    String(bus.rating_a),
    faultText(bus.greatest_ka ?? bus.short_circuit_ka),
    fixed(bus.withstand_ka, 1),
  ]
}

/** Sources with their isolators and breakers; on A3 in narrow columns, so that they stand beside their diagram. */
export function supplyTable(contents: readonly SheetContent[], size: Sheet['size']): Table {
  const text = (title: string, mm: number): TableColumn => (size === 'A3' ? wrapped(title, mm) : left(title))
  return {
    title: SUPPLIES,
    columns: [
      left('Tag'),
      left('Kind'),
      right('kVA'),
      left('Export'),
      text('Machine', 20),
      right('Ssc MVA'),
      left('Normally'),
      text('Isolator', 16),
      left('Breaker'),
      text('Arresters', 20),
      text('Metering CT', 20),
      left('Cable'),
    ],
    rows: contents.flatMap((content) =>
      content.supplies.map((supply) => ({
        id: supply.module_id,
        cells: [
          supply.tag,
          supply.kind,
          String(supply.rated_kva),
          supply.kind === 'utility' ? exportText(supply) : '-',
          machineText(supply) || '-',
          fixed(supply.short_circuit_mva, 1),
          supply.normally,
          `${supply.isolator_tag}, ${supply.isolator_a} A, ${supply.isolator_ka} kA`,
          supply.breaker.tag,
          `${supply.arrester.rated_kv} kV, MCOV ${supply.arrester.mcov_kv} kV`,
          `${supply.metering_ct.ratio}, ${supply.metering_ct.accuracy}`,
          supply.connection_id ?? 'by others',
        ],
      })),
    ),
  }
}

/** Breakers of the medium-voltage switchgear that some sheets draw. */
export function mvBreakers(contents: readonly SheetContent[]): Breaker[] {
  return contents.flatMap((content): Breaker[] => [
    ...content.supplies.map((supply) => supply.breaker),
    ...(content.earthing_transformer === null ? [] : [content.earthing_transformer.breaker]),
    ...content.transformers.map((transformer) => transformer.primary_breaker),
    ...content.bess_branches.map((branch) => branch.breaker),
  ])
}

/** Medium-voltage breakers with their instrument transformers, functions and what else they trip. */
export function mvBreakerTable(contents: readonly SheetContent[]): Table {
  const transformers = new Map(
    contents.flatMap((content) => content.transformers.map((t) => [t.primary_breaker.tag, t] as const)),
  )
  const breakers = mvBreakers(contents)
  return {
    title: 'MEDIUM-VOLTAGE BREAKERS',
    columns: [
      left('Breaker'),
      right('A'),
      right('kA'),
      wrapped('CT', 12),
      left('VT'),
      wrapped('Functions', 30),
      wrapped('Relay', 17),
      wrapped('Trips also', 24),
    ],
    rows: breakers.map((breaker) => ({
      id: breaker.tag,
      cells: [
        breaker.tag,
        String(breaker.frame_a),
        fixed(breaker.interrupting_ka, 1),
        coresText(breaker),
        breaker.vt_ratio ?? '-',
        functionsText(breaker, transformers.get(breaker.tag)),
        [relayName(breaker), relayRange(breaker)].filter((text) => text !== '').join(', '),
        breaker.trips.map(tripText).join('; ') || '-',
      ],
    })),
  }
}

/** Cores of the phases, and the one around the cable. */
function coresText({ ct_ratio, ct_accuracy, earth_fault }: Breaker): string {
  const core = earth_fault?.core_balance_ct ?? null
  return [
    ...(ct_ratio === null ? [] : [`${ct_ratio}, ${ct_accuracy ?? '-'}`]),
    ...(core === null ? [] : [`CBCT ${core.ratio}, ${core.accuracy}`]),
  ].join('; ')
}

/** From which secondary current on a relay has to work, where common inputs do not. */
function relayRange({ relay_from_a }: Breaker): string {
  return relay_from_a === null || relay_from_a >= USUAL_FROM_A ? '' : `inputs from ${relay_from_a} A`
}

/** Functions of the relays, and the contacts and transmitter in the transformer. */
function functionsText({ functions }: Breaker, transformer: Transformer | undefined): string {
  const relays = functions.join(', ')
  return transformer === undefined ? relays : `${relays}; ${insideText(transformer)}`
}

/** Contacts in a transformer that trip and that warn, and its transmitter. */
function insideText({ tag, contacts, winding_sensor: sensor }: Transformer): string {
  return [
    `${tag} trips by ${contactNames(contacts, 'trip').join(', ')}`,
    `warns by ${contactNames(contacts, 'alarm').join(', ')}`,
    ...(sensor === null ? [] : [`TT ${sensor.signal} to ${sensor.read_by}`]),
  ].join(', ')
}

/** Bus ties with the sections that they join. */
export function tieTable(contents: readonly SheetContent[]): Table {
  return {
    title: 'BUS TIES, NORMALLY OPEN',
    columns: [left('Tie'), left('Between'), right('A'), right('kA'), left('Functions')],
    rows: contents.flatMap(({ block, bus_ties }) =>
      bus_ties.map((tie) => {
        const position = block.bus_ties.indexOf(tie)
        const sections = block.lv_buses.slice(position, position + 2).map((bus) => bus.tag)
        return {
          id: tie.tag,
          cells: [
            tie.tag,
            sections.join(' and '),
            String(tie.frame_a),
            fixed(tie.interrupting_ka, 1),
            tie.functions.join(', '),
          ],
        }
      }),
    ),
  }
}

/** Title of the table of interlocks: sheets without it name the one that has it. */
export const INTERLOCKS = 'INTERLOCKS'

/** Interlocks with what they allow. */
export function interlockTable(contents: readonly SheetContent[]): Table {
  return {
    title: INTERLOCKS,
    columns: [left('No.'), left('Kind'), { title: 'Rule', wrap: true, max_width_mm: 90 }],
    rows: contents.flatMap((content) =>
      content.interlocks.map((interlock) => ({
        cells: [interlock.tag, interlock.kind, interlock.rule],
      })),
    ),
  }
}
