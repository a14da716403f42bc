import type { FieldSwitch, SiteModel, Typical } from '@edp/schemas'

/** A lockable switch beyond a plate, as the sheet of a typical names it. */
export interface SwitchBeyond extends FieldSwitch {
  /** What it stands at. */
  readonly unit: string
}

/** Switches beyond the plates by module and by the port of the plate that leads to them: one look through the connections of a site. */
export function switchesBeyond({
  connections,
}: SiteModel): ReadonlyMap<string, ReadonlyMap<string, SwitchBeyond>> {
  const beyond = new Map<string, Map<string, SwitchBeyond>>()
  for (const { from, to, power } of connections) {
    if (power?.field_switch == null) continue
    const ofModule = beyond.get(from.module_id) ?? new Map<string, SwitchBeyond>()
    beyond.set(from.module_id, ofModule.set(from.port, { ...power.field_switch, unit: to.designation }))
  }
  return beyond
}

/** Those of a typical: the switch of its only module, or with `nn` in place of the number where it stands for several. */
export function ofTypical(
  beyond: ReturnType<typeof switchesBeyond>,
  { module_ids: [first = ''], modules_count }: Pick<Typical, 'module_ids' | 'modules_count'>,
): ReadonlyMap<string, SwitchBeyond> {
  const own = beyond.get(first) ?? new Map<string, SwitchBeyond>()
  if (modules_count === 1) return own
  return new Map(
    [...own].map(([port, { tag, unit, ...rating }]) => [
      port,
      { ...rating, tag: withoutNumber(tag), unit: withoutNumber(unit) },
    ]),
  )
}

/** D01 as Dnn, 89-D001 as 89-Dnnn. */
function withoutNumber(designation: string): string {
  return designation.replace(/\d+$/, (digits) => 'n'.repeat(digits.length))
}
