import * as z from 'zod'

/** A contact of a transformer: what it is ordered with, wired for and drawn with. */
export const TransformerContact = z.strictObject({
  function: z.string().describe('C37.2 number: 26 temperature, 63 pressure, 71 level'),
  stage: z.int().positive().nullable().describe('null where it has one stage'),
  acts: z.enum(['trip', 'alarm']),
})
export type TransformerContact = z.infer<typeof TransformerContact>

/** Contacts by what they do, as cable schedule and sheets name them: `26-2`, `71`. */
export function contactNames(
  contacts: readonly TransformerContact[],
  acts: TransformerContact['acts'],
): string[] {
  return contacts
    .filter((contact) => contact.acts === acts)
    .map(({ function: number, stage }) => (stage === null ? number : `${number}-${stage}`))
}
