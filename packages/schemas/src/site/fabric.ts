import * as z from 'zod'

import { ArrayPlugs } from '../assembly/array-plugs.ts'

/** Compute fabric of the site: leaves, spines, the optic between them and the channels from leaf to spine. */
export const Fabric = z.strictObject({
  leaves_count: z.int(),
  spines_count: z.int(),
  tiers: z.int(),
  downlinks_per_leaf: z.int(),
  uplinks_per_leaf: z.int(),
  uplinks_per_leaf_per_spine: z.int(),
  node_cables_count: z.int(),
  spine_cables_count: z.int(),
  spine_module_id: z.string().nullable(),
  spines: z
    .array(z.strictObject({ module_ids: z.array(z.string()).readonly(), each_count: z.int() }))
    .readonly()
    .describe('Modules that hold spines, those with as many together'),
  optic: z
    .strictObject({
      rating: z.string(),
      reach_m: z.number(),
      longest_channel_m: z.number().describe('From leaf to spine; 0 where no fabric leaves a container'),
      longest_channel: z.string().describe('Lengths that it adds up from, m'),
    })
    .describe('Single-mode transceiver of leaves and spines: it reaches over the longest channel'),
  loss: z
    .strictObject({
      pair_db: z.number().describe('Most that a mated pair of MPO connectors loses, dB'),
      fibre_db_per_km: z.number(),
      budget_db: z.number().describe('Most that a channel may lose from transceiver to transceiver, dB'),
      reach_panels: z.int().describe('Mated pairs that the reach of the transceiver assumes'),
      channels: z
        .array(
          z.strictObject({
            way: z.string(),
            links_count: z.int(),
            longest_m: z.number(),
            mated_pairs_count: z.int(),
            loss_db: z.number().describe('Of the longest one'),
            segments: z
              .array(
                z.strictObject({
                  segment: z.string().describe('Cable number, or what cord it is'),
                  plugs: ArrayPlugs.nullable().describe(
                    'Its plugs, `from` towards the leaf; null: the catalogue does not say',
                  ),
                }),
              )
              .readonly()
              .describe('Cables and cords of the longest one from leaf to spine'),
            crossings_count: z
              .int()
              .describe('Segments of type B; parallel optics need an odd number from send to receive'),
          }),
        )
        .readonly()
        .describe('Every link from leaf to spine, by the way that it takes'),
    })
    .describe('Insertion loss of the channels of the fabric'),
  subnet_manager: z
    .strictObject({
      master: z.string().describe('Tag and number of the switch: SPN 1'),
      standby: z.string(),
      nodes_count: z.int().describe('Adapters and switches of the largest fabric'),
      nodes_max: z.int(),
    })
    .describe('Switches whose own software brings up the links, in every fabric of the site'),
  note: z.string(),
})
