import { expect, test } from 'vitest'

import * as bom from './index.ts'

test('the public face', () => {
  expect(Object.keys(bom).sort()).toEqual([
    'buildBom',
    'buildSchedule',
    'renderBomXlsx',
    'renderScheduleXlsx',
  ])
})
