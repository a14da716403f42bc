import type { SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'

type Codes = readonly (readonly [string, string])[]

/** Letters of ISA-5.1 and their kin that tags of instruments and valves begin with. */
const LETTERS: Codes = [
  ['TT', 'temperature transmitter'],
  ['PT', 'pressure transmitter'],
  ['PDT', 'differential pressure transmitter'],
  ['PI', 'pressure gauge, local'],
  ['FT', 'flow transmitter'],
  ['FI', 'flow indicator, local'],
  ['FSL', 'flow switch, low'],
  ['AT', 'analysis transmitter'],
  ['MT', 'humidity transmitter'],
  ['TIC', 'temperature controller in a device'],
  ['PDIC', 'differential pressure controller in a device'],
  ['UY', 'function of several variables in a device'],
  ['PSL', 'pressure switch, low'],
  ['ZS', 'position switch, valve not open'],
  ['JY', 'load shed relay'],
  ['LSL', 'level switch, low'],
  ['LSLL', 'level switch, low-low'],
  ['LSH', 'level switch, high'],
  ['LDS', 'leak detection rope with its switch'],
  ['TCV', 'temperature control valve'],
  ['XV', 'motorised valve, open or closed'],
  ['HV', 'hand valve'],
  ['BV', 'balancing valve'],
  ['NRV', 'check valve'],
  ['BFP', 'backflow preventer'],
  ['PSV', 'safety relief valve'],
  ['AAV', 'automatic air vent'],
  ['DV', 'drain valve'],
]

/** What stands beside valves and bubbles. */
const MARKS: Codes = [
  ['NC, LO', 'normally closed, locked open'],
  ['FO, FC', 'fails open, fails closed'],
  ['FB', 'fails to the bypass'],
  ['H, HH, L, LL', 'alarm or trip, high and low'],
  ['I1 to In', 'interlock, see its table'],
]

/** Type letters of equipment, ISO 10628-2. */
const EQUIPMENT: Codes = [
  ['AC', 'dry cooler'],
  ['CH', 'chiller'],
  ['HX', 'heat exchanger'],
  ['P', 'pump'],
  ['T', 'expansion vessel'],
  ['V', 'tank'],
  ['F', 'filter'],
  ['STR', 'strainer'],
  ['AS', 'air and dirt separator'],
  ['MF', 'manifold'],
  ['DT', 'drip tray'],
  ['CRAC', 'air unit, packaged with its condenser'],
]

/** Services, classes, insulation and tracing in line numbers. */
const LINE_CODES: Codes = [
  ['FWSS', 'facility coolant, supply'],
  ['FWSR', 'facility coolant, return'],
  ['TCSS', 'technology coolant, supply'],
  ['TCSR', 'technology coolant, return'],
  ['GF', 'coolant fill'],
  ['DR', 'drain and relief discharge'],
  ['MW', 'make-up water'],
  ['CON', 'condensate'],
  ['SS1A', 'stainless 316L PN16, pressed or welded'],
  ['HS1A', 'EPDM or braided hose PN10'],
  ['PE1A', 'HDPE SDR11, EN 12201-2'],
  ['IH', 'insulated against heat loss'],
  ['ET', 'electric tracing'],
  ['N', 'no insulation, no tracing'],
]

/** Tables of the codes that the diagram of a site uses: letters of tags, equipment, line numbers. */
export function legendTables(site: SiteModel): { letters: Table; equipment: Table; lines: Table } {
  const { lines, equipment, valves, instruments } = site.cooling
  const lettersOf = (items: readonly { readonly tag: string }[]): Set<string> =>
    new Set(items.map((item) => item.tag.split('-')[0] ?? ''))
  const parts = new Set(lines.flatMap((line) => line.line_no.split('-')))
  const tags = lettersOf([...valves, ...instruments])
  const machines = lettersOf(equipment)
  const bypass = valves.some((valve) => valve.fail_position === 'FB')
  return {
    letters: table('TAGS (ISA-5.1)', [
      ...LETTERS.filter(([code]) => tags.has(code)),
      ...MARKS.filter(([code]) => code !== 'FB' || bypass),
    ]),
    equipment: table(
      'EQUIPMENT',
      EQUIPMENT.filter(([code]) => machines.has(code)),
    ),
    lines: table('CODES OF LINE NUMBERS', [
      ...LINE_CODES.filter(([code]) => parts.has(code)),
      ['HS1A SS1A', 'at a plate: the class changes there'],
    ]),
  }
}

function table(title: string, codes: Codes): Table {
  return {
    title,
    columns: [{ title: 'Code' }, { title: 'Meaning' }],
    rows: codes.map((cells) => ({ cells })),
  }
}
