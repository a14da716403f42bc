import type { ModuleKind, SiteItem } from '@edp/schemas'

import { EARTH_RING } from '../electrical/earth-ring.ts'
import { LV_V, wyeText } from '../electrical/system-voltages.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'
import { hasQuantity, perimeter, sourceOf, type Row } from './site-row.ts'

/** Spares of consumables, share. Source: design choice. */
const CONSUMABLE_SPARES = 0.02
/** Spare glycol for losses while venting, share. Source: `assumption`. */
const GLYCOL_SPARES = 0.05
/** One spare pump kit for each number of pumps. Source: design choice. */
const PUMPS_PER_KIT = 10
const PUMPS_PER_CONTAINER = 4
/** Copper of 4/0 AWG, kg per metre. */
const EARTH_CONDUCTOR_KG = 0.96
/** Rods at the corners of the ring and along it, m. Source: design choice. */
const ROD_SPACING_M = 12
/** Anchors of a piece of outdoor equipment. Source: `assumption`, one at each corner. */
const ANCHORS = 4
/** The catalogue's containers bring their own twistlocks and anchors. */
const BROUGHT_ANCHORS: ReadonlySet<ModuleKind> = new Set(['compute_container', 'grid_container'])

/** Bulk materials of the site. */
export function bulkItems(input: ItemsInput): SiteItem[] {
  const { cooling } = input
  const containers = modulesOf(input, 'compute_container').length
  const standing = [...input.byKind.values()].flat().filter((m) => m.mass_kg > 0)
  const outdoor = standing.filter((m) => !BROUGHT_ANCHORS.has(m.kind))
  const rings = modulesOf(input, 'earth_ring')
  const ringM = Math.ceil(rings.reduce((sum, ring) => sum + perimeter(ring), 0))
  const rods = rings.reduce((sum, ring) => sum + Math.max(4, Math.ceil(perimeter(ring) / ROD_SPACING_M)), 0)
  const rows: Row[] = [
    [
      'glycol',
      'cooling',
      'Propylene glycol concentrate, inhibited, both loops',
      'l',
      cooling.site_glycol_l,
      'CO-FREEZE-01',
      GLYCOL_SPARES,
      1.04,
    ],
    [
      'earth-ring',
      'consumable',
      `Earth ring, bare copper ${EARTH_RING.awg} AWG, ${EARTH_RING.depth_m} m deep`,
      'm',
      ringM,
      'EL-EARTH-01',
      CONSUMABLE_SPARES,
      EARTH_CONDUCTOR_KG,
    ],
    [
      'earth-rod',
      'consumable',
      'Earth rod 5/8 in x 10 ft with exothermic connection',
      'ea',
      rods,
      'EL-EARTH-01',
      CONSUMABLE_SPARES,
      4.5,
    ],
    [
      'earth-bar',
      'consumable',
      'Earth test link and inspection pit',
      'ea',
      rings.length * 2,
      'EL-EARTH-01',
      0,
      6,
    ],
    [
      'spd-main',
      'power',
      `Surge protective device type 1 + 2 with its disconnect, ${wyeText(LV_V)}, In 20 kA, VPR at most 1200 V (UL 1449; assumption), at each LV bus section`,
      'ea',
      lvBuses(input),
      'EL-SPD-01',
      CONSUMABLE_SPARES,
      5,
    ],
    [
      'anchor',
      'consumable',
      'Foundation anchor of outdoor equipment (those of the containers are with the containers)',
      'ea',
      outdoor.length * ANCHORS,
      'CI-ANCHOR-01',
      CONSUMABLE_SPARES,
      2,
    ],
    [
      'label',
      'consumable',
      'Cable and equipment labels, arc-flash signs, site set',
      'set',
      rings.length,
      'CI-LABEL-01',
      0,
      null,
    ],
    [
      'pump-kit',
      'spare',
      'Pump seal and bearing kit',
      'set',
      Math.ceil((containers * PUMPS_PER_CONTAINER) / PUMPS_PER_KIT),
      'SP-PUMP-01, one per ten pumps',
      0,
      8,
    ],
    [
      'filter-kit',
      'spare',
      'Commissioning filter elements 50 um and 25 um',
      'set',
      containers,
      'SP-FILTER-01',
      0,
      1,
    ],
  ]
  return rows.filter(hasQuantity).map((row) => siteItem(input, sourceOf(row)))
}

function lvBuses(input: ItemsInput): number {
  return input.electrical.blocks.reduce(
    (sum, b) => sum + b.lv_buses.filter((bus) => bus.scope === 'supply').length,
    0,
  )
}
