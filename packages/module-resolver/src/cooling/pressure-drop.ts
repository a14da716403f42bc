import type { Coolant } from '@edp/schemas'

/** Roughness of drawn stainless pipe with its welds, mm. */
const ROUGHNESS_MM = 0.045

/** Flow in a pipe, unrounded. */
export interface PipeFlow {
  readonly velocity_m_s: number
  readonly reynolds: number
  readonly pressure_drop_pa_per_m: number
}

/** Velocity, Reynolds number and friction loss (Darcy-Weisbach with Haaland's friction factor; 64/Re when laminar). */
export function pipeFlow(flow_lpm: number, inner_diameter_mm: number, coolant: Coolant): PipeFlow {
  if (flow_lpm === 0) return { velocity_m_s: 0, reynolds: 0, pressure_drop_pa_per_m: 0 }
  const diameter_m = inner_diameter_mm / 1000
  const velocity = flow_lpm / 60_000 / ((Math.PI / 4) * diameter_m ** 2)
  const reynolds = (coolant.density_kg_m3 * velocity * diameter_m) / (coolant.viscosity_mpas / 1000)
  const friction = reynolds < 2300 ? 64 / reynolds : haaland(reynolds, ROUGHNESS_MM / inner_diameter_mm)
  return {
    velocity_m_s: velocity,
    reynolds,
    pressure_drop_pa_per_m: ((friction / diameter_m) * coolant.density_kg_m3 * velocity ** 2) / 2,
  }
}

function haaland(reynolds: number, relative_roughness: number): number {
  return (-1.8 * Math.log10((relative_roughness / 3.7) ** 1.11 + 6.9 / reynolds)) ** -2
}
