import { COMPONENTS, SHELL_KG } from './compute/components.ts'
import { CONNECTIONS } from './compute/connections.ts'
import { HEAT_REJECTION } from './compute/heat-rejection.ts'
import { CONDENSER_LOUVRES } from './compute/louvres.ts'
import { BOM } from './compute/parts.ts'
import { PORTS } from './compute/ports.ts'
import { POSITIONS } from './compute/positions.ts'
import { READINGS } from './compute/readings.ts'
import { dryMass, head, type Coupling, type Family, type SpecSource } from './variant.ts'

/** spec.yaml of a compute container. */
export function computeSpec(family: Family, coupling: Coupling): SpecSource {
  return {
    ...head(
      'compute_container',
      family,
      coupling,
      'Compute container, 40 ft high cube, 7 nodes of 8 GPUs, liquid cooled',
    ),
    envelope: { iso_code: '45G1', length_mm: 12192, width_mm: 2438, height_mm: 2896 },
    mass: {
      shell_kg: SHELL_KG,
      dry_declared_kg: dryMass(SHELL_KG, COMPONENTS),
      coolant_fill_kg: 380,
      gross_max_kg: 30480,
    },
    footprint: { clearance_ends_mm: 4000, clearance_sides_mm: 1500 },
    cooling: {
      cdu_heat_kw: 150,
      technology_volume_l: 120,
      facility_volume_l: 250,
      air_unit_kw: 20,
      air_units_count: 3,
      readings: READINGS,
    },
    network: { leaf_switches_count: 2, leaf_ports_count: 64, ot_switches_count: 1, oob_switches_count: 1 },
    components: COMPONENTS,
    positions: POSITIONS,
    openings: [
      { id: 'DOOR-P', kind: 'personnel_door', wall: 'y_max', centre_mm: [11000, 1250], size_mm: [900, 2050] },
      ...CONDENSER_LOUVRES,
    ],
    plate_mounts: [
      { id: 'PLATE-CG', plate_id: 'CG', wall: 'x_min', centre_mm: [1670, 1520] },
      { id: 'PLATE-CD', plate_id: 'CD', wall: 'x_min', centre_mm: [1670, 770] },
      { id: 'PLATE-EX-C', plate_id: 'EX-C', wall: 'x_min', centre_mm: [510, 690] },
    ],
    ports: PORTS,
    connections: CONNECTIONS,
    yard: [HEAT_REJECTION],
    length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
    bom: BOM,
  }
}
