/** Random numbers that come again with the same seed, so that a run that failed can be repeated. */
export function randomNumbers(seed: number): {
  readonly next: () => number
  readonly below: (n: number) => number
} {
  let state = seed >>> 0
  // mulberry32, by Tommy Ettinger, public domain
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, below: (n) => Math.floor(next() * n) }
}

/** The seed of this run: EDP_TEST_SEED, or another one each time, which is printed. */
export function seedOfRun(): number {
  const given = process.env['EDP_TEST_SEED'] ?? ''
  return given === '' ? Date.now() % 2 ** 31 : Number(given)
}
