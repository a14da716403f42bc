import * as z from 'zod'

/** A number, a text or a flag that a reviewer can check. */
export const Figure = z.union([z.number(), z.string(), z.boolean()])

/** What a competent reviewer would object to. It does not fail the job; it is printed where it matters. */
export const Finding = z
  .strictObject({
    code: z
      .string()
      .regex(/^[A-Z]{2,5}-\d{3}$/)
      .describe('Stable code from the list of checks, e.g. LOAD-001'),
    severity: z.enum(['info', 'warning', 'critical']).describe('How much it matters'),
    message: z.string().describe('One sentence, figures included'),
    concerns: z.array(z.string()).readonly().describe('Designations, tags or fields that it is about'),
    figures: z.record(z.string(), Figure).describe('The figures, units in the key'),
    artifacts: z.array(z.string()).readonly().describe('Artifact kinds whose notes print it'),
  })
  .readonly()
export type Finding = z.infer<typeof Finding>

/** Shown working of one computed figure: rule, inputs, formula and source. */
export const Basis = z
  .strictObject({
    rule_id: z.string().describe('Stable id of the rule, e.g. EL-FEEDER-01'),
    quantity: z.string().describe('What was computed, in words'),
    applies_to: z.string().describe('Designation, tag or scope the figure belongs to'),
    value: Figure.describe('The result'),
    unit: z.string().describe('Unit of the result, empty for a count or a text'),
    formula: z.string().describe('How the result follows from the inputs'),
    inputs: z.record(z.string(), Figure).describe('The inputs, units in the key'),
    source: z.string().describe('Standard, document or `assumption`'),
  })
  .readonly()
export type Basis = z.infer<typeof Basis>
