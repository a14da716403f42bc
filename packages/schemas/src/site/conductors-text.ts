import type { CableDetail } from './connection-details.ts'

type Conductors = Pick<
  CableDetail,
  | 'cores_count'
  | 'cables_per_set_count'
  | 'sets_count'
  | 'neutrals_count'
  | 'size_awg'
  | 'size_mm2'
  | 'earth_size_awg'
>

/**
 * Conductors of a circuit as every document writes them: `2 sets of 3 x 4/0 AWG + N + 4 AWG E`. The neutral has the size of
 * the phases; direct current has its two poles in the place of the phases. Sizes are AWG or kcmil where they are known, else mm2.
 *
 * @example conductorsText(cable) // '3 x 10 AWG + 10 AWG E'
 */
export function conductorsText(cable: Conductors): string {
  const sets = cable.sets_count === 1 ? '' : `${cable.sets_count} sets of `
  return `${sets}${setText(cable)}`
}

/** Conductors of one set, or cores of one cable. */
function setText(cable: Conductors): string {
  const phases = cable.cores_count * cable.cables_per_set_count - cable.neutrals_count
  const size = cable.size_awg === null ? `${cable.size_mm2 ?? '-'} mm2` : americanSize(cable.size_awg)
  return [
    `${phases} x ${size}`,
    ...Array.from({ length: cable.neutrals_count }, () => 'N'),
    ...(cable.earth_size_awg === null ? [] : [`${americanSize(cable.earth_size_awg)} E`]),
  ].join(' + ')
}

/** AWG and kcmil sizes as they are written: `4/0 AWG`, `500 kcmil`; a bare `500` is kcmil too. */
export function americanSize(size: string): string {
  if (size.endsWith('kcmil')) return size
  return Number(size) >= 250 ? `${size} kcmil` : `${size} AWG`
}
