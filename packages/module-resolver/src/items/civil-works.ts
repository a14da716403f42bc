import { roundTo, type SiteItem } from '@edp/schemas'

import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'
import { hasQuantity, perimeter, sourceOf, type Row } from './site-row.ts'

/** Works and supplies of the site that are BY OTHERS, so that nobody forgets them. */
export function civilWorks(input: ItemsInput): SiteItem[] {
  const { cooling } = input
  const standing = [...input.byKind.values()].flat().filter((m) => m.mass_kg > 0)
  const works: Row[] = [
    [
      'demin-water',
      'cooling',
      'Demineralised water to mix with the glycol concentrate, both loops',
      'l',
      roundTo(cooling.site_coolant_l - cooling.site_glycol_l, 0),
      'CO-FREEZE-01',
      0,
      1,
    ],
    [
      'foundation',
      'civil',
      'Foundation pad or strip with anchor positions',
      'ea',
      standing.length,
      'CI-PAD-01',
      0,
      null,
    ],
    [
      'duct-bank',
      'civil',
      'Duct bank with conduits and pull boxes: trench, bedding, backfill and warning tape',
      'm',
      ductBank(input),
      'CI-DUCT-01',
      0,
      null,
    ],
    ['roads', 'civil', 'Grading, access road and crane pad', 'lot', 1, 'CI-ROAD-01', 0, null],
    ['fence', 'civil', 'Perimeter fence, gates and signs', 'lot', 1, 'CI-FENCE-01', 0, null],
    ['drainage', 'civil', 'Site drain and glycol catch tank', 'lot', 1, 'CI-DRAIN-01', 0, null],
  ]
  return works.filter(hasQuantity).map((row) => siteItem(input, { ...sourceOf(row), scope: 'by_others' }))
}

/** Trunk of the duct banks: the outline of each block once along its rows. */
function ductBank(input: ItemsInput): number {
  return Math.ceil(modulesOf(input, 'earth_ring').reduce((sum, ring) => sum + perimeter(ring) / 2, 0))
}
