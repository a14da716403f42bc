import type { AssemblySpec, ItemSourcing, SourcingTier } from '@edp/schemas'

type Part = AssemblySpec['bom'][number]

const TBC = 'TBC - supplier certificate'

/** Designated countries of 48 CFR 52.225-23: WTO GPA, free trade, least developed and Caribbean Basin countries. */
const DESIGNATED = new Set(
  'AM AW AU AT BE BG CA HR CY CZ DK EE FI FR DE GR HK HU IS IE IL IT JP KR LV LI LT LU MT MD ME NL NZ NO PL PT RO SG SK SI ES SE CH TW UA GB BH CL CO CR DO SV GT HN MX MA NI OM PA PE AF AO BD BJ BT BF BI KH CF TD KM CD DJ GQ ER ET GM GN GW HT KI LA LS LR MG MW ML MR MZ NP NE RW WS ST SN SL SB SO SS TZ TL TG TV UG VU YE ZM AG BS BB BZ BQ VG CW DM GD GY JM MS KN LC VC SX TT US'.split(
    ' ',
  ),
)

/** Qualifying countries of DFARS 225.872 (from memory: assumption, to be confirmed by the buyer). */
const QUALIFYING = new Set(
  'US AU AT BE CA CZ DK EG EE FI FR DE GR IL IT JP LV LT LU NL NO PL PT SI ES SE CH TR GB'.split(' '),
)

/** Battery makers excluded from DoD purchases by section 154 of the NDAA for fiscal year 2024. */
const SECTION_154 = ['CATL', 'BYD', 'Envision', 'AESC', 'EVE', 'Gotion', 'Hithium']

/** What is known of a part before its tier is looked at. */
export interface Origin {
  readonly manufacturer: string | null
  readonly country_of_origin: string | null
  readonly telecom: boolean
  readonly battery: boolean
  readonly by_others: boolean
  readonly excluded?: boolean
  readonly note?: string
}

/** Procurement status of an item in a tier; what nobody can know is for the supplier's certificate. */
export function sourcingOf(tier: SourcingTier, origin: Origin): ItemSourcing {
  const federal = tier !== 'commercial'
  const country = origin.country_of_origin
  const excludedCells =
    origin.battery && SECTION_154.some((name) => (origin.manufacturer ?? '').includes(name))
  const judge = (applies: boolean, ok: boolean | null): ItemSourcing['taa_status'] =>
    !applies || origin.by_others ? 'not applicable' : ok === null ? TBC : ok ? 'pass' : 'fail'
  const taa = judge(federal, country === null ? null : DESIGNATED.has(country))
  const section154 = judge(tier === 'dod_eligible' && origin.battery, excludedCells ? false : null)
  const failing = taa === 'fail' || section154 === 'fail' || origin.excluded === true
  return {
    tier,
    country_of_origin: origin.by_others ? 'not applicable' : (country ?? TBC),
    taa_status: taa,
    baa_status: judge(federal, country === null ? null : country === 'US' ? null : false),
    section_889: judge(federal && origin.telecom, null),
    section_154: section154,
    dfars_qualifying: judge(tier === 'dod_eligible', country === null ? null : QUALIFYING.has(country)),
    excluded: failing,
    supplier_certificate_required: !origin.by_others,
    note: [
      origin.note ?? '',
      failing ? 'Not procurable in this tier without an exception: replace or document the exception.' : '',
      excludedCells && !federal ? 'Cells of a maker that section 154 excludes for DoD.' : '',
    ]
      .filter((t) => t !== '')
      .join(' '),
  }
}

/** Origin of a part of the catalogue in a tier. */
export function originOf(part: Part, tier: SourcingTier): Origin {
  const special = part.sourcing?.[tier]
  return {
    manufacturer: special?.manufacturer ?? part.manufacturer,
    country_of_origin: special?.country_of_origin ?? part.country_of_origin,
    telecom: part.telecom,
    battery: part.battery,
    by_others: part.scope === 'by_others',
    ...(special?.excluded === undefined ? {} : { excluded: special.excluded }),
    ...(special?.note === undefined ? {} : { note: special.note }),
  }
}
