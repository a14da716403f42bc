import { roundTo, type Connection, type ModuleKind, type SiteModule } from '@edp/schemas'

import { LARGEST_ELECTRODE_AWG } from '../electrical/bonding-jumpers.ts'
import { conductorOf } from '../electrical/conductor-table.ts'
import { connectionId } from './connection-id.ts'
import { plainCable } from './cable-details.ts'
import { connection } from './connection-parts.ts'
import { fixedLength } from './lengths.ts'
import { mated, modulesOf, onlyOf, type Wiring } from './wiring.ts'

/** Bond of an enclosure to the ring. Source: design choice after IEEE 142: 2/0 AWG at two diagonal corners. */
const BOND_AWG = '2/0'
/**
 * Kinds that derive a system of their own: their bonds are its grounding electrode conductor too, in a container the one that its systems
 * share. Source: NEC 2023 Table 250.66 above 1100 kcmil, and 250.30(A)(6)(a).
 */
const DERIVING: readonly ModuleKind[] = [
  'unit_transformer',
  'bess_skid',
  'compute_container',
  'grid_container',
]
/** From the corner of an enclosure to the ring, m. Source: design choice. */
export const BOND_LENGTH_M = 5

/** Bonds by kind: one where the enclosure is small, two at diagonal corners otherwise. */
const BOND_SLOTS: Partial<Record<ModuleKind, readonly string[]>> = {
  compute_container: ['G1', 'G2'],
  grid_container: ['G1', 'G2'],
  heat_rejection_unit: ['G1'],
  unit_transformer: ['G1', 'G2'],
  bess_unit: ['G1', 'G2'],
  bess_skid: ['G1', 'G2'],
}

/** Bonds of every enclosure of the block to its earth ring. */
export function bonds(wiring: Wiring): Connection[] {
  const ring = onlyOf(wiring, 'earth_ring')
  return Object.entries(BOND_SLOTS).flatMap(([kind, slots]) =>
    modulesOf(wiring, kind as ModuleKind).flatMap((module) =>
      slots.map((slot, i) => bond(wiring, module, ring, slot, i + 1)),
    ),
  )
}

function bond(
  wiring: Wiring,
  module: SiteModule,
  ring: SiteModule,
  slot: string,
  number: number,
): Connection {
  const conductor = conductorOf(DERIVING.includes(module.kind) ? LARGEST_ELECTRODE_AWG : BOND_AWG)
  return connection({
    connection_id: connectionId('G', module.designation, 'SITE', `0${number}`),
    service: 'earth',
    description: `Bond ${number} of ${module.designation} to the earth ring`,
    block_id: wiring.block.block_id,
    ...mated(wiring, module, ring, slot),
    length: fixedLength(BOND_LENGTH_M, 'LE-EARTH-01: fixed, enclosure corner to ring'),
    cable: plainCable('Bare Cu stranded', {
      size_awg: conductor.awg,
      size_mm2: conductor.mm2,
      mass_kg_per_m: roundTo(conductor.mm2 * 0.00896, 2),
      min_bend_radius_mm: 100,
      colour_code: 'bare',
      install_method: 'direct buried',
    }),
  })
}
