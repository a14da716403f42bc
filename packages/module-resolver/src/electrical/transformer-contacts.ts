import type { Transformer, TransformerContact } from '@edp/schemas'

/**
 * Contacts in a transformer of a block or a skid: temperature and pressure warn in a first stage and trip in a second, the level warns.
 * Source: IEEE C37.91 practice, numbers of IEEE C37.2; stages: design choice.
 */
export const TRANSFORMER_CONTACTS = [
  { function: '26', stage: 1, acts: 'alarm' },
  { function: '26', stage: 2, acts: 'trip' },
  { function: '63', stage: 1, acts: 'alarm' },
  { function: '63', stage: 2, acts: 'trip' },
  { function: '71', stage: null, acts: 'alarm' },
] as const satisfies readonly TransformerContact[]

/** What the maker has to deliver: `contacts 26 and 63 in 2 stages each, 71 in one`. */
export function contactsOrder(contacts: readonly TransformerContact[]): string {
  const stages = new Map<string, number>()
  for (const { function: number } of contacts) stages.set(number, (stages.get(number) ?? 0) + 1)
  const alike = new Map<number, string[]>()
  for (const [number, count] of stages) alike.set(count, [...(alike.get(count) ?? []), number])
  return `contacts ${[...alike].map(([count, numbers]) => `${numbers.join(' and ')} in ${stagesText(count, numbers.length)}`).join(', ')}`
}

function stagesText(count: number, numbers: number): string {
  if (count === 1) return 'one stage'
  return numbers === 1 ? `${count} stages` : `${count} stages each`
}

/** The order of the transmitter that goes with them, empty where there is none. */
export function sensorOrder({ winding_sensor: sensor }: Pick<Transformer, 'winding_sensor'>): string {
  return sensor === null
    ? ''
    : `, winding temperature with transmitter ${sensor.signal} for ${sensor.read_by}`
}
