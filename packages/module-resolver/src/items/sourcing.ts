import type { AssemblyPart, ItemSourcing, SourcingTier } from '@edp/schemas'

import { isDesignated } from './designated-countries.ts'
import { isSection154, isSection889, SECTION_889_NOTE } from './excluded-makers.ts'
import { isQualifying } from './qualifying-countries.ts'

type Status = ItemSourcing['taa_status']

/** What nobody can know before the supplier has certified it. */
const TBC = 'TBC - supplier certificate'
const NOT_APPLICABLE = 'not applicable'

/** Which rules each tier asks for. */
const RULES = {
  commercial: { trade_agreements: false, section_889: false, section_154: false, dfars: false },
  federal_civilian: { trade_agreements: true, section_889: true, section_154: false, dfars: false },
  dod_eligible: { trade_agreements: true, section_889: true, section_154: true, dfars: true },
} as const satisfies Record<SourcingTier, Record<string, boolean>>

/** What is known of an item before its tier is looked at. */
export interface Origin {
  readonly manufacturer?: string | null
  /** ISO 3166 code; `null` when only the supplier's certificate can tell. */
  readonly country_of_origin?: string | null
  readonly telecom?: boolean
  readonly battery?: boolean
  /** Who makes the cells of a battery. */
  readonly cell_source?: string
  readonly by_others?: boolean
  readonly excluded?: boolean
  readonly note?: string
}

/** Procurement status of an item in a tier. Nothing is certified here: what is unknown stays for the supplier. */
export function sourcingOf(tier: SourcingTier, origin: Origin): ItemSourcing {
  if (origin.by_others === true) return byOthers(tier)
  const rules = RULES[tier]
  const country = origin.country_of_origin ?? null
  const maker = origin.manufacturer ?? null
  const excludedCells = origin.battery === true && isSection154(maker, origin.cell_source ?? null)
  const taa = status(rules.trade_agreements, country === null ? null : isDesignated(country))
  const s154 = status(rules.section_154 && origin.battery === true, excludedCells ? false : null)
  const s889 = status(rules.section_889 && origin.telecom === true, isSection889(maker) ? false : null)
  const excluded = origin.excluded === true || [taa, s154, s889].includes('fail')
  return {
    tier,
    country_of_origin: country ?? TBC,
    taa_status: taa,
    // Domestic content is a share of cost: a foreign product fails, a US product still needs the maker's statement.
    baa_status: status(rules.trade_agreements, country === null || country === 'US' ? null : false),
    section_889: s889,
    section_154: s154,
    dfars_qualifying: status(rules.dfars, country === null ? null : isQualifying(country)),
    excluded,
    supplier_certificate_required: tier !== 'commercial' || origin.battery === true,
    note: noteOf(origin, excluded, excludedCells, s889 === TBC),
  }
}

function status(applies: boolean, ok: boolean | null): Status {
  if (!applies) return NOT_APPLICABLE
  return ok === null ? TBC : ok ? 'pass' : 'fail'
}

function noteOf(origin: Origin, excluded: boolean, excludedCells: boolean, asks889: boolean): string {
  const own = origin.note ?? ''
  const notes = [
    own,
    // The catalogue says it of its own parts; what the design adds has nobody else to say it.
    asks889 && !own.includes('section 889') ? SECTION_889_NOTE : '',
    excluded ? 'Not procurable in this tier without an exception: replace it or document the exception.' : '',
    excludedCells && !excluded ? 'Cells of a maker that section 154 excludes from DoD purchases.' : '',
    origin.battery === true ? 'Cell source to be verified by supplier certificate.' : '',
  ]
  return notes.filter((note) => note !== '').join(' ')
}

function byOthers(tier: SourcingTier): ItemSourcing {
  return {
    tier,
    country_of_origin: NOT_APPLICABLE,
    taa_status: NOT_APPLICABLE,
    baa_status: NOT_APPLICABLE,
    section_889: NOT_APPLICABLE,
    section_154: NOT_APPLICABLE,
    dfars_qualifying: NOT_APPLICABLE,
    excluded: false,
    supplier_certificate_required: false,
    note: '',
  }
}

/** Origin of a catalogue part in a tier, with what the catalogue says for that tier. */
export function originOf(part: AssemblyPart, tier: SourcingTier): Origin {
  const special = part.sourcing?.[tier] ?? {}
  const notes = [
    special.replaced_by === undefined ? '' : `Bought instead in this tier: ${special.replaced_by}.`,
    special.note ?? '',
  ]
  return {
    manufacturer: special.manufacturer ?? part.manufacturer,
    country_of_origin: special.country_of_origin ?? part.country_of_origin,
    telecom: part.telecom,
    battery: part.battery,
    by_others: part.scope === 'by_others',
    excluded: special.excluded === true && special.replaced_by === undefined,
    note: notes.filter((note) => note !== '').join(' '),
  }
}
