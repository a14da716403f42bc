import type { Connection, Network, Typical } from '@edp/schemas'

import { fabricChannels, fabricOptic } from './fabric-channels.ts'
import { fabricLoss } from './fabric-loss.ts'

/** The fabric with its optic and the loss of its channels, once the lengths of its cables are known. */
export function withFabricChannels(
  network: Network,
  connections: readonly Connection[],
  typicals: readonly Typical[],
): Network {
  const optic = fabricOptic(fabricChannels(network, connections, typicals))
  const loss = fabricLoss(network, connections, typicals)
  return { ...network, fabric: { ...network.fabric, optic, loss } }
}
