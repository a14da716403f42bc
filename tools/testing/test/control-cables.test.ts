import type { Connection } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

const isPowerLimited = ({ cable }: Connection): boolean => cable?.type.startsWith('FPLP') === true

/** What each row of a fire alarm panel joins. */
const FIRE_ROWS = {
  'C-EPB-1': ['EPB-1.C', 'fap-01.B1'],
  'C-EPB-2': ['EPB-2.C', 'fap-01.B2'],
  'C-DET1': ['fap-01.L1', 'SMK-1.IN'],
  'C-DET2': ['SMK-1.OUT', 'SMK-2.IN'],
  'C-DET3': ['SMK-2.OUT', 'fap-01.L2'],
  'C-HRN': ['fap-01.HRN', 'HRN-1.IN'],
  'C-FX': ['fap-01.FX', 'FX1.REL'],
  'C-MRS1': ['fap-01.MRS', 'MRS-1.IN'],
  'C-MRS2': ['MRS-1.OUT', 'MRS-2.IN'],
  'C-ABT1': ['fap-01.ABT', 'ABT-1.IN'],
  'C-ABT2': ['ABT-1.OUT', 'ABT-2.IN'],
}

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const inside = site.typicals.flatMap((typical) => typical.connections)
  const control = [...inside, ...site.connections].filter(({ service }) => service === 'control')

  test('every control cable is tray cable of 600 V in an American size', () => {
    // NEC 2023, 724.49: insulation of Class 1 conductors for 600 V; they lie beside 480 V
    expect(control.length).toBeGreaterThan(5)
    for (const { cable } of control.filter((c) => !isPowerLimited(c))) {
      expect(cable?.type).toMatch(/^TC-ER Cu 600 V/)
      expect([cable?.voltage_rating_v, cable?.size_awg === null]).toEqual([600, false])
    }
  })

  test('buttons, detectors, horn and release of every container are wired to its panel', () => {
    expect(site.typicals.length).toBeGreaterThan(0)
    for (const { connections } of site.typicals) {
      const rows = connections.filter(({ connection_id }) => connection_id in FIRE_ROWS)
      expect(Object.fromEntries(rows.map((c) => [c.connection_id, [c.from.port, c.to.port]]))).toEqual(
        FIRE_ROWS,
      )
      // NEC 2023, 760.136: power-limited circuits share no tray with 480 V
      const limited = rows.filter(isPowerLimited)
      expect(limited.map((c) => c.connection_id)).toEqual(
        Object.keys(FIRE_ROWS).filter((id) => !id.startsWith('C-EPB')),
      )
      for (const { cable } of limited)
        expect([cable?.voltage_rating_v, cable?.size_awg, cable?.install_method]).toEqual([
          300,
          '14',
          'direct',
        ])
    }
  })

  test('both transmitters of the cold aisle reach the CDU, the air units have one bus', () => {
    for (const { connections } of site.typicals.filter(({ kind }) => kind === 'compute_container')) {
      const ends = (id: string) => {
        const row = connections.find((c) => c.connection_id === id)
        return [row?.from.device, row?.to.device]
      }
      expect(['C-TT-301', 'C-MT-301'].map(ends)).toEqual([
        ['TT-301', 'cdu-01'],
        ['MT-301', 'cdu-01'],
      ])
      expect(['C-AIR1', 'C-AIR2'].map(ends)).toEqual([
        ['air-01', 'air-02'],
        ['air-02', 'air-03'],
      ])
    }
  })

  test('coils of breakers have 12 AWG, releases and signals 14 AWG', () => {
    const sizeOf = (id: string) =>
      inside.find(({ connection_id }) => connection_id === id)?.cable?.size_awg ?? null
    expect(['C-EPO1', 'C-SHED', 'C-LKD', 'C-HRU'].map(sizeOf)).toEqual(['14', '14', '14', '14'])
    const trips = site.bess === null ? [null, null] : ['12', '12']
    expect(['C-MV', 'C-TM'].map(sizeOf)).toEqual(trips)
  })
})
