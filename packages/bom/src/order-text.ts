import { americanSize, conductorsText, type CableDetail, type Connection } from '@edp/schemas'

/** Type of a cable or hose as it is ordered. */
export function orderType(connection: Connection): string {
  return connection.cable?.type ?? connection.hose?.type ?? connection.medium
}

/** Size of a cable or hose as it is ordered: `250 kcmil (127 mm2)`, `3 x 10 AWG + 10 AWG E`, `12 fibres`, `DN50`. */
export function orderSize({ cable, hose }: Connection): string {
  if (hose !== null) return `DN${hose.dn}`
  if (cable === null) return ''
  if (cable.fibres_count !== null) return `${cable.fibres_count} fibres`
  const size = conductorSize(cable.size_awg, cable.size_mm2)
  if (size === '') return cable.cores_count > 1 ? `${cable.cores_count} cores` : ''
  return cable.cores_count > 1 ? conductorsText({ ...cable, sets_count: 1, cables_per_set_count: 1 }) : size
}

/** What the earthing conductors beside a cable are ordered as, `null` without any. */
export function earthingOrder(cable: CableDetail | null): { type: string; size: string } | null {
  if (cable === null || (cable.earth_size_awg === null && cable.earth_size_mm2 === null)) return null
  return {
    type: 'Earthing conductor Cu, green, laid with its feeder',
    size: conductorSize(cable.earth_size_awg, cable.earth_size_mm2),
  }
}

/** Single cables or hoses of a connection, as many pieces as have to be cut. */
export function piecesOf({ quantity, cable }: Connection): number {
  return cable === null ? quantity : quantity * cable.sets_count * cable.cables_per_set_count
}

/** Runs of a connection: sets of cables, or hoses. */
export function runsOf({ quantity, cable }: Connection): number {
  return quantity * (cable?.sets_count ?? 1)
}

/** AWG up to 4/0, kcmil above, mm2 beside it; whichever is known. */
function conductorSize(awg: string | null, mm2: number | null): string {
  const american = awg === null ? '' : americanSize(awg)
  if (mm2 === null) return american
  return american === '' ? `${mm2} mm2` : `${american} (${mm2} mm2)`
}
