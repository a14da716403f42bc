import { canonicalJson, type BlockElectrical, type Breaker, type SiteModel } from '@edp/schemas'

/** Blocks up to this number are all drawn; beyond it equal ones are drawn once. */
const DRAW_ALL = 4

/** Blocks that one set of sheets shows. */
export interface BlockGroup {
  /** The block that is drawn. */
  readonly drawn: BlockElectrical
  /** All blocks of the group, the drawn one first. */
  readonly blocks: readonly BlockElectrical[]
}

/** The blocks that are drawn: all of a small site, one of each kind of a large one. Every id stays in the schedules. */
export function blockGroups(site: SiteModel): BlockGroup[] {
  const { blocks } = site.electrical
  if (blocks.length <= DRAW_ALL) return blocks.map((block) => ({ drawn: block, blocks: [block] }))
  const groups = new Map<string, [BlockElectrical, ...BlockElectrical[]]>()
  for (const block of blocks) {
    const kind = canonicalJson(shapeOf(block))
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [block])
    else group.push(block)
  }
  return [...groups.values()].map((group) => ({ drawn: group[0], blocks: group }))
}

/** What makes two blocks equal to a reader: everything but names and what differs with the position on the site. */
function shapeOf(block: BlockElectrical): unknown {
  const breaker = (one: Breaker): unknown => ({
    ...one,
    tag: null,
    trips: one.trips.map((trip) => [trip.functions, trip.opens.length]),
    grading:
      one.grading === null
        ? null
        : { ...one.grading, over: one.grading.over !== null, by_time: one.grading.by_time.length },
  })
  const indexOf = new Map(block.lv_buses.map((bus, index) => [bus.tag, index]))
  return {
    supplies: block.supplies.map((s) => [
      s.kind,
      s.rated_kva,
      s.export_kva,
      s.short_circuit_mva,
      s.normally,
      breaker(s.breaker),
    ]),
    bus: [block.mv_bus?.rating_a, block.mv_bus?.withstand_ka],
    earthing: block.earthing_transformer?.neutral_a ?? null,
    transformers: block.transformers.map((t) => [
      t.rating_kva,
      t.vector_group,
      breaker(t.primary_breaker),
      breaker(t.secondary_breaker),
    ]),
    buses: block.lv_buses.map((b) => [b.rating_a, b.withstand_ka, b.short_circuit_ka]),
    ties: block.bus_ties.map(breaker),
    feeders: block.feeders.map((f) => [
      indexOf.get(f.bus_tag),
      f.kind,
      f.system,
      f.load_kw,
      f.design_current_a,
      breaker(f.breaker),
    ]),
    branches: block.bess_branches.map((b) => [
      breaker(b.breaker),
      b.units.map((u) => [
        u.energy_mwh,
        u.power_kw,
        u.pcs_kva,
        u.pcs_location,
        u.transformer_kva,
        breaker(u.ac_breaker),
      ]),
    ]),
  }
}
