import { expect, test } from 'vitest'

import { conductorsText } from './conductors-text.ts'

const cable = {
  cores_count: 1,
  cables_per_set_count: 1,
  sets_count: 1,
  neutrals_count: 0,
  size_awg: '4/0',
  size_mm2: 107.2,
  earth_size_awg: null,
}

test.each([
  [{}, '1 x 4/0 AWG'],
  [{ cables_per_set_count: 4, neutrals_count: 1, earth_size_awg: '4' }, '3 x 4/0 AWG + N + 4 AWG E'],
  [{ cables_per_set_count: 3, size_awg: '3/0' }, '3 x 3/0 AWG'],
  [{ cores_count: 3, size_awg: '10', earth_size_awg: '10' }, '3 x 10 AWG + 10 AWG E'],
  [{ cores_count: 2, neutrals_count: 1, size_awg: '12', earth_size_awg: '12' }, '1 x 12 AWG + N + 12 AWG E'],
  [{ cores_count: 2, size_awg: '250 kcmil', earth_size_awg: '2' }, '2 x 250 kcmil + 2 AWG E'],
  [
    {
      sets_count: 5,
      cables_per_set_count: 4,
      neutrals_count: 1,
      size_awg: '500',
      earth_size_awg: '250 kcmil',
    },
    '5 sets of 3 x 500 kcmil + N + 250 kcmil E',
  ],
  [{ cores_count: 12, size_awg: null, size_mm2: 1.5 }, '12 x 1.5 mm2'],
])('%j is written %s', (changes, text) => {
  expect(conductorsText({ ...cable, ...changes })).toBe(text)
})
