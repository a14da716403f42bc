import type { Finding, SiteModel } from '@edp/schemas'

type Designed = Pick<
  SiteModel,
  'payload' | 'resolution' | 'loads' | 'electrical' | 'bess' | 'connections' | 'layout' | 'items'
>

/** Checks of the electrical design, the battery, the layout and the sourcing. */
export function designFindings({
  payload,
  resolution,
  loads,
  electrical,
  bess,
  connections,
  layout,
  items,
}: Designed): Finding[] {
  const findings: Finding[] = []
  const raise = (
    code: string,
    severity: Finding['severity'],
    message: string,
    concerns: readonly string[],
    figures: Finding['figures'],
    artifacts: readonly string[],
  ): void => {
    findings.push({ code, severity, message, concerns, figures, artifacts })
  }
  const drops = connections.filter(
    (c) =>
      c.power !== null &&
      c.service !== 'power_mv' &&
      c.power.voltage_drop_pct > electrical.voltage_drop_limit_pct,
  )
  if (drops.length > 0) {
    raise(
      'EL-001',
      'warning',
      `${drops.length} cables exceed the voltage drop limit of ${electrical.voltage_drop_limit_pct} %.`,
      drops.slice(0, 20).map((c) => c.connection_id),
      { cables: drops.length, limit_pct: electrical.voltage_drop_limit_pct },
      ['sld', 'cable_hose_schedule'],
    )
  }
  const overloaded = connections.filter((c) => c.power !== null && c.power.utilisation_pct > 100)
  if (overloaded.length > 0) {
    raise(
      'EL-002',
      'critical',
      `${overloaded.length} cables carry more than their derated ampacity.`,
      overloaded.slice(0, 20).map((c) => c.connection_id),
      { cables: overloaded.length },
      ['sld', 'cable_hose_schedule'],
    )
  }
  raise(
    'EL-003',
    'info',
    `Interrupting ratings assume a utility short-circuit power of ${electrical.utility_short_circuit_mva} MVA; the utility is to confirm.`,
    electrical.blocks.flatMap((b) => b.supplies.map((s) => s.tag)).slice(0, 20),
    { utility_mva: electrical.utility_short_circuit_mva },
    ['sld'],
  )
  if (resolution.bess_coupling === 'none') {
    raise(
      'EL-004',
      'info',
      'Without a battery there is no grid container: switchgear, transformers and protection are BY OTHERS, with the ratings that the feeder table requires.',
      [],
      {},
      ['sld'],
    )
  }
  if (payload.grid_connection === 'none' && payload.energy_source === 'grid_hybrid') {
    raise(
      'EL-005',
      'warning',
      'Energy source grid_hybrid without a grid connection: the site is designed with on-site generation alone.',
      ['grid_connection'],
      {},
      ['sld'],
    )
  }
  if (bess !== null) {
    if (bess.charge_h === null) {
      raise(
        'BESS-001',
        'warning',
        'Nothing is left of the source capacity for charging the battery at site demand.',
        ['source_capacity_mw'],
        { source_margin_kw: loads.source_margin_kw },
        ['sld'],
      )
    }
    if (bess.power_kw < loads.site_kw) {
      raise(
        'BESS-002',
        'info',
        `The battery gives ${bess.power_kw} kW, less than the site demand of ${loads.site_kw} kW: it cannot carry the whole site.`,
        [],
        { bess_kw: bess.power_kw, site_kw: loads.site_kw },
        ['sld'],
      )
    }
    if (bess.duration_h < 0.25) {
      raise(
        'BESS-003',
        'info',
        `The battery lasts ${bess.duration_h} h at site demand.`,
        [],
        { duration_h: bess.duration_h },
        ['sld'],
      )
    }
  }
  const excluded = items.filter((i) => i.sourcing.excluded)
  if (excluded.length > 0) {
    raise(
      'SRC-001',
      'critical',
      `${excluded.length} lines of the bill of materials are not procurable in tier ${resolution.sourcing_tier} without an exception.`,
      excluded.map((i) => i.item_id),
      { lines: excluded.length },
      ['bom'],
    )
  }
  if (resolution.sourcing_tier !== 'commercial') {
    raise(
      'SRC-002',
      'info',
      'Origin and compliance of all lines marked TBC need supplier certificates; software cannot certify.',
      [],
      { tier: resolution.sourcing_tier },
      ['bom'],
    )
  }
  const tight = layout.clearances.filter((c) => c.provided_m < c.required_m)
  for (const c of tight)
    raise(
      'LAY-001',
      'warning',
      `${c.name}: ${c.provided_m} m, required ${c.required_m} m.`,
      [],
      { required_m: c.required_m, provided_m: c.provided_m },
      ['installation_graph'],
    )
  return findings
}
