import type { BessBranchUnit, BessUnitType, DirectCurrent, SiteItem } from '@edp/schemas'

import { SKID_CONTROL_TEXT } from '../electrical/skid-control.ts'
import { contactsOrder } from '../electrical/transformer-contacts.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'
import { ringMainItems } from './ring-main-items.ts'

/** Battery units and their skids. */
export function yardItems(input: ItemsInput): SiteItem[] {
  const { bess, bess_type: type } = input
  if (bess === null || type === null) return []
  const batteries = modulesOf(input, 'bess_unit')
  const skids = modulesOf(input, 'bess_skid')
  const unit = input.electrical.blocks.flatMap((b) => b.bess_branches.flatMap((branch) => branch.units))[0]
  const battery = siteItem(
    input,
    {
      item_id: 'bess_unit',
      level: 'module',
      category: 'bess',
      module_kind: 'bess_unit',
      module_ids: batteries.map((m) => m.module_id),
      description: `Battery unit ${type.model}, ${type.chemistry}`,
      rating: `${type.energy_mwh} MWh, ${type.power_kw} kW, ${voltageText(type)}${isolators(unit)}${unit?.dc === null ? faultTime(input) : ''}`,
      manufacturer: type.manufacturer,
      mpn: type.model,
      scope: 'bought_in',
      unit: 'ea',
      quantity_per_module: 1,
      quantity: batteries.length,
      unit_mass_kg: type.mass_kg,
      spec_ref: `BE-UNITS-01, ${type.source}`,
    },
    {
      country_of_origin: type.country_of_origin,
      battery: true,
      cell_source: type.cell_source,
      note: `Cells: ${type.cell_source}.`,
    },
  )
  if (unit === undefined) return [battery]
  const skidMass = skids[0]?.mass_kg ?? null
  const external = unit.pcs_location === 'skid'
  const skid = siteItem(input, {
    item_id: 'bess_skid',
    level: 'module',
    category: 'bess',
    module_kind: 'bess_skid',
    module_ids: skids.map((m) => m.module_id),
    description: external
      ? 'Battery skid: power conversion system, step-up transformer, ring main unit'
      : 'Battery skid: step-up transformer, ring main unit',
    rating: `${unit.transformer_kva} kVA, ${unit.ac_voltage_v} V to 13.8 kV, ${unit.transformer_impedance_pct} %, ${unit.transformer_vector_group}, ${contactsOrder(unit.transformer_contacts)}, trips to 52-KnnH, ${SKID_CONTROL_TEXT}`,
    scope: 'bought_in',
    unit: 'ea',
    quantity_per_module: 1,
    quantity: skids.length,
    unit_mass_kg: skidMass,
    spec_ref: 'BE-SKID-01',
  })
  const ringMains = ringMainItems(input)
  if (unit.dc === null) return [battery, skid, ...ringMains]
  const pcs = siteItem(input, {
    item_id: 'bess_skid/pcs',
    parent_item_id: 'bess_skid',
    level: 'part',
    category: 'bess',
    module_kind: 'bess_skid',
    module_ids: skids.map((m) => m.module_id),
    description: 'Power conversion system, bidirectional, grid forming',
    rating: `${unit.pcs_kva} kVA${faultTime(input)}, ${unit.ac_voltage_v} V AC, ${unit.dc.min_v} to ${unit.dc.max_v} V DC, ${dcAtConverter(unit.dc)}`,
    scope: 'bought_in',
    unit: 'ea',
    quantity_per_module: 1,
    quantity: skids.length,
    spec_ref: 'BE-PCS-01',
  })
  return [battery, skid, ...ringMains, pcs]
}

/** For how long a converter feeds a fault: the relays of an island are faster. */
function faultTime({ electrical }: ItemsInput): string {
  const island = electrical.blocks.find((block) => block.island !== null)?.island
  return island == null
    ? ''
    : `, converter feeds a fault for ${island.converter_s} s, then blocks (maker to confirm)`
}

/** Fused isolators that stand with a battery of a DC output. */
function isolators(unit: BessBranchUnit | undefined): string {
  const dc = unit?.dc ?? null
  return dc === null ? '' : `, ${fuses(dc, dc.battery_device)}`
}

/** Direct-current protection that stands with the converter: fuses at its end of the circuits, breaker, insulation monitor. */
function dcAtConverter(dc: DirectCurrent): string {
  return `${fuses(dc, dc.converter_device)}; ${dc.breaker} ${dc.breaker_trip_a} A, ${dc.rated_v} V DC, ${dc.interrupting_ka} kA; ${dc.monitor} insulation monitor`
}

function fuses(dc: DirectCurrent, device: string): string {
  return `${dc.circuits_count} x 2-pole fused isolator ${device}, ${dc.fuse_a} A, ${dc.rated_v} V DC, ${dc.interrupting_ka} kA (battery maker to confirm)`
}

/** `480 V AC`, or `1081.6 to 1497.6 V DC` where the voltage varies with the charge. */
function voltageText({ voltage_min_v: low, voltage_max_v: high, output }: BessUnitType): string {
  return `${low === high ? low : `${low} to ${high}`} V ${output.toUpperCase()}`
}
