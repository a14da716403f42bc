import type { AssemblySpec } from '@edp/schemas'

import { gridSpec } from './grid-fixture.ts'

/** A DC position of the battery's plate with so many pairs of poles. */
export const withDcPoles = (circuits_count: number): AssemblySpec => {
  const { yard } = gridSpec()
  return gridSpec({
    yard: yard.map((unit) => ({
      ...unit,
      ports: unit.ports.map((p) =>
        p.id === 'BG.D1' ? { ...p, rating: { ...p.rating, circuits_count } } : p,
      ),
    })),
  })
}

/** A grid container whose seal of a collector takes so many cables. */
export const withCollectorSeal = (cables_count: number): AssemblySpec =>
  gridSpec({
    ports: gridSpec().ports.map((p) =>
      p.id === 'EX-G.B{n}' ? { ...p, rating: { ...p.rating, cables_count } } : p,
    ),
  })

/** A grid container whose feeders A enter by one frame for so many cables. */
export const withTransits = (cables_count: number): AssemblySpec =>
  gridSpec({
    plate_mounts: [{ id: 'PLATE-F', plate_id: 'F', wall: 'y_min', centre_mm: [500, 500] }],
    ports: gridSpec().ports.map((p) =>
      p.id === 'CG{n:02}.PA'
        ? { ...p, entry: { plate_id: 'F', slot: 'PA', slots_count: 1, cables_count } }
        : p,
    ),
  })

/** A grid container whose secondaries enter so far from their board, over a tray at the height of both. */
export const withEntrance = (along_mm: number): AssemblySpec =>
  gridSpec({
    plate_mounts: [{ id: 'PLATE-L', plate_id: 'EX-L', wall: 'y_min', centre_mm: [along_mm, 2650] }],
    length_rules: { ...gridSpec().length_rules, tray_z_mm: 2650 },
    ports: gridSpec().ports.map((p) => (p.id === 'EX-L.L{n}' ? { ...p, position_mm: [0, 0, 2650] } : p)),
  })
