import type { SimulatedValue } from './values/simulated-values.ts'

/** Columns of the CSV, in order; objects and lists are JSON in their cell. */
const COLUMNS = [
  'device_uuid',
  'device',
  'protocol',
  'host',
  'port',
  'name',
  'address',
  'raw',
  'value',
  'unit',
  'label',
  'words',
  'access',
] as const satisfies readonly (keyof SimulatedValue)[]

/** Values as CSV (RFC 4180), line by line, with a heading. */
export function* valuesCsv(values: Iterable<SimulatedValue>): Generator<string, void> {
  yield `${COLUMNS.join(',')}\r\n`
  for (const value of values) yield `${COLUMNS.map((column) => cell(value[column])).join(',')}\r\n`
}

/** Values as a JSON array, one a line. */
export function* valuesJson(values: Iterable<SimulatedValue>): Generator<string, void> {
  let before = '[\n'
  for (const value of values) {
    yield `${before}${JSON.stringify(value)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
