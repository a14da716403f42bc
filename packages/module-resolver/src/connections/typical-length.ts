import { roundTo, type AssemblyPort, type AssemblySpec, type RunLength } from '@edp/schemas'

import type { Source } from './typical.ts'

/** Route of the assembly's rules: along the tray, or straight in rectangular steps; given lengths as they are. */
export function lengthOf(
  spec: AssemblySpec,
  source: Source,
  from: AssemblyPort,
  to: AssemblyPort,
): RunLength {
  const rules = spec.length_rules
  const [ax, ay, az] = from.position_mm
  const [bx, by, bz] = to.position_mm
  const across = (Math.abs(ax - bx) + Math.abs(ay - by)) / 1000
  const tray = Math.abs(rules.tray_z_mm - az) + Math.abs(rules.tray_z_mm - bz)
  const rise = (source.route === 'tray' ? tray : Math.abs(az - bz)) / 1000
  const tails = 2 * rules.tail_m
  const needed = source.length_m ?? (across + rise) * rules.slack_factor + tails
  return {
    route_m: roundTo(across, 1),
    rise_m: roundTo(rise, 1),
    termination_m: tails,
    slack_pct: roundTo((rules.slack_factor - 1) * 100, 0),
    cut_m: roundTo(Math.ceil(roundTo(needed / rules.step_m, 6)) * rules.step_m, 1),
    basis:
      source.length_m === undefined
        ? `LE-INT-01: ${source.route} route x ${rules.slack_factor} + 2 x ${rules.tail_m} m`
        : 'LE-INT-02: given by the assembly',
  }
}
