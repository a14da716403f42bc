/** A line of the bill of a specification. */
export const part = (line_id: string, extra: object = {}): object => ({
  line_id,
  component: null,
  category: 'power',
  description: line_id,
  quantity: 1,
  unit: 'ea',
  ...extra,
})

/** What every specification has; masses as the example catalogue has them. */
export const FRAME = {
  status: 'example',
  assembly_version: '1.0.0',
  envelope: { iso_code: '45G1', length_mm: 12_192, width_mm: 2438, height_mm: 2896 },
  mass: { shell_kg: 7000, dry_declared_kg: 12_734, coolant_fill_kg: 380, gross_max_kg: 30_480 },
  footprint: { clearance_ends_mm: 4000, clearance_sides_mm: 1500 },
  openings: [],
  plate_mounts: [],
  length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
} as const
