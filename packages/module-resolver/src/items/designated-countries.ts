const codes = (text: string): readonly string[] => text.split(' ')

/**
 * Countries whose end products the Trade Agreements Act admits. Source: 48 CFR 52.225-5 and 52.225-23 "designated country",
 * by its four groups; accessions after the copy that was read are to be checked by the buyer.
 */
const GROUPS = {
  wto_gpa: codes(
    'AM AW AU AT BE BG CA HR CY CZ DK EE FI FR DE GR HK HU IS IE IL IT JP KR LV LI LT LU MT MD ME NL NZ NO PL PT RO SG SK SI ES SE CH TW UA GB',
  ),
  free_trade: codes('AU BH CL CO CR DO SV GT HN KR MX MA NI OM PA PE SG'),
  least_developed: codes(
    'AF AO BD BJ BT BF BI KH CF TD KM CD DJ GQ ER ET GM GN GW HT KI LA LS LR MG MW ML MR MZ NP NE RW WS ST SN SL SB SO SS TZ TL TG TV UG VU YE ZM',
  ),
  caribbean_basin: codes('AG AW BS BB BZ BQ VG CW DM GD GY HT JM MS KN LC VC SX TT'),
}

const DESIGNATED: ReadonlySet<string> = new Set(['US', ...Object.values(GROUPS).flat()])

/** Whether an end product of this country passes the Trade Agreements Act. */
export function isDesignated(country: string): boolean {
  return DESIGNATED.has(country)
}
