import { compareText, type Connection, type PipeLine, type SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'
import { shortNumber } from './short-number.ts'
import { typicalDesignation } from './typical-designation.ts'

/** What is connected on site: both sides of every interface plate, and what others bring. */
export function tieInTable(site: SiteModel): Table {
  const { ordinal, container, cooler } = typicalDesignation(site)
  const short = (line: PipeLine | undefined): string =>
    line === undefined ? '-' : shortNumber(line.line_no.replace('{c}', ordinal))
  const first = site.modules.find((module) => module.kind === 'compute_container')
  const hoses = site.connections.filter(
    (c) =>
      c.medium === 'hose' && (c.from.module_id === first?.module_id || c.to.module_id === first?.module_id),
  )
  const insideEnd = (hose: Connection): Connection['from'] =>
    hose.from.module_id === first?.module_id ? hose.from : hose.to
  const { lines } = site.cooling
  const rows = hoses.map((hose) => {
    const { port, plate_id } = insideEnd(hose)
    const meeting = lines.filter((line) => line.from === port || line.to === port)
    const outside = meeting.find((line) => line.pipe_class === 'HS1A')
    const inside = meeting.find((line) => line !== outside)
    return [port, `plate ${plate_id ?? ''}`, short(outside), short(inside), connectionOf(hose)]
  })
  const at = { compute_container: container, heat_rejection_unit: cooler }
  const others = lines.flatMap((line) =>
    line.tie_in === null
      ? []
      : [
          [
            line.tie_in.point,
            `${at[line.tie_in.at]}, BY OTHERS`,
            '-',
            short(line),
            line.pipe_class === 'PE1A'
              ? waterConnection(site, line, cooler, first?.designation.slice(1) ?? '')
              : `DN${line.dn}`,
          ],
        ],
  )
  return {
    title: 'TIE-IN POINTS',
    columns: [
      { title: 'Point' },
      { title: 'At' },
      { title: 'Outside' },
      { title: 'Inside' },
      { title: 'Connection', max_width_mm: 72, wrap: true },
    ],
    rows: [...rows.sort(([a = ''], [b = '']) => compareText(a, b)), ...others].map((cells) => ({ cells })),
  }
}

/** End of a water pipe of others: its flow, and its number in the schedule where the site has it. */
function waterConnection(
  { connections }: SiteModel,
  line: PipeLine,
  cooler: string,
  ordinal: string,
): string {
  const pipe = connections.find(({ hose }) => hose?.line_no === line.line_no.replace('{c}', ordinal))
  const number = pipe?.connection_id.split('-').at(-1) ?? ''
  const end =
    pipe === undefined ? `DN${line.dn}` : `${pipe.hose?.coupling ?? ''}, pipe HS-${cooler}-${number}`
  return `${end}, ${line.flow_lpm} L/min`
}

/** Size and kind of a hose's end; a camlock carries its size already. */
function connectionOf({ hose }: Connection): string {
  const size = `DN${hose?.dn ?? ''}`
  const coupling = hose?.coupling ?? ''
  return coupling.endsWith(size) ? coupling : `${size} ${coupling}`
}
