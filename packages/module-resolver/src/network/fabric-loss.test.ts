import { describe, expect, test } from 'vitest'

import { channelLoss, FABRIC_LOSS, matedPairs } from './fabric-loss.ts'

describe('NE-LOSS-01: mated pairs and glass of a channel', () => {
  test.each([
    // Up-link, trunk, cord at the spine: the plate and the frame.
    [[13.5, 80, 5], 2, 0.74],
    // Two cords, two trunks and the fibres at both plates: five panels.
    [[13.5, 30, 5, 25, 13.5, 5], 5, 1.79],
    [[5], 0, 0],
  ])('%j m are %i pairs and %d dB', (parts_m, pairs, loss_db) => {
    const length_m = parts_m.reduce((sum, part) => sum + part, 0)
    expect(matedPairs({ parts_m })).toBe(pairs)
    expect(channelLoss(length_m, pairs)).toBe(loss_db)
  })

  test('five pairs of the standard grade, 0.75 dB each, would be above the budget that low-loss ones keep', () => {
    expect(5 * 0.75).toBeGreaterThan(FABRIC_LOSS.budget_db)
    expect(channelLoss(500, 5)).toBeLessThan(FABRIC_LOSS.budget_db)
  })
})
