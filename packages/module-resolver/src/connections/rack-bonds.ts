import { CORE_RACK } from '../electrical/core-supply.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Bar of a container that its racks are bonded to. */
const RACK_BAR = 'TRAY.PE'

/** Racks that the design sets into a container: those of the spines, and the core rack where no grid container holds it. */
const isSetByDesign = (device: string): boolean => device === CORE_RACK || /^SPN\d+$/.test(device)

/**
 * A bond from the rack bar to every rack that the design sets into a container, as the catalogue has it for its own racks; none where
 * the catalogue has no bond from that bar.
 */
export function withRackBonds(drafts: readonly Draft[]): Draft[] {
  const bonds = drafts.filter(({ from }) => from.id === RACK_BAR)
  const [pattern] = bonds
  if (pattern === undefined) return [...drafts]
  const bonded = new Set(bonds.map(({ to }) => to.on))
  const racks = new Set(
    drafts
      .filter(({ from, to }) => from.service === 'power_lv' && isSetByDesign(to.on))
      .map(({ to }) => to.on),
  )
  return [...drafts, ...[...racks].filter((rack) => !bonded.has(rack)).map((rack) => bondTo(rack, pattern))]
}

function bondTo(rack: string, { source, from, to }: Draft): Draft {
  const id = `${rack}.PE`
  return {
    source: { ...source, id: `G-${rack}`, to: id, description: `Bond of rack ${rack} to the rack bar` },
    from,
    to: { ...to, id, on: rack },
    length: chosenLength(HOSTED_LENGTH_M.way),
  }
}
