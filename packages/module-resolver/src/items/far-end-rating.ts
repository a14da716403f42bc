import { farEnd } from '../connections/far-end.ts'
import type { ItemsInput } from './items-input.ts'

/** Short-circuit current rating of a unit that is fed from a container, as the current at the end of its supply asks for. */
export function farEndRating(module_id: string, { connections }: ItemsInput): string | undefined {
  const supply = connections.find(({ to, service }) => to.module_id === module_id && service === 'power_lv')
  const end = supply === undefined ? null : farEnd(supply)
  return end === null ? undefined : `${end.rated_ka} kA`
}
