import { part, type PortSource, type YardSource } from '../variant.ts'
import { LV, MV } from './ports.ts'

type YardPort = [
  id: string,
  service: PortSource['service'],
  flow: PortSource['flow'],
  termination: string,
  rating: PortSource['rating'],
  plate_id: string | null,
  slot: string,
  kind: NonNullable<PortSource['interface']>['with'],
  extra?: Partial<PortSource>,
]
const yardPort = ([
  id,
  service,
  flow,
  termination,
  rating,
  plate_id,
  slot,
  kind,
  extra,
]: YardPort): PortSource => ({
  id,
  on: 'FRAME',
  service,
  flow,
  position_mm: [0, 0, 800],
  termination,
  rating,
  interface: { plate_id, slot, with: kind },
  ...extra,
})
const EARTHS: YardPort[] = (['G1', 'G2'] as const).map((slot) => [
  slot,
  'earth',
  'both',
  'stud M12',
  { short_time_current_ka: 25 },
  null,
  slot,
  'earth_ring',
])
const OUTPUT_AC = { when: { bess_coupling: ['ac_coupled' as const, 'dc_integrated_pcs' as const] } }
const OUTPUT_DC = { when: { bess_coupling: ['dc_external_pcs' as const] } }

/** Outdoor equipment of a block; masses and sizes are assumptions. */
export function yard(plate: string): YardSource[] {
  const plateMass = part('B-020', null, 'interface_plate', `Interface plate ${plate} with connectors`, 1, {
    unit_mass_kg: 45,
  })
  return [
    {
      kind: 'unit_transformer',
      description: 'Unit transformer, pad-mounted, less-flammable liquid',
      size_m: [2.6, 2.2, 2.2],
      mass_kg: 5600,
      scope: 'bought_in',
      bom: [],
      ports: (
        [
          [
            'HV',
            'power_mv',
            'in',
            'dead-front elbow',
            { ...MV, current_a: 600 },
            'EX-G',
            'T',
            'grid_container',
          ],
          ['LV', 'power_lv', 'out', 'spade', { ...LV, current_a: 4000 }, 'EX-G', 'L', 'grid_container'],
          ['X', 'control', 'both', 'terminal box', { voltage_v: 125 }, 'EX-G', 'X', 'grid_container'],
          ...EARTHS,
        ] satisfies YardPort[]
      ).map(yardPort),
    },
    {
      kind: 'bess_skid',
      description: 'Battery skid with step-up transformer',
      size_m: [6.5, 2.2, 2.4],
      mass_kg: 14000,
      scope: 'bought_in',
      bom: [],
      ports: (
        [
          [
            'BG.P1',
            'power_lv',
            'in',
            'two-hole lug',
            { ...LV, current_a: 3000 },
            plate,
            'P1',
            'bess_unit',
            OUTPUT_AC,
          ],
          [
            'BG.D1',
            'power_dc',
            'in',
            'two-hole lug',
            { voltage_v: 1500, current_a: 2500 },
            plate,
            'D1',
            'bess_unit',
            OUTPUT_DC,
          ],
          ['BG.C1', 'control', 'both', 'terminal box', { voltage_v: 24 }, plate, 'C1', 'bess_unit'],
          [
            'EPO.IN',
            'control',
            'both',
            'terminal box',
            { voltage_v: 125 },
            'EX-G',
            'E',
            'grid_container',
            { optional: true },
          ],
          ...(['EPO.UP', 'EPO.OUT'] as const).map((id): YardPort => [
            id,
            'control',
            'both',
            'terminal box',
            { voltage_v: 125 },
            null,
            'EPO-LINK',
            'bess_skid',
            { optional: true },
          ]),
          [
            'MV.IN',
            'power_mv',
            'both',
            'dead-front elbow',
            { ...MV, current_a: 600 },
            'EX-G',
            'B',
            'grid_container',
            { optional: true },
          ],
          [
            'MV.UP',
            'power_mv',
            'both',
            'dead-front elbow',
            { ...MV, current_a: 600 },
            null,
            'MV-LINK',
            'bess_skid',
            { optional: true },
          ],
          [
            'MV.OUT',
            'power_mv',
            'both',
            'dead-front elbow',
            { ...MV, current_a: 600 },
            null,
            'MV-LINK',
            'bess_skid',
            { optional: true },
          ],
          ...EARTHS,
        ] satisfies YardPort[]
      ).map(yardPort),
    },
    {
      kind: 'bess_unit',
      description: 'Battery unit',
      size_m: [6.1, 2.5, 2.9],
      mass_kg: 40000,
      scope: 'bought_in',
      bom: [
        plateMass,
        part('B-030', null, 'safety', 'Dry pipe and fire-brigade connection for water spray', 1, {
          unit: 'set',
          scope: 'by_others',
        }),
      ],
      ports: (
        [
          [
            'BG.P1',
            'power_lv',
            'out',
            'two-hole lug',
            { ...LV, current_a: 3000 },
            plate,
            'P1',
            'bess_skid',
            OUTPUT_AC,
          ],
          [
            'BG.D1',
            'power_dc',
            'out',
            'two-hole lug',
            { voltage_v: 1500, current_a: 2500 },
            plate,
            'D1',
            'bess_skid',
            OUTPUT_DC,
          ],
          ['BG.C1', 'control', 'both', 'M23 connector', { voltage_v: 24 }, plate, 'C1', 'bess_skid'],
          ['BG.A1', 'power_lv', 'in', 'gland', { ...LV, current_a: 60 }, plate, 'A1', 'grid_container'],
          [
            'BG.F1',
            'fibre',
            'both',
            'LC duplex bulkhead',
            { fibres_count: 12 },
            plate,
            'F1',
            'grid_container',
          ],
          ...EARTHS,
        ] satisfies YardPort[]
      ).map(yardPort),
    },
  ]
}
