import type { Basis, SiteModel } from '@edp/schemas'

type Designed = Pick<SiteModel, 'loads' | 'electrical' | 'bess' | 'connections' | 'layout'>

/** Working of the electrical figures; alike feeders share a line, named by the first of them. */
export function designBasis({ loads, electrical, bess, connections }: Designed): Basis[] {
  const byId = new Map(connections.map((c) => [c.connection_id, c]))
  const blocks = electrical.blocks.flatMap((block): Basis[] => {
    const feeder = block.feeders.find((f) => f.kind === 'compute')
    const cable = feeder?.connection_id == null ? undefined : byId.get(feeder.connection_id)
    const transformer = block.transformers[0]
    return [
      {
        rule_id: 'EL-DEMAND-01',
        quantity: 'Demand of the block',
        applies_to: block.block_id,
        value: block.demand_kw,
        unit: 'kW',
        formula: 'demand factor x N x container + grid container + battery auxiliaries',
        inputs: { container_kw: loads.container_max_kw, demand_factor: loads.demand_factor },
        source: 'design choice',
      },
      ...(transformer === undefined
        ? []
        : [
            {
              rule_id: 'EL-TRAFO-01',
              quantity: 'Unit transformers',
              applies_to: block.block_id,
              value: `${block.transformers.length} x ${transformer.rating_kva} kVA`,
              unit: '',
              formula: 'S = P / (0.95 x 0.80); one unit up to 2,500 kVA, else equal units of the next rating',
              inputs: { demand_kw: block.demand_kw, loading_pct: transformer.loading_pct },
              source: 'ANSI ratings; 80 % loading: design choice',
            },
            {
              rule_id: 'EL-SHORT-01',
              quantity: 'Short-circuit current at the LV bus',
              applies_to: block.block_id,
              value: transformer.short_circuit_ka,
              unit: 'kA',
              formula: 'FLA / (Z + S_T / S_source)',
              inputs: {
                fla_a: transformer.secondary_a,
                impedance_pct: transformer.impedance_pct,
                source_mva: Math.max(...block.supplies.map((s) => s.short_circuit_mva)),
              },
              source: 'per-unit method; utility 500 MVA: assumption, to be confirmed',
            },
          ]),
      ...(feeder === undefined || cable?.power == null
        ? []
        : [
            {
              rule_id: 'EL-FEEDER-01',
              quantity: 'Compute feeder breaker',
              applies_to: feeder.breaker.tag,
              value: feeder.breaker.trip_a,
              unit: 'A',
              formula: '1.25 x P / (sqrt 3 U pf), next rating',
              inputs: {
                load_kw: feeder.load_kw,
                voltage_v: electrical.lv_voltage_v,
                power_factor: loads.power_factor,
                design_current_a: feeder.design_current_a,
              },
              source: 'NEC 215.3, 240.6(A)',
            },
            {
              rule_id: 'EL-CABLE-01',
              quantity: 'Compute feeder cable',
              applies_to: cable.connection_id,
              value: `${cable.cable?.sets_count ?? 1} x ${cable.cable?.size_awg ?? ''} Cu`,
              unit: '',
              formula: 'derated 90 degC ampacity, at most the 75 degC column, at least the breaker',
              inputs: {
                ampacity_base_a: cable.power.ampacity_base_a,
                temperature_factor: cable.power.temperature_factor,
                ampacity_derated_a: cable.power.ampacity_derated_a,
              },
              source: 'NEC Table 310.16, 310.15(B)(1), 110.14(C)',
            },
            {
              rule_id: 'EL-DROP-01',
              quantity: 'Voltage drop of the first feeder',
              applies_to: cable.connection_id,
              value: cable.power.voltage_drop_pct,
              unit: '%',
              formula: 'sqrt 3 I L (R cos + X sin) / U',
              inputs: {
                length_m: cable.length.cut_m,
                resistance_ohm_per_km: cable.power.resistance_ohm_per_km,
                reactance_ohm_per_km: cable.power.reactance_ohm_per_km,
              },
              source: 'NEC Chapter 9 Table 9',
            },
            {
              rule_id: 'LE-CABLE-01',
              quantity: 'Cut length of the first feeder',
              applies_to: cable.connection_id,
              value: cable.length.cut_m,
              unit: 'm',
              formula: '(route + rises + terminations) x 1.10, whole metres',
              inputs: {
                route_m: cable.length.route_m,
                rise_m: cable.length.rise_m,
                termination_m: cable.length.termination_m,
              },
              source: '10 % slack of a utility project; the rest design choice',
            },
          ]),
    ]
  })
  return [
    ...blocks,
    ...(bess === null
      ? []
      : [
          {
            rule_id: 'BE-UNITS-01',
            quantity: 'Battery units',
            applies_to: 'site',
            value: bess.units_count,
            unit: '',
            formula: 'capacity / unit energy, rounded up',
            inputs: { capacity_mwh: bess.required_mwh, unit_mwh: bess.unit_energy_mwh },
            source: bess.source,
          },
          {
            rule_id: 'BE-DUR-01',
            quantity: 'Duration at site demand',
            applies_to: 'site',
            value: bess.duration_h,
            unit: 'h',
            formula: 'installed x 0.95 / site demand',
            inputs: { installed_mwh: bess.installed_mwh, site_kw: loads.site_kw },
            source: 'depth of discharge 95 %: design choice',
          },
        ]),
  ]
}
