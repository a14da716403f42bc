import { americanSize, type Scope, type SiteItem, type Transformer } from '@edp/schemas'

import { contactsOrder, sensorOrder } from '../electrical/transformer-contacts.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'

/** Unit transformers with their bonding jumpers, and the earthing transformer of each block that has one. */
export function transformerItems(input: ItemsInput): SiteItem[] {
  return [...unitTransformers(input), ...bondingJumpers(input), ...earthingTransformers(input)]
}

function unitTransformers(input: ItemsInput): SiteItem[] {
  const mass = modulesOf(input, 'unit_transformer')[0]?.mass_kg ?? null
  return input.electrical.blocks.flatMap((block) =>
    block.transformers.map((t) => {
      const byOthers = t.primary_breaker.scope === 'by_others'
      return siteItem(input, {
        item_id: t.tag,
        tag: t.tag,
        level: 'equipment',
        category: 'power',
        block_id: block.block_id,
        module_kind: byOthers ? 'customer_switchgear' : 'unit_transformer',
        module_ids: [t.module_id],
        description: byOthers
          ? 'Transformer of the customer, rating required'
          : 'Unit transformer, pad-mounted, less-flammable liquid',
        rating: transformerRating(t),
        scope: byOthers ? 'by_others' : 'bought_in',
        unit: 'ea',
        quantity_per_module: 1,
        quantity: 1,
        unit_mass_kg: byOthers ? null : mass,
        spec_ref: 'EL-TRAFO-01',
      })
    }),
  )
}

/** Neutrals of transformers that are earthed alike. */
interface NeutralPlace {
  readonly awg: string
  /** Of the customer's conductor to earth; null where it is ours. */
  readonly electrode_awg: string | null
  readonly scope: Scope
  readonly module_ids: string[]
}

/** Bonding jumpers stand where the neutrals are earthed: at the transformers, those of the customer too. */
function bondingJumpers(input: ItemsInput): SiteItem[] {
  const places = new Map<string, NeutralPlace>()
  for (const t of input.electrical.blocks.flatMap((b) => b.transformers)) {
    const { bonding_jumper_awg: awg, electrode, module_id } = t
    const { scope } = t.primary_breaker
    if (awg === null) continue
    // Ours is a row of the cable schedule; that of the customer has none.
    const electrode_awg = electrode?.connection_id === null ? electrode.size_awg : null
    const key = `${awg} ${electrode_awg} ${scope}`
    const place = places.get(key) ?? { awg, electrode_awg, scope, module_ids: [] }
    place.module_ids.push(module_id)
    places.set(key, place)
  }
  return [...places.values()].map(({ awg, electrode_awg, scope, module_ids }, index) =>
    siteItem(input, {
      item_id: `bonding-jumper-${index + 1}`,
      level: 'part',
      category: 'power',
      module_kind: scope === 'by_others' ? 'customer_switchgear' : 'unit_transformer',
      module_ids,
      description:
        scope === 'by_others'
          ? 'System bonding jumper at the neutral of a transformer of the customer, copper, with its grounding electrode conductor'
          : 'System bonding jumper at the neutral of a unit transformer, copper',
      rating: `${americanSize(awg)}${electrode_awg === null ? '' : `, electrode conductor ${americanSize(electrode_awg)}`}`,
      scope,
      unit: 'ea',
      quantity_per_module: 1,
      quantity: module_ids.length,
      spec_ref: 'EL-EARTH-02',
    }),
  )
}

function transformerRating(t: Transformer): string {
  return `${t.rating_kva} kVA, ${t.primary_v / 1000}/${t.secondary_v / 1000} kV, ${t.impedance_pct} %, ${t.vector_group}, ${t.cooling}, ${contactsOrder(t.contacts)}${sensorOrder(t)}`
}

function earthingTransformers(input: ItemsInput): SiteItem[] {
  return input.electrical.blocks.flatMap(({ block_id, earthing_transformer: earthing }) =>
    earthing === null
      ? []
      : [
          siteItem(input, {
            item_id: earthing.tag,
            parent_item_id: 'grid_container',
            tag: earthing.tag,
            level: 'equipment',
            category: 'power',
            block_id,
            module_ids: [earthing.module_id],
            description: `Earthing transformer in the medium-voltage line-up, dry type, with ${earthing.resistor.tag}`,
            rating: `${earthing.connection}, ${earthing.voltage_v / 1000} kV, ${earthing.neutral_a} A in the neutral for ${earthing.duration_s} s, X0 at most ${earthing.reactance_ohm} ohm, ${earthing.short_time_kva} kVA for that time, ${earthing.continuous_kva} kVA continuous`,
            scope: earthing.scope,
            unit: 'ea',
            quantity_per_module: 1,
            quantity: 1,
            spec_ref: 'EL-EARTH-03',
          }),
        ],
  )
}
