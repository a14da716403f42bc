import * as z from 'zod'

/** Site plan figures; the positions are in the modules. */
export const Layout = z.strictObject({
  origin: z.string(),
  extent_x_m: z.number(),
  extent_y_m: z.number(),
  fence_x0_m: z.number(),
  fence_y0_m: z.number(),
  fence_x1_m: z.number(),
  fence_y1_m: z.number(),
  rows_count: z.int(),
  clearances: z
    .array(
      z.strictObject({
        name: z.string(),
        required_m: z.number(),
        provided_m: z.number(),
        source: z.string(),
      }),
    )
    .readonly(),
})
export type Layout = z.infer<typeof Layout>
