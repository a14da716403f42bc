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
  const others = lines
    .filter((line) => line.from.includes('BY OTHERS') || line.from === 'fill cart')
    .map((line) => [
      line.from.replace(' BY OTHERS', ''),
      `${line.from === 'fill cart' && line.line_no.includes('-2{c}') ? container : cooler}, BY OTHERS`,
      '-',
      short(line),
      line.service === 'MW' ? waterConnection(site, line.dn, cooler) : `DN${line.dn}`,
    ])
  return {
    title: 'TIE-IN POINTS',
    columns: [
      { title: 'Point' },
      { title: 'At' },
      { title: 'Outside' },
      { title: 'Inside' },
      { title: 'Connection', max_width_mm: 62, wrap: true },
    ],
    rows: [...rows.sort(([a = ''], [b = '']) => compareText(a, b)), ...others].map((cells) => ({ cells })),
  }
}

/** End of the water pipe of others, with its number in the schedule where the site has it. */
function waterConnection({ connections }: SiteModel, dn: number, cooler: string): string {
  const water = connections.find((c) => c.service === 'water')
  const number = water?.connection_id.split('-').at(-1) ?? ''
  return water === undefined ? `DN${dn}` : `${water.hose?.coupling ?? ''}, pipe HS-${cooler}-${number}`
}

/** Size and kind of a hose's end; a camlock carries its size already. */
function connectionOf({ hose }: Connection): string {
  const size = `DN${hose?.dn ?? ''}`
  const coupling = hose?.coupling ?? ''
  return coupling.endsWith(size) ? coupling : `${size} ${coupling}`
}
