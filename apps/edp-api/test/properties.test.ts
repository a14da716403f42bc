import { buildBom, buildSchedule } from '@edp/bom'
import {
  roundTo,
  type BomDocument,
  type Connection,
  type ScheduleDocument,
  type SiteModel,
} from '@edp/schemas'
import { anyPayload, engineerExample } from '@edp/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const RUNS = { seed: 20_261_124, numRuns: 30 }
const CONTAINERS_MAX = 100

interface Documents {
  readonly site: SiteModel
  readonly bom: BomDocument
  readonly schedule: ScheduleDocument
}

const drawn = new Map<string, Documents>()

/** Runs a check over random sites of all profiles; every check draws the same ones. */
function forAnySite(check: (documents: Documents) => void): void {
  fc.assert(
    fc.property(anyPayload(CONTAINERS_MAX), (payload) => {
      const key = JSON.stringify(payload)
      const known = drawn.get(key)
      if (known !== undefined) {
        check(known)
        return
      }
      const site = engineerExample(payload)
      const documents = { site, bom: buildBom(site), schedule: buildSchedule(site) }
      drawn.set(key, documents)
      check(documents)
    }),
    RUNS,
  )
}

/** Metres by service, conductor or hose with its earthing conductors apart, as the site model has them. */
function siteMetres(site: SiteModel): Map<string, number> {
  const metres = new Map<string, number>()
  const add = (what: string, length: number): void => {
    if (length > 0) metres.set(what, roundTo((metres.get(what) ?? 0) + length, 1))
  }
  const count = (connection: Connection, times: number): void => {
    add(connection.service, connection.total_length_m * times)
    add('earth', connection.earth_length_m * times)
  }
  for (const connection of site.connections) count(connection, 1)
  for (const typical of site.typicals)
    for (const connection of typical.connections) count(connection, typical.modules_count)
  return metres
}

const WORDS: Readonly<Record<string, string>> = {
  'MV power': 'power_mv',
  'LV power': 'power_lv',
  'DC power': 'power_dc',
  'copper data': 'copper',
  earthing: 'earth',
  'coolant supply': 'coolant_supply',
  'coolant return': 'coolant_return',
  'make-up water': 'water',
}

