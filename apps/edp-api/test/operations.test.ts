import { repositoryText } from '@edp/testing'
import { expect, test } from 'vitest'

import { Environment, parseEnvironment } from '../src/config/environment.ts'
import { testService } from './setup/http.ts'

const page = repositoryText('docs/operations.md')

/** Cells of the rows of a section's table, without code marks. */
function tableOf(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`)
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, -1),
  )
}

test('the settings of the page are those that the program reads, with their defaults', () => {
  const settings = tableOf('Settings')
  expect(settings.map(([name]) => name)).toEqual(Object.keys(Environment.shape))
  const defaults = parseEnvironment({})
  for (const [name = '', told] of settings) {
    if (name === 'EDP_WORKERS') continue // one for each core
    const value = defaults[name as keyof Environment] ?? []
    const text = typeof value === 'boolean' ? Number(value).toString() : value.toString()
    expect(told, name).toBe(text === '' ? 'unset' : text)
  }
})

test('the metrics of the page are those that the service exports, with their types and labels', async () => {
  const service = await testService()
  await service.request('GET', '/edp-api/health')
  const { text } = await service.request('GET', '/edp-api/metrics')
  const exported = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]),
  )
  const told = tableOf('Metrics')
  for (const [name = '', type] of told) expect(exported.get(name), name).toBe(type)
  const own = [...exported.keys()].filter((name) => name.startsWith('edp_'))
  expect(
    told
      .map(([name = '']) => name)
      .filter((name) => name.startsWith('edp_'))
      .sort(),
  ).toEqual(own.sort())
  const labels = told.find(([name]) => name === 'edp_http_request_seconds')?.[2]?.split(', ') ?? []
  expect(text).toMatch(
    new RegExp(`^edp_http_request_seconds_count\\{${labels.map((l) => `${l}="[^"]*"`).join(',')}\\}`, 'm'),
  )
})

test('alerts ask for metrics that exist', async () => {
  const { text } = await (await testService()).request('GET', '/edp-api/metrics')
  const [, section = ''] = page.split('Alerts worth having:')
  const asked = new Set(section.match(/\b(edp|nodejs|process)_\w+/g))
  expect(asked.size).toBeGreaterThan(4)
  for (const name of [...asked].map((metric) => metric.replace(/_(count|bucket)$/, '')))
    expect(text).toContain(`# TYPE ${name} `)
})
