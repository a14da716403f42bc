import type { SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'

/** Schedules of the single line diagram: every supply, transformer, feeder and battery unit of the site. */
export function sldTables(site: SiteModel): Table[] {
  const cables = new Map(site.connections.map((c) => [c.connection_id, c]))
  const blocks = site.electrical.blocks
  const right = { halign: 'right' as const }
  return [
    {
      title: 'LOADS',
      columns: [{ title: 'Line' }, { title: 'kW', ...right }],
      rows: [
        ...site.loads.container_lines.map((l) => ({
          cells: [`Container: ${l.line}`, String(l.per_container_kw)],
        })),
        { cells: ['One compute container, design maximum', String(site.loads.container_max_kw)] },
        {
          cells: [
            `All ${site.resolution.compute_container_count} compute containers`,
            String(site.loads.compute_kw),
          ],
        },
        { cells: [`Site demand, demand factor ${site.loads.demand_factor}`, String(site.loads.site_kw)] },
        { cells: ['Source capacity', String(site.loads.source_capacity_kw)] },
      ],
    },
    {
      title: 'SUPPLIES',
      columns: [
        'Tag',
        'Block',
        'Kind',
        'Breaker',
        'Frame A',
        'kA',
        'Short circuit MVA',
        'Normally',
        'Cable',
      ].map((title) => ({ title })),
      rows: blocks.flatMap((b) =>
        b.supplies.map((s) => ({
          id: s.module_id,
          cells: [
            s.tag,
            b.block_id,
            s.kind,
            s.breaker.tag,
            String(s.breaker.frame_a),
            String(s.breaker.interrupting_ka),
            String(s.short_circuit_mva),
            s.normally,
            s.connection_id ?? '',
          ],
        })),
      ),
    },
    {
      title: 'TRANSFORMERS AND SHORT CIRCUIT',
      columns: [
        'Tag',
        'Block',
        'kVA',
        'Z %',
        'Primary A',
        'Secondary A',
        'Loading %',
        'Isc kA',
        'Primary breaker',
        'Secondary breaker',
        'Bus',
        'Primary cable',
        'Secondary cable',
      ].map((title) => ({ title })),
      rows: blocks.flatMap((b) =>
        b.transformers.map((t) => ({
          id: t.module_id,
          cells: [
            t.tag,
            b.block_id,
            String(t.rating_kva),
            String(t.impedance_pct),
            String(t.primary_a),
            String(t.secondary_a),
            String(t.loading_pct),
            String(t.short_circuit_ka),
            t.primary_breaker.tag,
            t.secondary_breaker.tag,
            t.bus_tag,
            t.primary_connection_id ?? '',
            t.secondary_connection_id ?? '',
          ],
        })),
      ),
    },
    {
      title: 'FEEDERS',
      columns: [
        'Breaker',
        'Bus',
        'Load',
        'kW',
        'Design A',
        'Frame A',
        'Trip A',
        'kA',
        'Cable',
        'Conductors',
        'Length m',
        'Utilisation %',
        'Drop %',
      ].map((title) => ({ title })),
      rows: blocks.flatMap((b) =>
        b.feeders.map((f) => {
          const cable = f.connection_id === null ? undefined : cables.get(f.connection_id)
          return {
            id: f.breaker.tag,
            cells: [
              f.breaker.tag,
              f.bus_tag,
              f.load_designation,
              String(f.load_kw),
              String(f.design_current_a),
              String(f.breaker.frame_a),
              String(f.breaker.trip_a),
              String(f.breaker.interrupting_ka),
              f.connection_id ?? 'internal',
              cable?.cable == null
                ? ''
                : `${cable.cable.sets_count} x (3 x ${cable.cable.size_awg ?? ''} + ${cable.cable.earth_size_awg ?? ''})`,
              cable === undefined ? '' : String(cable.length.cut_m),
              String(cable?.power?.utilisation_pct ?? ''),
              String(cable?.power?.voltage_drop_pct ?? ''),
            ],
          }
        }),
      ),
    },
    ...(site.bess === null
      ? []
      : [
          {
            title: 'BATTERY UNITS',
            columns: [
              'Unit',
              'Skid',
              'Collector',
              'MWh',
              'kW',
              'PCS',
              'PCS kVA',
              'PCS in',
              'AC A',
              'DC A',
              'Transformer kVA',
              'Power cable',
            ].map((title) => ({ title })),
            rows: blocks.flatMap((b) =>
              b.bess_branches.flatMap((branch) =>
                branch.units.map((u) => ({
                  id: u.module_id,
                  cells: [
                    u.designation,
                    u.skid_designation,
                    branch.tag,
                    String(u.energy_mwh),
                    String(u.power_kw),
                    u.pcs_tag ?? '',
                    String(u.pcs_kva),
                    u.pcs_location,
                    String(u.ac_current_a),
                    String(u.dc_current_a ?? '-'),
                    String(u.transformer_kva),
                    u.power_connection_ids[0] ?? '',
                  ],
                })),
              ),
            ),
          },
        ]),
  ]
}
