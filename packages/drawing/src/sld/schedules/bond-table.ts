import type { Connection, SiteModel } from '@edp/schemas'

import { designationRange } from '../../sheet/designation-range.ts'
import type { Table } from '../../sheet/table.ts'
import { left, right, wrapped } from './cells.ts'

/** Bonds that are named one by one; of more the first and the last number stand for all. */
const NAMED_MAX = 12
/** Widest columns of modules and of numbers, mm: the table stands below a column of notes. */
const MODULES_MM = 40
const NUMBERS_MM = 66

/** Bonds of every enclosure to the earth ring, under their numbers in the cable schedule, alike ones in a row. */
export function bondTable(site: SiteModel): Table {
  const kinds = new Map(site.modules.map((module) => [module.module_id, module.kind]))
  const rings = new Set(site.modules.flatMap((m) => (m.kind === 'earth_ring' ? [m.module_id] : [])))
  const groups = new Map<string, Connection[]>()
  for (const bond of site.connections) {
    if (bond.service !== 'earth' || !rings.has(bond.to.module_id)) continue
    const key = `${kinds.get(bond.from.module_id) ?? ''} ${neutralText(bond)} ${bond.cable?.size_awg ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [bond])
    else group.push(bond)
  }
  return {
    title: 'BONDS TO THE EARTH RING',
    columns: [
      wrapped('Enclosure', MODULES_MM),
      right('Bonds'),
      left('Conductor'),
      wrapped('Cable schedule', NUMBERS_MM),
    ],
    rows: [...groups.values()].map((bonds) => ({
      cells: [
        `${designationRange([...new Set(bonds.map((bond) => bond.from.designation))])}${bonds[0] === undefined ? '' : neutralText(bonds[0])}`,
        String(bonds.length),
        `${bonds[0]?.cable?.size_awg ?? ''} AWG bare Cu`,
        numbersText(bonds.map((bond) => bond.connection_id)),
      ],
    })),
  }
}

/** Grounding electrode conductors start at the neutral, not at the enclosure. */
function neutralText({ from }: Connection): string {
  return from.slot === 'X0' ? ', neutral X0' : ''
}

function numbersText(numbers: readonly string[]): string {
  return numbers.length <= NAMED_MAX ? numbers.join(', ') : `${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}`
}
