import type { BlockElectrical, Breaker, Connection, SiteModel } from '@edp/schemas'

import type { Table, TableColumn, TableRow } from '../sheet/table.ts'
import { conductorsOf, volts } from './labels.ts'

const right = (title: string): TableColumn => ({ title, halign: 'right' })
const left = (title: string): TableColumn => ({ title })

type Cables = ReadonlyMap<string, Connection>

/** Loads of the site with what its sources give. */
export function loadTable(site: SiteModel): Table {
  const { loads } = site
  const rows: [string, number, string][] = [
    ...loads.container_lines.map((line): [string, number, string] => [
      line.line,
      line.per_container_kw,
      line.note,
    ]),
    ['One compute container, design maximum', loads.container_max_kw, `${loads.container_kva} kVA`],
    [`${site.resolution.compute_container_count} compute containers`, loads.compute_kw, ''],
    ['Grid container auxiliaries', loads.grid_auxiliary_kw, ''],
    ['Battery auxiliaries', loads.bess_auxiliary_kw, ''],
    ['Site demand', loads.site_kw, `${loads.site_kva} kVA, demand factor ${loads.demand_factor}`],
    ['Source capacity', loads.source_capacity_kw, `margin ${loads.source_margin_kw} kW`],
  ]
  return {
    title: 'LOADS',
    columns: [left('Load'), right('kW'), { title: 'Basis', wrap: true, max_width_mm: 70 }],
    rows: rows.map(([line, kw, note]) => ({ cells: [line, String(kw), note] })),
  }
}

/** Schedules of some blocks: buses with their short-circuit currents, breakers, transformers, feeders, battery units. */
export function blockSchedules(blocks: readonly BlockElectrical[], cables: Cables): Table[] {
  const tables: Table[] = [
    busTable(blocks),
    supplyTable(blocks),
    mvBreakerTable(blocks),
    transformerTable(blocks, cables),
    tieTable(blocks),
    batteryTable(blocks, cables),
    feederTable(blocks, cables),
  ]
  return tables.filter((table) => table.rows.length > 0)
}

function busTable(blocks: readonly BlockElectrical[]): Table {
  return {
    title: 'BUSES AND SHORT CIRCUIT',
    columns: [left('Bus'), left('Voltage'), right('Rating A'), right('Isc kA'), right('Withstand kA')],
    rows: blocks.flatMap((block) =>
      [...(block.mv_bus === null ? [] : [block.mv_bus]), ...block.lv_buses].map((bus) => ({
        cells: [
          bus.tag,
          volts(bus.voltage_v),
          String(bus.rating_a),
          String(bus.short_circuit_ka),
          String(bus.withstand_ka),
        ],
      })),
    ),
  }
}

function supplyTable(blocks: readonly BlockElectrical[]): Table {
  return {
    title: 'SUPPLIES',
    columns: [
      left('Tag'),
      left('Kind'),
      right('kVA'),
      right('Ssc MVA'),
      left('Normally'),
      left('Isolator'),
      left('Breaker'),
      left('Cable'),
    ],
    rows: blocks.flatMap((block) =>
      block.supplies.map((supply) => ({
        id: supply.module_id,
        cells: [
          supply.tag,
          supply.kind,
          String(supply.rated_kva),
          String(supply.short_circuit_mva),
          supply.normally,
          supply.isolator_tag,
          supply.breaker.tag,
          supply.connection_id ?? 'by others',
        ],
      })),
    ),
  }
}

function mvBreakerTable(blocks: readonly BlockElectrical[]): Table {
  const breakers = blocks.flatMap((block): Breaker[] => [
    ...block.supplies.map((supply) => supply.breaker),
    ...block.transformers.map((transformer) => transformer.primary_breaker),
    ...block.bess_branches.map((branch) => branch.breaker),
  ])
  return {
    title: 'MEDIUM-VOLTAGE BREAKERS',
    columns: [
      left('Breaker'),
      right('A'),
      right('kA'),
      left('CT'),
      left('VT'),
      { title: 'Functions', wrap: true, max_width_mm: 60 },
    ],
    rows: breakers.map((breaker) => ({
      id: breaker.tag,
      cells: [
        breaker.tag,
        String(breaker.frame_a),
        String(breaker.interrupting_ka),
        breaker.ct_ratio ?? '-',
        breaker.vt_ratio ?? '-',
        breaker.functions.join(', '),
      ],
    })),
  }
}

