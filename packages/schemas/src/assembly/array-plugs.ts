import * as z from 'zod'

/** How the two ends of a cable or cord with array plugs (MPO) are made. Source of the words: TIA-568.3-E, IEC 61754-7. */
export const ArrayPlugs = z.strictObject({
  polarity: z
    .enum(['A', 'B'])
    .describe('Type of TIA-568.3-E: A leads position n to position n, B from the first to the last'),
  from_pinned: z.boolean().describe('Whether the plug at the end `from` has guide pins'),
  to_pinned: z.boolean().describe('Whether the plug at the end `to` has guide pins'),
  polish: z.enum(['APC', 'UPC']).describe('End face: angled 8 degrees, or at right angles'),
})
export type ArrayPlugs = z.infer<typeof ArrayPlugs>

/** Plugs as they are ordered: `APC, type B, unpinned`, `APC, type B, unpinned to pinned`. */
export function plugsText({ polarity, from_pinned, to_pinned, polish }: ArrayPlugs): string {
  const [from, to] = [from_pinned, to_pinned].map(genderText)
  return `${polish}, type ${polarity}, ${from === to ? from : `${from} to ${to}`}`
}

/** `pinned` or `unpinned`. */
export function genderText(pinned: boolean): string {
  return pinned ? 'pinned' : 'unpinned'
}
