import { bessUnits } from './grid/bess-units.ts'
import { COMPONENTS, COMPUTE_FEEDERS, SHELL_KG } from './grid/components.ts'
import { CONNECTIONS } from './grid/connections.ts'
import { BOM } from './grid/parts.ts'
import { ports } from './grid/ports.ts'
import { POSITIONS } from './grid/positions.ts'
import { yard } from './grid/yard.ts'
import { dryMass, head, type Coupling, type Family, type SpecSource } from './variant.ts'

/** spec.yaml of a grid container. */
export function gridSpec(family: Family, coupling: Coupling): SpecSource {
  const plate = coupling === 'ac' ? 'BG-AC' : 'BG-DC'
  return {
    ...head(
      'grid_container',
      family,
      coupling,
      'Grid container, 40 ft high cube, MV and LV switchgear, protection and EMS',
    ),
    envelope: { iso_code: '45G1', length_mm: 12192, width_mm: 2438, height_mm: 2896 },
    mass: {
      shell_kg: SHELL_KG,
      dry_declared_kg: dryMass(SHELL_KG, COMPONENTS),
      coolant_fill_kg: 0,
      gross_max_kg: 30480,
    },
    footprint: { clearance_ends_mm: 3000, clearance_sides_mm: 3000 },
    limits: { compute_feeders_count: COMPUTE_FEEDERS, load_kva: 5000, air_heat_kw: 60 },
    bess_units: bessUnits(family, coupling),
    components: COMPONENTS,
    positions: POSITIONS,
    openings: [
      { id: 'DOOR-P', kind: 'personnel_door', wall: 'y_max', centre_mm: [7600, 1250], size_mm: [900, 2050] },
      { id: 'LV-1', kind: 'louvre', wall: 'y_max', centre_mm: [3200, 1500], size_mm: [1500, 1200] },
    ],
    plate_mounts: [
      { id: 'PLATE-EX-G', plate_id: 'EX-G', wall: 'x_min', centre_mm: [1200, 900] },
      // over the air conditioner opposite the low-voltage board: the mains are nearest the point of entrance (NEC 2023, 240.21(C)(4))
      { id: 'PLATE-EX-L', plate_id: 'EX-L', wall: 'y_max', centre_mm: [6400, 2450] },
      // behind the low-voltage board, and between the rack of the EMS and the doors
      { id: 'PLATE-EX-F', plate_id: 'EX-F', wall: 'y_min', centre_mm: [6800, 1000] },
      { id: 'PLATE-EX-N', plate_id: 'EX-N', wall: 'y_min', centre_mm: [11750, 1450] },
    ],
    ports: ports(plate),
    connections: CONNECTIONS,
    yard: yard(plate),
    length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
    bom: BOM,
  }
}
