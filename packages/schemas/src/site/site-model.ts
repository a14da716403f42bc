import * as z from 'zod'

import { ConfiguratorPayload } from '../configurator-payload.ts'
import { Basis, Finding } from '../finding.ts'
import { ModuleResolution } from '../module-resolution.ts'
import { Bess } from './bess.ts'
import { Connection, Typical } from './connection.ts'
import { Cooling } from './cooling.ts'
import { Electrical } from './electrical.ts'
import { Layout } from './layout.ts'
import { Loads } from './loads.ts'
import { Network } from './network.ts'
import { SiteItem } from './site-item.ts'
import { Block, SiteModule } from './site-module.ts'

/** The engineered site: everything that two documents could disagree about is decided once, here. */
export const SiteModel = z.strictObject({
  schema: z.literal('edp.site-model/1'),
  design_revision: z.string().describe('Short hash of payload, catalogue and rules'),
  payload: ConfiguratorPayload,
  resolution: ModuleResolution,
  plate_ids: z.array(z.string()).readonly(),
  blocks: z.array(Block).readonly(),
  modules: z.array(SiteModule).readonly(),
  typicals: z.array(Typical).readonly(),
  connections: z.array(Connection).readonly().describe('Connections between modules'),
  items: z.array(SiteItem).readonly(),
  loads: Loads,
  electrical: Electrical,
  bess: Bess.nullable(),
  cooling: Cooling,
  network: Network,
  layout: Layout,
  basis: z.array(Basis).readonly(),
  findings: z.array(Finding).readonly(),
})
export type SiteModel = z.infer<typeof SiteModel>
