import type { GpuVariant } from '@edp/schemas'

/** GPU nodes in one compute container: 7 nodes of 8 GPUs (seed). */
export const NODES_PER_CONTAINER = 7

/** Power supplies of one node: how many, and what each gives, kW. Source: NVIDIA DGX H100 and DGX B200 user guides. */
export const NODE_SUPPLIES = { count: 6, each_kw: 3.3 } as const

/** Greatest input of one 8-GPU node, kW. Source: NVIDIA DGX H100 and DGX B200 user guides. */
export const NODE_MAX_KW = { h100_sxm: 10.2, b200: 14.3 } as const satisfies Record<GpuVariant, number>
