/**
 * Qualifying countries whose components count as domestic for the Department of Defense. Source: `assumption`, DFARS
 * 225.872-1 as remembered; to be confirmed by the buyer. Not among them: KR, TW, MX, CN.
 */
const QUALIFYING: ReadonlySet<string> = new Set(
  'US AU AT BE CA CZ DK EG EE FI FR DE GR IL IT JP LV LT LU NL NO PL PT SI ES SE CH TR GB'.split(' '),
)

/** Whether a product of this country counts as domestic under DFARS. */
export function isQualifying(country: string): boolean {
  return QUALIFYING.has(country)
}
