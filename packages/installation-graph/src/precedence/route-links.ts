/** A box that links can start from or lead to, in rows and columns of the diagram. */
export interface RouteBox {
  readonly id: string
  readonly row: number
  readonly column: number
}

/** A link from the right edge of a box to the left edge of another. */
export interface RouteLink {
  readonly from: string
  readonly to: string
  readonly critical: boolean
}

/**
 * A routed link in terms of channels. Vertical channel `v` lies left of column `v`, horizontal channel `h` above row
 * `h`; tracks are numbered from the left or from the top.
 */
export interface Route {
  readonly link: RouteLink
  readonly from: RouteBox
  readonly to: RouteBox
  /** `null` for a straight line along the row. */
  readonly trunk: { readonly channel: number; readonly track: number } | null
  readonly across: { readonly channel: number; readonly track: number } | null
  readonly drop: { readonly channel: number; readonly track: number } | null
  /** Place among the entries of the target's left edge: steps above (positive) or below its middle, 0 when straight. */
  readonly entry: number
}

/** Routes, and the number of tracks that each channel needs. */
export interface Routing {
  readonly routes: readonly Route[]
  readonly vertical_tracks: readonly number[]
  readonly horizontal_tracks: readonly number[]
}

interface Segment {
  readonly channel: number
  low: number
  high: number
  track: number
}

interface Draft extends Omit<Route, 'entry'> {
  /** Whether it enters its target from above; `null` when straight. */
  readonly above: boolean | null
}

/**
 * Routes links around the boxes. All links of one box leave it as one trunk in the channel to its right, cross in the
 * channel beside its row and drop in the channel before their target, so that a line never meets a box, and lines of
 * different boxes never lie on each other: in each channel, segments that overlap get different tracks.
 */
export function routeLinks(
  boxes: readonly RouteBox[],
  links: readonly RouteLink[],
  rows_count: number,
  columns_count: number,
): Routing {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const taken = new Set(boxes.map((box) => `${box.row} ${box.column}`))
  const vertical = new Map<string, Segment>()
  const horizontal = new Map<string, Segment>()

  const drafts = links.flatMap((link): Draft[] => {
    const from = byId.get(link.from)
    const to = byId.get(link.to)
    if (from === undefined || to === undefined) return []
    if (to.column <= from.column) throw new RangeError(`link leads backwards: ${link.from} to ${link.to}`)
    if (from.row === to.row && freeBetween(from, to)) {
      return [{ link, from, to, trunk: null, across: null, drop: null, above: null }]
    }
    const trunkChannel = from.column + 1
    if (to.column === trunkChannel) {
      const trunk = extend(vertical, `${from.id} trunk`, trunkChannel, atRow(from.row), atRow(to.row))
      return [{ link, from, to, trunk, across: null, drop: null, above: from.row < to.row }]
    }
    const channel = to.row > from.row ? from.row + 1 : from.row
    const trunk = extend(vertical, `${from.id} trunk`, trunkChannel, atRow(from.row), atChannel(channel))
    const across = extend(horizontal, `${from.id} ${channel}`, channel, trunkChannel, to.column)
    const drop = extend(
      vertical,
      `${from.id} ${channel} ${to.column}`,
      to.column,
      atChannel(channel),
      atRow(to.row),
    )
    return [{ link, from, to, trunk, across, drop, above: channel <= to.row }]
  })
  const vertical_tracks = assignTracks([...vertical.values()], columns_count + 1)
  const horizontal_tracks = assignTracks([...horizontal.values()], rows_count + 1)

  const entries = new Map<string, { draft: Draft; track: number }[]>()
  for (const draft of drafts) {
    if (draft.above === null) continue
    const key = `${draft.to.id} ${draft.above ? 'above' : 'below'}`
    const entry = { draft, track: (draft.drop ?? draft.trunk)?.track ?? 0 }
    const list = entries.get(key)
    if (list === undefined) entries.set(key, [entry])
    else list.push(entry)
  }
  // From above, the rightmost track enters highest: then no entry crosses another track of the same target.
  const place = new Map<Draft, number>()
  for (const list of entries.values()) {
    list.sort((a, b) => a.track - b.track)
    list.forEach(({ draft }, index) => place.set(draft, draft.above === true ? index + 1 : -index - 1))
  }
  return {
    vertical_tracks,
    horizontal_tracks,
    routes: drafts.map((draft) => ({ ...draft, entry: place.get(draft) ?? 0 })),
  }

  function freeBetween(from: RouteBox, to: RouteBox): boolean {
    for (let column = from.column + 1; column < to.column; column += 1) {
      if (taken.has(`${from.row} ${column}`)) return false
    }
    return true
  }
}

/** Rows and horizontal channels on one scale: channel h, row h, channel h + 1 ... */
function atRow(row: number): number {
  return 2 * row + 1
}
function atChannel(channel: number): number {
  return 2 * channel
}

function extend(segments: Map<string, Segment>, key: string, channel: number, a: number, b: number): Segment {
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const known = segments.get(key)
  if (known === undefined) {
    const segment = { channel, low, high, track: 0 }
    segments.set(key, segment)
    return segment
  }
  known.low = Math.min(known.low, low)
  known.high = Math.max(known.high, high)
  return known
}

/** Left-edge rule: the segment that starts first takes the first track that is free from there on. */
function assignTracks(segments: readonly Segment[], channels_count: number): number[] {
  const counts = new Array<number>(channels_count).fill(0)
  const ends = new Map<number, number[]>()
  const ordered = segments
    .map((segment, index) => ({ segment, index }))
    .sort((a, b) => a.segment.low - b.segment.low || a.segment.high - b.segment.high || a.index - b.index)
  for (const { segment } of ordered) {
    const tracks = ends.get(segment.channel) ?? []
    ends.set(segment.channel, tracks)
    const free = tracks.findIndex((end) => end < segment.low)
    segment.track = free === -1 ? tracks.length : free
    tracks[segment.track] = segment.high
    counts[segment.channel] = tracks.length
  }
  return counts
}
