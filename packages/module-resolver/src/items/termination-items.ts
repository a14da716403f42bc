import { compareText, roundTo, type CableDetail, type Connection, type SiteItem } from '@edp/schemas'

import { EARTH_RING } from '../electrical/earth-ring.ts'
import { controlEnds, gland, suppliedEnds, type Termination } from './control-ends.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** Spares of terminations, share. Source: design choice, as for all consumables, at least one of each. */
const SPARES = 0.02
/** Every hose ends twice. */
const ENDS = 2

/**
 * Lugs, MV terminations, glands, plugs, fibre kits and flange sets of everything that is installed on site, counted from the
 * connections between modules. What is inside a container comes with it; MPO trunks and couplings come made up.
 */
export function terminationItems(input: ItemsInput): SiteItem[] {
  const sums = new Map<string, Termination>()
  for (const connection of input.connections) {
    if (connection.scope === 'by_others') continue
    for (const part of terminationsOf(connection)) {
      const key = `${part.description}\u0000${part.rating}`
      sums.set(key, { ...part, quantity: part.quantity + (sums.get(key)?.quantity ?? 0) })
    }
  }
  return [...sums.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { quantity, ...part }], index) =>
      siteItem(input, {
        item_id: `site/termination-${index + 1}`,
        level: 'site',
        ...part,
        quantity_per_module: quantity,
        quantity,
        spare_quantity: Math.ceil(roundTo(quantity * SPARES, 6)),
        spec_ref: 'TE-KIT-01, counted from the cable and hose schedule',
      }),
    )
}

function terminationsOf(connection: Connection): Termination[] {
  const { cable, hose, service, quantity } = connection
  if (hose !== null) return flangeSets(connection)
  if (cable === null) return []
  const sets = quantity * cable.sets_count
  const ends = suppliedEnds(connection).length
  const earthLugs = earthLug(cable, connection)
  if (service === 'power_mv') return [...mvTerminations(connection, cable, sets), ...earthLugs]
  if (service === 'power_lv' || service === 'power_dc')
    return cable.cores_count > 1
      ? [gland(cable, sets * ends)]
      : [
          lug(
            'Two-hole compression lug, tinned copper',
            cable.size_awg,
            sets * cable.cables_per_set_count * ends,
          ),
          ...earthLugs,
        ]
  if (service === 'earth')
    return suppliedEnds(connection).map((termination) => earthEnd(termination, cable, sets))
  if (service === 'control') return controlEnds(connection, cable, sets)
  if (service === 'copper')
    return [
      {
        description: 'RJ45 field plug, Cat 6A, shielded, sealed for the plate end',
        rating: cable.type,
        unit: 'ea',
        quantity: quantity * ends,
        category: 'network',
      },
      {
        description:
          'Surge protective device of a data line outdoors, RJ45, Cat 6A, IEC 61643-21, at each end',
        rating: '1 Gbit/s',
        unit: 'ea',
        quantity: quantity * ends,
        category: 'network',
      },
    ]
  if (service === 'fibre' && !cable.type.includes('MPO'))
    return suppliedEnds(connection).map((termination) => fibreEnd(termination, cable, quantity))
  return []
}

/** A plug that the maker of the cable fits, or the splices of an open end on a fibre panel. */
function fibreEnd(termination: string, cable: CableDetail, quantity: number): Termination {
  const plugged = termination.includes('plug')
  return {
    description: plugged
      ? 'Sealed multi-fibre cable plug for its bulkhead on a plate, fitted by the maker of the cable, with cap'
      : 'Splice cassette of a fibre panel: LC pigtails, splice protectors, six LC duplex adapters',
    rating: `${cable.fibres_count ?? 0} fibres, OS2`,
    unit: plugged ? 'ea' : 'set',
    quantity,
    category: 'network',
  }
}

function lug(description: string, size: string | null, conductors: number): Termination {
  return {
    description,
    rating: sizeText(size),
    unit: 'ea',
    quantity: conductors,
    category: 'consumable',
  }
}

/** What joins a bond: a lug at the enclosure, a weld at the ring in the ground. */
function earthEnd(termination: string, cable: CableDetail, conductors: number): Termination {
  return termination === EARTH_RING.joint
    ? {
        description: 'Exothermic connection of a bond to the earth ring, mould and weld metal, for burial',
        rating: `${sizeText(cable.size_awg)} to ${EARTH_RING.awg} AWG`,
        unit: 'ea',
        quantity: conductors,
        category: 'consumable',
      }
    : lug('Compression lug for earthing, one hole M12, tinned copper', cable.size_awg, conductors)
}

function earthLug(cable: CableDetail, connection: Connection): Termination[] {
  return connection.earth_length_m === 0
    ? []
    : [
        lug(
          'Compression lug for earthing, one hole M12, tinned copper',
          cable.earth_size_awg,
          connection.quantity * cable.sets_count * suppliedEnds(connection).length,
        ),
      ]
}

/** A kit for each end, as the end asks for it: switchgear takes cold-shrink terminations, pad-mounted equipment elbows. */
function mvTerminations(connection: Connection, cable: CableDetail, sets: number): Termination[] {
  return suppliedEnds(connection).map((termination) => ({
    description: `Medium-voltage termination kit 15 kV for three singles: ${termination}`,
    rating: `${cable.size_awg ?? ''} copper`,
    unit: 'set',
    quantity: sets,
    category: 'consumable',
  }))
}

function sizeText(awg: string | null): string {
  if (awg === null) return ''
  return awg.endsWith('kcmil') ? awg : `${awg} AWG`
}

/** Gaskets and bolts of the flanged hoses, and the reducer before a smaller plate; other couplings bring their own seal. */
function flangeSets({ hose, quantity }: Connection): Termination[] {
  if (hose?.coupling.includes('flange') !== true) return []
  const sets = (dn: number, count: number): Termination => ({
    description: 'Flange set: EPDM gasket, bolts, nuts and washers A4',
    rating: `DN${dn} PN16, EN 1092-1`,
    unit: 'set',
    quantity: quantity * count,
    category: 'cooling',
  })
  const plateDn = Number(/reducer DN\d+\/DN(\d+)/.exec(hose.coupling)?.[1] ?? hose.dn)
  if (plateDn === hose.dn) return [sets(hose.dn, ENDS)]
  return [
    sets(hose.dn, ENDS),
    sets(plateDn, 1),
    {
      description: 'Concentric reducer 316L, flanged at both ends',
      rating: `DN${hose.dn}/DN${plateDn} PN16, EN 1092-1`,
      unit: 'ea',
      quantity,
      category: 'cooling',
    },
  ]
}
