import { roundTo, type Finding, type Typical } from '@edp/schemas'

import { SELECTIVE_RATIO } from '../electrical/grading.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted, plural } from './counted.ts'

/** Two breakers in series. */
interface Pair {
  readonly upper: string
  readonly upper_a: number
  readonly lower: string
  readonly lower_a: number
}

/** Breakers in series that are too alike: mains over their feeders, feeders of containers over the ways inside. */
export function selectivityFindings(input: FindingsInput): Finding[] {
  return [
    ...alike(
      'EL-015',
      mains(input),
      (n, worst) =>
        `${counted(n, 'main breaker')} ${plural(n, 'is set close to its', 'are set close to their')} largest feeder, ${worst}`,
    ),
    ...alike(
      'EL-016',
      containerFeeders(input),
      (n, worst) =>
        `${counted(n, 'feeder')} of compute containers ${plural(n, 'is', 'are')} set close to the largest way inside, ${worst}`,
    ),
  ]
}

function alike(
  code: 'EL-015' | 'EL-016',
  pairs: readonly Pair[],
  message: (count: number, worst: string) => string,
): Finding[] {
  const ratio = ({ upper_a, lower_a }: Pair): number => upper_a / lower_a
  const close = pairs.filter((pair) => ratio(pair) < SELECTIVE_RATIO).sort((a, b) => ratio(a) - ratio(b))
  const [worst] = close
  if (worst === undefined) return []
  return [
    finding(
      code,
      `${message(close.length, `${worst.upper} ${worst.upper_a} A over ${worst.lower} ${worst.lower_a} A`)}: below a ratio of ${SELECTIVE_RATIO} an overload may open both.`,
      close.map(({ upper }) => upper),
      { breakers: close.length, ratio: roundTo(ratio(worst), 2), least_ratio: SELECTIVE_RATIO },
    ),
  ]
}

function mains({ electrical }: FindingsInput): Pair[] {
  return electrical.blocks.flatMap((block) =>
    block.transformers.flatMap(({ secondary_breaker: main, bus_tag }): Pair[] => {
      const feeders = block.feeders.filter((feeder) => feeder.bus_tag === bus_tag)
      const largest = [...feeders].sort((a, b) => b.breaker.trip_a - a.breaker.trip_a)[0]
      return largest === undefined
        ? []
        : [
            {
              upper: main.tag,
              upper_a: main.trip_a,
              lower: largest.breaker.tag,
              lower_a: largest.breaker.trip_a,
            },
          ]
    }),
  )
}

function containerFeeders({ electrical, typicals }: FindingsInput): Pair[] {
  const feeders = electrical.blocks.flatMap((block) => block.feeders).filter(({ kind }) => kind === 'compute')
  return typicals
    .filter((typical) => typical.kind === 'compute_container')
    .flatMap((typical) => {
      const lower = largestWayInside(typical)
      const own = new Set(typical.module_ids)
      return lower === null
        ? []
        : feeders
            .filter(({ load_module_id }) => own.has(load_module_id ?? ''))
            .map(({ breaker }) => ({ upper: breaker.tag, upper_a: breaker.trip_a, ...lower }))
    })
}

function largestWayInside({ connections }: Typical): Pick<Pair, 'lower' | 'lower_a'> | null {
  const board = connections.find((c) => c.from.plate_id === 'CG' && c.service === 'power_lv')?.to.device
  const ways = connections.flatMap(({ from, power }) =>
    from.device === board && power?.protection_a != null
      ? [{ lower: power.protection_tag ?? '', lower_a: power.protection_a }]
      : [],
  )
  return ways.sort((a, b) => b.lower_a - a.lower_a)[0] ?? null
}