function transformerTable(blocks: readonly BlockElectrical[], cables: Cables): Table {
  return {
    title: 'TRANSFORMERS',
    columns: [
      left('Tag'),
      right('kVA'),
      left('Group'),
      right('%Z'),
      right('HV A'),
      right('LV A'),
      right('Load %'),
      right('Isc kA'),
      left('HV breaker'),
      left('LV main'),
      right('LV main A'),
      left('Bus'),
      left('HV cable'),
      left('LV cable'),
      left('LV conductors'),
    ],
    rows: blocks.flatMap((block) =>
      block.transformers.map((t) => ({
        id: t.module_id,
        cells: [
          t.tag,
          String(t.rating_kva),
          t.vector_group,
          String(t.impedance_pct),
          String(t.primary_a),
          String(t.secondary_a),
          String(t.loading_pct),
          String(t.short_circuit_ka),
          t.primary_breaker.tag,
          t.secondary_breaker.tag,
          String(t.secondary_breaker.frame_a),
          t.bus_tag,
          t.primary_connection_id ?? 'by others',
          t.secondary_connection_id ?? 'by others',
          conductorsText(cables, t.secondary_connection_id),
        ],
      })),
    ),
  }
}

function tieTable(blocks: readonly BlockElectrical[]): Table {
  return {
    title: 'BUS TIES, NORMALLY OPEN',
    columns: [left('Tie'), left('Between'), right('A'), right('kA'), left('Functions')],
    rows: blocks.flatMap((block) =>
      block.bus_ties.map((tie, index) => ({
        id: tie.tag,
        cells: [
          tie.tag,
          `${block.lv_buses[index]?.tag ?? '-'} and ${block.lv_buses[index + 1]?.tag ?? '-'}`,
          String(tie.frame_a),
          String(tie.interrupting_ka),
          tie.functions.join(', '),
        ],
      })),
    ),
  }
}

function batteryTable(blocks: readonly BlockElectrical[], cables: Cables): Table {
  return {
    title: 'BATTERY UNITS',
    columns: [
      left('Unit'),
      right('MWh'),
      right('kW'),
      left('Skid'),
      right('Skid kVA'),
      left('PCS'),
      right('PCS kVA'),
      left('PCS in'),
      left('AC breaker'),
      right('AC A'),
      right('DC A'),
      left('Collector'),
      left('Collector cable'),
      left('Power cable'),
      left('Power conductors'),
    ],
    rows: blocks.flatMap((block) =>
      block.bess_branches.flatMap((branch) =>
        branch.units.map((unit, index): TableRow => ({
          id: unit.module_id,
          cells: [
            unit.designation,
            String(unit.energy_mwh),
            String(unit.power_kw),
            unit.skid_designation,
            String(unit.transformer_kva),
            unit.pcs_tag ?? 'integrated',
            String(unit.pcs_kva),
            unit.pcs_location,
            unit.ac_breaker.tag,
            String(unit.ac_current_a),
            unit.dc_current_a === null ? '-' : String(unit.dc_current_a),
            branch.tag,
            branch.collector_connection_ids[index] ?? '-',
            unit.power_connection_ids.join(', '),
            conductorsText(cables, unit.power_connection_ids[0] ?? null),
          ],
        })),
      ),
    ),
  }
}

function feederTable(blocks: readonly BlockElectrical[], cables: Cables): Table {
  return {
    title: 'LOW-VOLTAGE FEEDERS',
    columns: [
      left('Breaker'),
      left('Bus'),
      right('Frame A'),
      right('Trip A'),
      right('kA'),
      left('Load'),
      right('kW'),
      right('A'),
      left('Cable'),
      left('Conductors'),
      right('m'),
      right('Use %'),
      right('Drop %'),
    ],
    rows: blocks.flatMap((block) =>
      block.feeders.map((feeder): TableRow => {
        const cable = feeder.connection_id === null ? undefined : cables.get(feeder.connection_id)
        return {
          id: feeder.breaker.tag,
          cells: [
            feeder.breaker.tag,
            feeder.bus_tag,
            String(feeder.breaker.frame_a),
            String(feeder.breaker.trip_a),
            String(feeder.breaker.interrupting_ka),
            feeder.system === null ? feeder.load_designation : `${feeder.load_designation} ${feeder.system}`,
            String(feeder.load_kw),
            String(feeder.design_current_a),
            feeder.connection_id ?? 'internal',
            conductorsText(cables, feeder.connection_id),
            cable === undefined ? '-' : String(cable.length.cut_m),
            cable?.power == null ? '-' : String(cable.power.utilisation_pct),
            cable?.power == null ? '-' : String(cable.power.voltage_drop_pct),
          ],
        }
      }),
    ),
  }
}

function conductorsText(cables: Cables, id: string | null): string {
  const cable = id === null ? undefined : cables.get(id)?.cable
  return cable == null ? '-' : conductorsOf(cable)
}
