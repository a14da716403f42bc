import type { BlockElectrical, EmergencyOff, Interlock, Scope } from '@edp/schemas'

import { earthSources } from './earth-sources.ts'
import { emergencyRule } from './emergency-off.ts'
import { islandRules } from './island-protection.ts'
import { islandShedding } from './island-shedding.ts'

export type Switching = Pick<
  BlockElectrical,
  'demand_kw' | 'supplies' | 'transformers' | 'bus_ties' | 'bess_branches' | 'earthing_transformer'
>

/** First letters of the tags. */
const LETTERS = { key: 'K', electrical: 'E', emergency: 'EPO' } as const satisfies Record<
  Interlock['kind'],
  string
>

/** What decides the interlocks beside the equipment. */
interface InterlockFacts {
  readonly apart: boolean
  readonly redundant: boolean
  readonly scope: Scope
  /** Number of the block: trapped keys of two blocks must not pass for each other. */
  readonly ordinal: number
  /** null where the switchgear is BY OTHERS. */
  readonly emergency_off: EmergencyOff | null
}

/** Rule of a block whose transformers do not carry it with one of them out of service. */
const SHEDDING_RULE =
  'A main that is lost sheds load first: transfer to another section and closing of a tie are blocked where the main that remains would be above its setting.'

/** Numbers that a block has for its interlocks: K1 in the first one, K101 in the second. */
const NUMBERS_OF_A_BLOCK = 100

/**
 * Interlocks of a block's switchgear: isolator with its breaker, sources with each other and with the bus, earthing transformer with the
 * sources that earth the bus, main with its transformer feeder, tie with its two mains. Source: design choice after IEEE
 * C37.20.2 and common practice; the parallel operation of sources is the utility's to allow. `apart` says that utility and on-site source never run in parallel, `redundant`
 * that the transformers carry the demand with one of them out of service.
 */
export function interlocksOf(
  block: Switching,
  { apart, redundant, scope, ordinal, emergency_off }: InterlockFacts,
): Interlock[] {
  const before = (ordinal - 1) * NUMBERS_OF_A_BLOCK
  const numbers = { key: before, electrical: before, emergency: before }
  const interlock = (
    kind: Interlock['kind'],
    devices: readonly string[],
    rule: string,
    sheds_load = false,
  ): Interlock => ({
    tag: `${LETTERS[kind]}${(numbers[kind] += 1)}`,
    kind,
    devices,
    sheds_load,
    rule,
    scope,
  })
  const { supplies, transformers, bus_ties } = block
  const [first, ...others] = supplies
  const checked = [...supplies, ...block.bess_branches]
    .filter(({ breaker }) => breaker.functions.includes('25'))
    .map(({ breaker }) => breaker.tag)
  return [
    ...supplies.map((supply) =>
      interlock(
        'key',
        [supply.isolator_tag, supply.breaker.tag],
        `${supply.isolator_tag} moves only while ${supply.breaker.tag} is open.`,
      ),
    ),
    ...(first === undefined || !apart ? [] : others).map((supply) =>
      interlock(
        'electrical',
        [first?.breaker.tag ?? '', supply.breaker.tag],
        `${first?.breaker.tag ?? ''} and ${supply.breaker.tag} are never closed together.`,
      ),
    ),
    ...(checked.length < 2
      ? []
      : [
          interlock(
            'electrical',
            checked,
            `${checked.join(', ')} close on a live bus only in synchronism (25), whatever feeds it.`,
          ),
        ]),
    ...[...earthSources(block), ...islandShedding(block), ...islandRules(block)].map(({ devices, rule }) =>
      interlock('electrical', devices, rule),
    ),
    ...transformers.map((transformer) =>
      interlock(
        'electrical',
        [transformer.primary_breaker.tag, transformer.secondary_breaker.tag],
        `${transformer.secondary_breaker.tag} closes only while ${transformer.primary_breaker.tag} is closed.`,
      ),
    ),
    ...bus_ties.map((tie, index) => {
      const mains = transformers.slice(index, index + 2).map((t) => t.secondary_breaker.tag)
      return interlock(
        'key',
        [...mains, tie.tag],
        `At most two of ${[...mains, tie.tag].join(', ')} are closed: transformers never run in parallel.`,
      )
    }),
    ...bus_ties.slice(1).map((tie, index) => {
      const before = bus_ties[index]?.tag ?? ''
      return interlock(
        'key',
        [before, tie.tag],
        `${before} and ${tie.tag} are never closed together: no two mains meet over an open one between them.`,
      )
    }),
    ...(transformers.length > 1 && !redundant
      ? [
          interlock(
            'electrical',
            [...transformers.map((t) => t.secondary_breaker.tag), ...bus_ties.map((t) => t.tag)],
            SHEDDING_RULE,
            true,
          ),
        ]
      : []),
    ...(emergency_off === null
      ? []
      : [interlock('emergency', emergency_off.blocks, emergencyRule(emergency_off))]),
  ]
}

/** Tags of the interlocks of a block that shed load and block the transfer of its containers. */
export function sheddingTags({ interlocks }: Pick<BlockElectrical, 'interlocks'>): string[] {
  return interlocks.filter(({ sheds_load }) => sheds_load).map(({ tag }) => tag)
}
