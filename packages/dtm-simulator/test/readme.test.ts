import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { parseDtm, type Dtm } from '@edp/dtm'
import { afterAll, expect, test } from 'vitest'

import { USAGE } from '../src/cli-arguments.ts'
import * as simulator from '../src/index.ts'
import { craftedDevice, craftedManifest, modbus, point } from './crafted.ts'

type Misread = (document: unknown, readPower: (dtm: Dtm) => Promise<Map<string, number>>) => Promise<string[]>

const folder = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
/** Inside the package, so that its own name and its dependencies resolve. */
const example = join(folder, 'out', `readme-example-${process.pid}.ts`)

afterAll(() => {
  rmSync(example, { force: true })
})

test('the example runs: it finds the value that was read wrong', async () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  mkdirSync(join(folder, 'out'), { recursive: true })
  writeFileSync(example, code.replace("'@edp/dtm-simulator'", "'../src/index.ts'"))
  const { misread } = (await import(/* @vite-ignore */ example)) as { misread: Misread }
  const dtm = craftedManifest(
    craftedDevice('a', '127.2.4.1', 502, modbus(1, point('power', 0, { unit: 'kW' }))),
    craftedDevice('b', '127.2.4.2', 502, modbus(1, point('power', 0, { unit: 'kW' }))),
  )
  const [right, wrong] = [...simulator.simulatedValues(dtm)]
  const ports: number[] = []
  const found = await misread(JSON.parse(JSON.stringify(dtm)), (served) => {
    ports.push(...parseDtm(served).devices.map(({ port }) => port))
    return Promise.resolve(
      new Map([
        [right?.device_uuid ?? '', Number(right?.value)],
        [wrong?.device_uuid ?? '', -1],
      ]),
    )
  })
  expect(ports).toEqual([10_502, 10_502])
  expect(found).toEqual([`compute_container_1/b, unit 1 fc 3 @ 0 x 1: ${Number(wrong?.value)} kW`])
})

test('every export is told', () => {
  for (const name of Object.keys(simulator)) expect(readme, name).toContain(`\`${name}`)
})

test('every option and command of the usage is told', () => {
  const options = [...USAGE.matchAll(/--[a-z-]+/g)].map(([option]) => option)
  const told = readme.slice(readme.indexOf('## Command'), readme.indexOf('## Rules'))
  for (const option of options.filter((name) => name !== '--help')) expect(told, option).toContain(option)
  for (const command of ['values', 'secrets', 'manifest'])
    expect(told).toContain(`edp-sim ${command} <dtm.json>`)
})

test('the rule of passwords and the examples of ports are those of the code', () => {
  expect(readme).toContain('`secret://site/snmp/ems-ro/auth`')
  expect(readme).toContain(`\`${simulator.simulationSecret('secret://site/snmp/ems-ro/auth')}\``)
  const ports = [...readme.matchAll(/(\d+) becomes (\d+)/g)].map(
    ([, port, bound]) => [Number(port), Number(bound)] as const,
  )
  expect(ports.length).toBeGreaterThan(4)
  for (const [port, bound] of ports) expect(bound).toBe(port + 10_000)
})
