import { expect, test } from 'vitest'

import { COOLING_SITES_PATH, coolingSitesText, repositoryText } from '../src/index.ts'

// Not by its difference: a third of a megabyte helps nobody.
test('the sites that the cooling diagram is tested with are those that are engineered today (npm run fixtures)', () => {
  expect(repositoryText(COOLING_SITES_PATH) === coolingSitesText()).toBe(true)
})
