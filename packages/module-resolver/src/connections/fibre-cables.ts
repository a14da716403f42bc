import { plugsText, type ArrayPlugs, type CableDetail } from '@edp/schemas'

import { plainCable } from './cable-details.ts'

/**
 * Fibre cables of the OT network and of the way out: `plugged` has its plug fitted by its maker at the end on a plate, so that it is
 * ordered by the piece; the other end is spliced on a fibre panel.
 */
export const FIBRE_TYPES = {
  plugged: 'OS2 12F, armoured, multi-fibre plug at one end',
  open: 'OS2 12F, armoured',
} as const

/** Fibre cable between modules: single mode, because it leaves the container (isolation, lightning). */
export function fibreCable(type: string): CableDetail {
  return plainCable(type, {
    conductor: 'glass',
    cores_count: 12,
    fibres_count: 12,
    outer_diameter_mm: 10,
    mass_kg_per_m: 0.1,
    min_bend_radius_mm: 100,
    colour_code: 'yellow',
  })
}

/** Plugs of a trunk: its pins meet cords and cables without at the panels of both ends. Source: design choice, as trunks are stocked. */
const TRUNK_PLUGS: ArrayPlugs = { polarity: 'B', from_pinned: true, to_pinned: true, polish: 'APC' }

/** Made-up trunk of the compute fabric: one MPO-12 leg for each link. Diameter and mass: `assumption`, catalogue values. */
export function trunkCable(legs: number): CableDetail {
  const fibres = legs * 12
  return {
    ...fibreCable(`OS2 trunk, ${legs} x MPO-12 low loss, ${plugsText(TRUNK_PLUGS)}`),
    plugs: TRUNK_PLUGS,
    cores_count: fibres,
    fibres_count: fibres,
    outer_diameter_mm: 16,
    mass_kg_per_m: 0.22,
    min_bend_radius_mm: 160,
  }
}
