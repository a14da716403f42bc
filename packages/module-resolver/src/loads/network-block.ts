/** A device of the network, management and storage block of one compute container. */
interface BlockDevice {
  readonly device: string
  readonly count: number
  /** Design-maximum power of one, kW. */
  readonly kw: number
  readonly source: string
}

/**
 * Network, management, storage and OT equipment of one compute container. The second out-of-band switch stands in the containers
 * that hold the spines of many containers; in the others its share is room for one.
 */
export const NETWORK_BLOCK: readonly BlockDevice[] = [
  { device: 'QM9700 leaf switch', count: 2, kw: 1.72, source: 'NVIDIA QM9700 data, active cables' },
  {
    device: 'SN5600 storage switch',
    count: 2,
    kw: 0.94,
    source: 'NVIDIA SN5600 data, typical; no maximum published',
  },
  { device: 'SN2201 OOB switch', count: 2, kw: 0.098, source: 'NVIDIA SN2201 data' },
  { device: 'management server', count: 2, kw: 0.8, source: 'assumption' },
  { device: 'NVMe storage shelf', count: 2, kw: 1.2, source: 'assumption' },
  { device: 'OT rack equipment', count: 1, kw: 0.6, source: 'assumption' },
]

/** Power of the block, kW: 10.116. */
export const NETWORK_BLOCK_KW = NETWORK_BLOCK.reduce((sum, row) => sum + row.count * row.kw, 0)
