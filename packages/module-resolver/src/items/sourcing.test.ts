import { describe, expect, test } from 'vitest'

import { isDesignated } from './designated-countries.ts'
import { isSection154, isSection889 } from './excluded-makers.ts'
import { isQualifying } from './qualifying-countries.ts'
import { sourcingOf } from './sourcing.ts'

const TBC = 'TBC - supplier certificate'

test.each(['US', 'DE', 'JP', 'KR', 'TW', 'MX', 'BD', 'GB'])('TAA: %s is designated', (country) => {
  expect(isDesignated(country)).toBe(true)
})

test.each(['CN', 'IN', 'MY', 'TH', 'VN', 'ID', 'PH', 'BR', 'TR', 'AE', 'SA', 'RU', 'ZA'])(
  'TAA: %s is not designated',
  (country) => {
    expect(isDesignated(country)).toBe(false)
  },
)

test.each([
  ['DE', true],
  ['JP', true],
  ['KR', false],
  ['TW', false],
  ['MX', false],
])('DFARS: %s qualifies: %s', (country, qualifies) => {
  expect(isQualifying(country)).toBe(qualifies)
})

describe('section 154 and section 889', () => {
  test.each(['CATL', 'BYD', 'Envision Energy', 'AESC', 'EVE Energy', 'Gotion High-tech', 'Hithium'])(
    '%s',
    (maker) => {
      expect(isSection154(maker)).toBe(true)
    },
  )

  test.each(['Huawei', 'ZTE', 'Hytera', 'Hikvision', 'Dahua Technology'])('%s', (maker) => {
    expect(isSection889(maker)).toBe(true)
  })

  test('whole words only: EVENT POWER is not EVE Energy, and nobody is excluded without a name', () => {
    expect(isSection154('EVENT POWER', 'Catlin Cells', null)).toBe(false)
    expect(isSection889(null)).toBe(false)
  })
})

describe('status by tier', () => {
  const catl = { manufacturer: 'CATL', country_of_origin: 'CN', battery: true, cell_source: 'CATL' }

  test('commercial: nothing applies, the cells are noted', () => {
    const sourcing = sourcingOf('commercial', catl)
    expect(sourcing).toMatchObject({
      taa_status: 'not applicable',
      baa_status: 'not applicable',
      section_154: 'not applicable',
      excluded: false,
    })
    expect(sourcing.note).toContain('section 154')
  })

  test('federal: a product of China fails TAA and BAA and is excluded, section 154 is DoD only', () => {
    expect(sourcingOf('federal_civilian', catl)).toMatchObject({
      taa_status: 'fail',
      baa_status: 'fail',
      section_154: 'not applicable',
      dfars_qualifying: 'not applicable',
      excluded: true,
    })
  })

  test('DoD: it fails all of them', () => {
    expect(sourcingOf('dod_eligible', catl)).toMatchObject({
      taa_status: 'fail',
      section_154: 'fail',
      dfars_qualifying: 'fail',
      excluded: true,
    })
  })

  test('what is unknown stays with the supplier: never a pass, never a fail', () => {
    expect(sourcingOf('dod_eligible', { battery: true, telecom: true })).toMatchObject({
      country_of_origin: TBC,
      taa_status: TBC,
      baa_status: TBC,
      section_889: TBC,
      section_154: TBC,
      dfars_qualifying: TBC,
      excluded: false,
      supplier_certificate_required: true,
    })
  })

  test('US origin passes TAA; domestic content still needs the statement of the maker', () => {
    expect(sourcingOf('federal_civilian', { country_of_origin: 'US' })).toMatchObject({
      taa_status: 'pass',
      baa_status: TBC,
    })
  })

  test('telecommunication of a named maker fails section 889 in every government tier', () => {
    for (const tier of ['federal_civilian', 'dod_eligible'] as const)
      expect(sourcingOf(tier, { manufacturer: 'Dahua', telecom: true })).toMatchObject({
        section_889: 'fail',
        excluded: true,
      })
  })

  test('works by others have no origin', () => {
    expect(sourcingOf('dod_eligible', { by_others: true })).toMatchObject({
      country_of_origin: 'not applicable',
      supplier_certificate_required: false,
    })
  })
})
