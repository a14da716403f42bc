import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

/** Points that are states of machines, or worked out from others. */
const NO_INSTRUMENT = /^(pump|primary_heat|secondary_heat|free_cooling|unit_status)/

/** Names of the points of a device, whatever its protocol calls their list. */
function namesIn(config: object): string[] {
  return Object.values(config).flatMap((value: unknown) =>
    Array.isArray(value) ? value.flatMap((row: { name?: string }) => row.name ?? []) : [],
  )
}

describe.each(EXAMPLE_NAMES)('the facts of the cooling on all documents: %s', (name) => {
  const { site, dtm, drawings } = documentsOf(examplePayload(name))
  const { instruments, interlocks } = site.cooling

  const pointsOf = (tag: string): string[] =>
    dtm.devices.filter((d) => d.tag === tag).flatMap((d) => namesIn(d.protocol_config))

  test('each instrument reaches the EMS by a point of the manifest, by its own or by the health of its controller', () => {
    const printed = new Set(textOf(drawings.pid_cooling).split('\n'))
    for (const { tag, controller, signal, ems } of instruments) {
      if (ems === null) {
        expect(['local', 'software'], tag).toContain(signal)
        continue
      }
      expect(pointsOf(ems.device), tag).toContain(ems.point)
      expect(printed, tag).toContain(`${ems.own ? '' : 'fault: '}${ems.device} ${ems.point}`)
      if (ems.own) expect(ems.device, tag).toBe(controller)
    }
  })

  test('what the controllers of the cooling measure for the EMS is an instrument of the P&ID', () => {
    const read = new Set(
      instruments.flatMap(({ ems }) => (ems === null ? [] : [`${ems.device} ${ems.point}`])),
    )
    const measured = ['cdu-01', 'hru-01', 'lkd-01'].flatMap((device) =>
      [...new Set(pointsOf(device))]
        .filter((point) => !NO_INSTRUMENT.test(point))
        .map((point) => `${device} ${point}`),
    )
    expect(measured.length).toBeGreaterThan(15)
    expect(measured.filter((point) => !read.has(point))).toEqual([])
  })

  test('every interlock has a diamond at each of its causes and effects, and no diamond stands for another', () => {
    const drawn = drawings.pid_cooling.sheets.flatMap((sheet) =>
      sheet.items.flatMap((item) => {
        if (item.kind !== 'use' || item.symbol !== 'INTERLOCK') return []
        const { NUMBER = '', INITIATED_BY, ACTS_ON = '' } = item.attributes ?? {}
        return INITIATED_BY === undefined
          ? ACTS_ON.split(' ').map((tag) => `${NUMBER} acts on ${tag}`)
          : [`${INITIATED_BY} starts ${NUMBER}`]
      }),
    )
    const causes = instruments.flatMap(({ tag, trips }) =>
      trips.map(({ interlock }) => `${tag} starts ${interlock}`),
    )
    const effects = interlocks.flatMap(({ number, acts_on }) =>
      acts_on.map((tag) => `${number} acts on ${tag}`),
    )
    expect(drawn.sort()).toEqual([...new Set([...causes, ...effects])].sort())
    const started = new Set(instruments.flatMap(({ trips }) => trips.map((trip) => trip.interlock)))
    for (const { number, acts_on } of interlocks) {
      expect(started, number).toContain(number)
      expect(acts_on, number).not.toEqual([])
    }
  })
})
