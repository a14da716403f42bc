import { roundTo, type AlarmLimit } from '@edp/schemas'

type Limit = AlarmLimit['limit']

/** What a limit has besides its value, where it has. */
type Circumstances = Partial<Pick<AlarmLimit, 'follows' | 'when'>>

/** Decimals that a unit is printed with; others in whole figures. pH has no unit. */
const DECIMALS: Readonly<Record<string, number>> = { bar: 1, '': 1 }

/** A limit in a unit, rounded to what is printed. */
export function alarm(
  limit: Limit,
  value: number | null,
  unit: string,
  { follows = '', when = '' }: Circumstances = {},
): AlarmLimit {
  return { limit, value: value === null ? null : roundTo(value, decimalsOf(unit)), unit, follows, when }
}

/** Limits in words: those with the same unit have it once, behind the last of them. */
export function alarmText(limits: readonly AlarmLimit[]): string {
  return limits.map((one, index) => wordsOf(one, limits[index + 1])).join(', ')
}

function wordsOf(one: AlarmLimit, next: AlarmLimit | undefined): string {
  const { limit, unit, follows, when } = one
  const figure = one.value?.toFixed(decimalsOf(unit))
  if (follows !== '')
    return `${limit} ${figure === undefined ? follows : `the higher of ${follows} and ${figure} ${unit}`}`
  const shared = next !== undefined && plain(next) && next.unit === unit && when === ''
  return [limit, figure, shared ? '' : unit, when].filter(Boolean).join(' ')
}

function plain({ follows }: AlarmLimit): boolean {
  return follows === ''
}

function decimalsOf(unit: string): number {
  return DECIMALS[unit] ?? 0
}
