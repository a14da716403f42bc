import { NODES } from './components.ts'
import { HEAD_SERVERS } from './devices.ts'

/** A line of the bill for transceivers of the storage network of one container. */
interface StorageOptic {
  readonly line: string
  readonly on: string
  readonly description: string
  readonly quantity: number
  readonly rating: string
}

/** Storage switches of a container. */
const SWITCHES = 2
/** Ports of 400 Gbit/s of a head server to each switch, and of the tenants at each; of a node to each switch one, split. */
const [HEAD_LINKS, TENANT_LINKS] = [2, 2]
/** Ports of 200 Gbit/s of a node to each switch (DGX H100 and B200 user guides: four QSFP112 in two cards). */
const NODE_LINKS = 2
/** Ports of a twin-port transceiver. */
const TWIN = 2

const SWITCH_PORTS = NODES.length + HEAD_SERVERS.length * HEAD_LINKS

/**
 * Transceivers at both ends of every fibre of the storage network, and those of the tenants' data. A port of the twin-port kind may stay
 * free at each switch. Source: NVIDIA lists of NDR twin-port OSFP and QSFP112 multimode optics, 50 m; IEEE 802.3, 400GBASE-DR4, 500 m.
 */
export const STORAGE_OPTICS: readonly StorageOptic[] = [
  {
    line: 'C-077',
    on: 'sws-*',
    description: 'twin-port OSFP 2 x 400G, multimode, storage switches to nodes and head servers',
    quantity: SWITCHES * Math.ceil(SWITCH_PORTS / TWIN),
    rating: '2 x 400 Gbit/s, OM4 MPO-12, up to 50 m',
  },
  {
    line: 'C-062',
    on: 'node-*',
    description: 'QSFP112 400G, multimode, nodes to storage switches at 200 Gbit/s over two lanes',
    quantity: NODES.length * SWITCHES * NODE_LINKS,
    rating: '400 Gbit/s, OM4 MPO-12, up to 50 m',
  },
  {
    line: 'C-063',
    on: 'sto-*',
    description: 'QSFP112 400G, multimode, head servers to storage switches',
    quantity: HEAD_SERVERS.length * SWITCHES * HEAD_LINKS,
    rating: '400 Gbit/s, OM4 MPO-12, up to 50 m',
  },
  {
    line: 'C-064',
    on: 'sws-*',
    description: 'twin-port OSFP 2 x 400G, single mode, storage switches to plate EX-C, data of the tenants',
    quantity: (SWITCHES * TENANT_LINKS) / TWIN,
    rating: '2 x 400 Gbit/s, OS2 MPO-12, up to 500 m',
  },
]
