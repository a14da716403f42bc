import { pen } from '../sheet/pen.ts'
import { TAG_MM, type PidCanvas } from './pid-canvas.ts'
import { CDU, CONTAINER, SKID } from './typical-layout.ts'

const SCOPE = { supply: 'SUPPLY', bought_in: 'BOUGHT IN', by_others: 'BY OTHERS' } as const

/** Boundaries of heat rejection unit, container and CDU with what they are and who delivers them. */
export function drawBoundaries(canvas: PidCanvas): void {
  const line = pen('M-BNDY')
  const { container, cooler, range, count } = canvas.typical
  const scopeOf = (kind: 'heat_rejection_unit' | 'compute_container'): string =>
    SCOPE[canvas.site.modules.find((module) => module.kind === kind)?.scope ?? 'supply']
  for (const area of [SKID, CONTAINER, CDU])
    canvas.items.push(line.box([area.x0, area.y0], area.x1 - area.x0, area.y1 - area.y0))
  const title = pen('M-ANNO-TAGS')
  canvas.items.push(
    title.text(
      [SKID.x0 + 3, SKID.y0 + 3],
      TAG_MM,
      `HEAT REJECTION UNIT ${cooler} - ${scopeOf('heat_rejection_unit')}`,
    ),
    title.text(
      [CONTAINER.x0 + 3, CONTAINER.y0 + 3],
      TAG_MM,
      `COMPUTE CONTAINER ${container}${count === 1 ? '' : `, TYPICAL OF ${range}`} - ${scopeOf('compute_container')}`,
    ),
    title.text([CDU.x0 + 3, CDU.y0 + 3], TAG_MM, 'CDU SKID cdu-01 - SUPPLY'),
  )
}
