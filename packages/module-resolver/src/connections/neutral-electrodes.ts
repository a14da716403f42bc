import { roundTo, type Connection, type ModuleKind } from '@edp/schemas'

import { electrodeConductor, NEUTRAL } from '../electrical/bonding-jumpers.ts'
import { BOND_LENGTH_M } from './bonds.ts'
import { plainCable } from './cable-details.ts'
import { connectionId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { fixedLength } from './lengths.ts'
import { interfaceKey } from './ports.ts'
import { mated, moduleOf, onlyOf, type Wiring } from './wiring.ts'

/**
 * Grounding electrode conductors from the neutrals of the unit transformers to the earth ring, where the bonding jumpers are (NEC 2023,
 * 250.30(A)(5)), each by the conductors of its secondary, all sets of a phase together (Table 250.66). Those of the customer are his.
 * A unit transformer of a catalogue without a neutral towards the ring has none.
 */
export function neutralElectrodes(wiring: Wiring, secondaries: readonly Connection[]): Connection[] {
  const ring = onlyOf(wiring, 'earth_ring')
  return wiring.electrical.transformers.flatMap((transformer) => {
    const secondary = secondaries.find((c) => c.connection_id === transformer.secondary_connection_id)?.cable
    if (secondary?.size_mm2 == null) return []
    const { awg, mm2 } = electrodeConductor(secondary.size_mm2 * secondary.sets_count)
    const module = moduleOf(wiring, transformer.module_id)
    if (!hasNeutral(wiring, module.kind)) return []
    return connection({
      connection_id: connectionId('G', module.designation, 'SITE', NEUTRAL),
      service: 'earth',
      description: `Grounding electrode conductor of ${module.designation}, neutral to the earth ring`,
      block_id: wiring.block.block_id,
      ...mated(wiring, module, ring, NEUTRAL),
      length: fixedLength(BOND_LENGTH_M, 'LE-EARTH-01: fixed, enclosure corner to ring'),
      cable: plainCable('Bare Cu stranded', {
        size_awg: awg,
        size_mm2: mm2,
        mass_kg_per_m: roundTo(mm2 * 0.00896, 2),
        min_bend_radius_mm: 100,
        colour_code: 'bare',
        install_method: 'direct buried',
      }),
    })
  })
}

function hasNeutral({ ports }: Wiring, kind: ModuleKind): boolean {
  return ports.get(kind)?.byInterface.has(interfaceKey(NEUTRAL, 'earth_ring', undefined)) === true
}
