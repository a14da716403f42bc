import { conductorsText, type CableDetail, type Connection, type SiteItem } from '@edp/schemas'

import { SIGNAL_AWG } from '../connections/cable-details.ts'

/** What terminates one connection: how many of what. */
export interface Termination {
  readonly description: string
  readonly rating: string
  readonly unit: SiteItem['unit']
  readonly quantity: number
  readonly category: 'consumable' | 'cooling' | 'network'
}

/** A plug for each end on a connector, a gland for every other, and surge protection of what carries signals. */
export function controlEnds(connection: Connection, cable: CableDetail, cables: number): Termination[] {
  return suppliedEnds(connection).flatMap((termination) => [
    ...signalSurge(cable, cables),
    cableEnd(termination, cable, cables),
  ])
}

/** Circuits of 24 V between modules; the coils of breakers and current transformers have heavier conductors. */
function signalSurge(cable: CableDetail, cables: number): Termination[] {
  return cable.size_awg === SIGNAL_AWG
    ? [
        {
          description:
            'Surge protective device of a signal circuit outdoors, IEC 61643-21, for each pair at each end',
          rating: '24 V DC, 4-20 mA or contact',
          unit: 'ea',
          quantity: (cables * cable.cores_count) / 2,
          category: 'consumable',
        },
      ]
    : []
}

function cableEnd(termination: string, cable: CableDetail, cables: number): Termination {
  return termination.endsWith(' connector')
    ? {
        description: `${termination.replace(/ connector$/, '')} cable plug with contacts and screen clamp`,
        rating: multicore(cable),
        unit: 'ea',
        quantity: cables,
        category: 'consumable',
      }
    : gland(cable, cables)
}

/** Terminations of the two ends, without those that the owner of an end brings. */
export function suppliedEnds({ from, to }: Connection): string[] {
  return [from.termination, to.termination].filter((termination) => !termination.endsWith(', by others'))
}

export function gland(cable: CableDetail, quantity: number): Termination {
  return {
    description: 'Cable gland with locknut and conductor ferrules',
    rating: multicore(cable),
    unit: 'ea',
    quantity,
    category: 'consumable',
  }
}

function multicore(cable: CableDetail): string {
  return `${cable.type}, ${conductorsText(cable)}`
}