function sum<T>(
  rows: readonly T[],
  what: (row: T) => string,
  length: (row: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(what(row), roundTo((sums.get(what(row)) ?? 0) + length(row), 1))
  return sums
}

const sorted = (map: ReadonlyMap<string, number>): [string, number][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

test('metres of every service are equal in BOM, totals of the schedule and site model', () => {
  forAnySite(({ site, bom, schedule }) => {
    const expected = sorted(siteMetres(site))
    const totals = sum(
      schedule.totals,
      (total) => WORDS[total.service] ?? total.service,
      (total) => total.total_length_m,
    )
    const lines = sum(
      bom.lines.filter((line) => line.runs_count !== null),
      (line) => WORDS[line.rating] ?? line.rating,
      (line) => line.quantity,
    )
    expect(sorted(totals)).toEqual(expected)
    expect(sorted(lines)).toEqual(expected)
  })
})

test('every connection stands in the schedule once, every typical once with the number of its modules', () => {
  forAnySite(({ site, schedule }) => {
    const between = schedule.entries.filter((entry) => entry.sheet !== 'internal')
    expect(between.map((e) => e.connection.connection_id).sort()).toEqual(
      site.connections.map((c) => c.connection_id).sort(),
    )
    const inside = schedule.entries.filter((entry) => entry.sheet === 'internal')
    expect(inside.map((e) => e.connection)).toEqual(site.typicals.flatMap((t) => t.connections))
    for (const entry of inside)
      expect(site.typicals.map((t) => t.modules_count)).toContain(entry.modules_count)
    expect(schedule.entries.map((entry) => entry.row_no)).toEqual(schedule.entries.map((_, i) => i + 1))
  })
})

test('the cut list is what is pulled on site: pieces and metres', () => {
  forAnySite(({ site, schedule }) => {
    const ours = site.connections.filter((c) => c.scope !== 'by_others')
    const metres = ours.reduce((total, c) => total + c.total_length_m + c.earth_length_m, 0)
    const cut = schedule.cut_list.reduce((total, row) => total + row.cut_length_m * row.pieces_count, 0)
    expect(cut).toBeCloseTo(metres, 3)
  })
})

test('every item stands in the BOM once, with its quantities; order = quantity + spares', () => {
  forAnySite(({ site, bom }) => {
    const lines = new Map(bom.lines.map((line) => [line.item_id, line]))
    expect(lines.size).toBe(bom.lines.length)
    for (const item of site.items) {
      const line = lines.get(item.item_id)
      expect([line?.quantity, line?.spare_quantity, line?.scope]).toEqual([
        item.quantity,
        item.spare_quantity,
        item.scope,
      ])
    }
    for (const line of bom.lines)
      expect(line.order_quantity).toBeCloseTo(line.quantity + line.spare_quantity, 3)
  })
})

test('lines that are excluded in a tier are flagged and stay; unknown origin is never made up', () => {
  forAnySite(({ site, bom }) => {
    expect(bom.lines.filter((line) => line.sourcing.excluded).map((line) => line.item_id)).toEqual(
      site.items.filter((item) => item.sourcing.excluded).map((item) => item.item_id),
    )
    expect(site.findings.some((f) => f.code === 'PROC-001')).toBe(
      bom.lines.some((line) => line.sourcing.excluded),
    )
    for (const { scope, sourcing } of bom.lines) {
      expect(sourcing.tier).toBe(site.resolution.sourcing_tier)
      if (scope === 'by_others') expect(sourcing.country_of_origin).toBe('not applicable')
      else expect(sourcing.country_of_origin).toMatch(/^([A-Z]{2}|TBC - supplier certificate)$/)
    }
  })
})

test('terminations are as many as the schedule has ends', () => {
  forAnySite(({ bom, schedule }) => {
    const ours = schedule.entries
      .filter((entry) => entry.sheet !== 'internal')
      .map((entry) => entry.connection)
      .filter((c) => c.scope !== 'by_others')
    const quantityOf = (words: string): number =>
      bom.lines
        .filter((line) => line.spec_ref.startsWith('TE-KIT-01') && line.description.startsWith(words))
        .reduce((total, line) => total + line.quantity, 0)
    /** Ends that their owner does not terminate. */
    const suppliedBy = ({ from, to, cable }: Connection): number =>
      [from, to].filter((end) => cable === null || !end.termination.endsWith(', by others')).length
    const ends = (holds: (c: Connection) => boolean, pieces: (c: Connection) => number): number =>
      ours.filter(holds).reduce((total, c) => total + suppliedBy(c) * pieces(c), 0)
    const sets = (c: Connection): number => c.quantity * (c.cable?.sets_count ?? 0)
    const isSingle = (c: Connection): boolean =>
      (c.service === 'power_lv' || c.service === 'power_dc') && c.cable?.cores_count === 1
    expect(quantityOf('Two-hole compression lug')).toBe(
      ends(isSingle, (c) => sets(c) * (c.cable?.cables_per_set_count ?? 0)),
    )
    expect(quantityOf('Medium-voltage termination kit')).toBe(ends((c) => c.service === 'power_mv', sets))
    // Bonds end at the ring in the ground.
    const bonds = ours.filter((c) => c.service === 'earth').reduce((total, c) => total + sets(c), 0)
    expect(quantityOf('Exothermic connection')).toBe(bonds)
    expect(quantityOf('Compression lug for earthing')).toBe(bonds + ends((c) => c.earth_length_m > 0, sets))
    expect(quantityOf('Cable gland') + quantityOf('24-pole rectangular cable plug')).toBe(
      ends(
        (c) =>
          c.service === 'control' ||
          ((c.service === 'power_lv' || c.service === 'power_dc') && (c.cable?.cores_count ?? 0) > 1),
        sets,
      ),
    )
    // A reducer has a joint of its own with the plate.
    const reducers = ours
      .filter((c) => c.hose?.coupling.includes('reducer') === true)
      .reduce((total, c) => total + c.quantity, 0)
    expect(quantityOf('Concentric reducer')).toBe(reducers)
    expect(quantityOf('Flange set')).toBe(
      ends(
        (c) => c.hose?.coupling.includes('flange') === true,
        (c) => c.quantity,
      ) + reducers,
    )
  })
})
