import type { AssemblySpec, ElectricalData, Finding } from '@edp/schemas'

import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted } from './counted.ts'

/** What the design asks of equipment, and what it is made for. */
interface Demand {
  readonly tag: string
  readonly device: string
  readonly needs_a: number
  readonly needs_ka: number
  readonly made_for: Pick<ElectricalData, 'rated_a' | 'withstand_ka'>
}

/** Equipment of the catalogue that is made for less than the design asks of it: its rating, or its short-circuit rating. */
export function boardFindings(input: FindingsInput): Finding[] {
  const weak = [...blockBoards(input), ...insideBoards(input), ...incomers(input)].filter(
    ({ needs_a, needs_ka, made_for }) =>
      needs_a > (made_for.rated_a ?? Infinity) || needs_ka > (made_for.withstand_ka ?? Infinity),
  )
  const [worst] = [...weak].sort((a, b) => b.needs_ka - a.needs_ka || b.needs_a - a.needs_a)
  if (worst === undefined) return []
  const { device, made_for } = worst
  const figures = {
    equipment: weak.length,
    needs_a: worst.needs_a,
    needs_ka: worst.needs_ka,
    catalogue_a: made_for.rated_a ?? '-',
    catalogue_ka: made_for.withstand_ka ?? '-',
  }
  return [
    finding(
      'EL-010',
      `Equipment of the catalogue is made for less than the design needs in ${counted(weak.length, 'place')}; ${worst.tag} needs ${ratingText(figures.needs_a, figures.needs_ka)}, ${device} is made for ${ratingText(figures.catalogue_a, figures.catalogue_ka)}.`,
      weak.map(({ tag }) => tag),
      figures,
    ),
  ]
}

const ratingText = (a: number | string, ka: number | string): string => `${a} A and ${ka} kA`

const dataOf = (spec: AssemblySpec | null, device: string): ElectricalData | undefined =>
  spec?.components.find((component) => component.id === device)?.electrical

/** Switchgear of the grid container against the buses of each block. */
function blockBoards({ electrical, grid }: FindingsInput): Demand[] {
  const [mv, lv] = [dataOf(grid, 'MVSG'), dataOf(grid, 'LVS')]
  return electrical.blocks.flatMap(({ mv_bus, lv_buses }) => [
    ...(mv === undefined || mv_bus === null ? [] : [busDemand(mv_bus, 'MVSG', mv)]),
    ...(lv === undefined ? [] : lv_buses.map((bus) => busDemand(bus, 'LVS', lv))),
  ])
}

function busDemand(
  { tag, rating_a, withstand_ka }: { tag: string; rating_a: number; withstand_ka: number },
  device: string,
  made_for: ElectricalData,
): Demand {
  return { tag, device, needs_a: rating_a, needs_ka: withstand_ka, made_for }
}

/** Boards and transfer switches inside the containers: breaker that feeds their ways, prospective current. */
function insideBoards({ typicals, compute, grid }: FindingsInput): Demand[] {
  return typicals.flatMap((typical) => {
    const spec = typical.kind === 'compute_container' ? compute : grid
    return typical.equipment.flatMap(({ device, withstand_ka }): Demand[] => {
      const data = dataOf(spec, device)
      if (data === undefined || withstand_ka === null || device === 'LVS' || device === 'MVSG') return []
      const feeding = typical.connections.filter((c) => c.to.device === device)
      const needs_a = Math.max(0, ...feeding.map((c) => c.power?.protection_a ?? 0))
      return [{ tag: device, device, needs_a, needs_ka: withstand_ka, made_for: data }]
    })
  })
}

/** Incoming devices of the containers, as the design sizes them, against the bus that they stand on. */
function incomers({ typicals, compute }: FindingsInput): Demand[] {
  return typicals.flatMap(({ equipment, designations }) =>
    equipment.flatMap(({ device, incomers: devices }) =>
      devices.map(({ port, rated_a }) => ({
        tag: `${port} of ${designations}`,
        device,
        needs_a: rated_a,
        needs_ka: 0,
        made_for: { rated_a: dataOf(compute, device)?.rated_a ?? Infinity },
      })),
    ),
  )
}
