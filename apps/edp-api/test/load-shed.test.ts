import { buildBom } from '@edp/bom'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

describe.each(EXAMPLE_NAMES)('the load shed of the nodes on all documents: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const releases = site.typicals.flatMap(({ kind, connections, equipment }) =>
    equipment.flatMap(({ device, undervoltage_release: release }) =>
      release === null ? [] : [{ kind, connections, device, release }],
    ),
  )
  const tagged = drawings.sld.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => (item.kind === 'use' ? [item.attributes?.['TAG'] ?? ''] : [])),
  )

  test('every compute container has a release, drawn at a breaker that is drawn', () => {
    const typicals = site.typicals.filter(({ kind }) => kind === 'compute_container')
    expect(releases.map(({ kind }) => kind)).toEqual(typicals.map(() => 'compute_container'))
    for (const { release } of releases) {
      expect(tagged.filter((tag) => tag === release.port)).toHaveLength(releases.length)
      expect(tagged).toContain(release.opens)
    }
  })

  test('its cable is in the schedule and the bill orders it', () => {
    const bill = buildBom(site).lines.map((line) => line.description)
    for (const { connections, device, release } of releases) {
      const cable = connections.find((connection) => connection.to.port === release.port)
      expect(cable).toMatchObject({ service: 'control', to: { device } })
      expect(textOf(drawings.sld)).toContain(`${cable?.connection_id ?? '?'} to ${release.held_by}`)
      expect(bill.some((text) => text.includes(`undervoltage release of ${release.opens}`))).toBe(true)
    }
  })

  test('the relay that holds it is on the sheet of the P&ID that is named, and says what it opens', () => {
    for (const { release } of releases) {
      const relay = site.cooling.instruments.find(({ tag }) => tag === release.held_by)
      expect(relay?.action).toContain(`undervoltage release of ${release.opens}`)
      const sheets = drawings.pid_cooling.sheets.map((sheet, index) => ({
        number: `sheet ${String(index + 1).padStart(3, '0')}`,
        here: sheet.items.some((item) => item.kind === 'use' && item.attributes?.['TAG'] === release.held_by),
      }))
      const first = sheets.find(({ here }) => here)
      expect(textOf(drawings.sld)).toContain(`load shed, P&ID\n${first?.number ?? '?'}`)
    }
  })
})
