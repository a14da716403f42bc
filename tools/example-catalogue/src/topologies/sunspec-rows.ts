import { fillIn } from './fill-in.ts'
import type { Row } from './protocol-maps.ts'

/** [name, offset in the model, data type, unit, name of the scale factor point or fixed factor, access] */
type Point = readonly [string, number, string, (string | null)?, (string | number | null)?, string?]

interface Model {
  readonly points: readonly Point[]
  readonly repeat?: {
    readonly each: readonly [number, number]
    readonly at: number
    readonly length: number
    readonly prefix: string
  }
  readonly repeated?: readonly Point[]
}

interface Link {
  readonly model: number
  /** Address of the model id. */
  readonly at: number
  readonly prefix?: string
  readonly poll_interval_ms: number
}

/** maps/sunspec.yaml */
export interface SunspecSource {
  readonly models: Readonly<Record<number, Model>>
  readonly maps: Readonly<
    Record<string, { readonly source: string; readonly map_status: string; readonly chain: readonly Link[] }>
  >
}

/** 'SunS' in the two registers at 40000. */
const MARKER: Row = {
  name: 'sunspec_id',
  start_address: 40000,
  data_type: 'uint32',
  expect: 0x53756e53,
  poll_interval_ms: 0,
}

/** Rows of a chain of SunSpec models: marker first, then every point at its absolute address. */
export function sunspecRows(chain: readonly Link[], models: SunspecSource['models']): Row[] {
  return [MARKER, ...chain.flatMap((link) => modelRows(link, models[link.model]))]
}

function modelRows(link: Link, model: Model | undefined): Row[] {
  if (model === undefined) throw new Error(`no SunSpec model ${link.model}`)
  const { repeat, repeated = [] } = model
  const rows = model.points.map((point) => pointRow(link, point, 0, ''))
  if (repeat === undefined) return rows
  const [from, to] = repeat.each
  const parts = Array.from({ length: to - from + 1 }, (_, i) =>
    repeated.map((point) =>
      pointRow(link, point, repeat.at + i * repeat.length, fillIn(repeat.prefix, { n: from + i })),
    ),
  )
  return [...rows, ...parts.flat()]
}

function pointRow(link: Link, point: Point, offset: number, part: string): Row {
  const [name, at, type, unit, factor, access] = point
  const text = /^string(\d+)$/.exec(type)?.[1]
  return {
    name: `${link.prefix ?? ''}${part}${name}`,
    start_address: link.at + offset + at,
    ...(text === undefined ? {} : { count: Number(text) }),
    data_type: text === undefined ? type : 'string',
    ...(typeof factor === 'number' ? { scale: factor } : {}),
    ...(typeof factor === 'string' ? { scale_ref: `${link.prefix ?? ''}${factor}` } : {}),
    ...(unit === undefined || unit === null ? {} : { unit }),
    ...(access === undefined ? {} : { access }),
    poll_interval_ms: type === 'sunssf' ? 0 : link.poll_interval_ms,
    semantic: `sunspec:${link.model}.${part}${name}`,
  }
}
