import { NETWORK_BLOCK } from './network-block.ts'

/** Greatest power of a spine switch, kW: the same switch as the leaves. */
export const SPINE_KW = NETWORK_BLOCK.find((row) => row.device === 'QM9700 leaf switch')?.kw ?? Number.NaN

/** Air conditioning of switches and servers over their heat. Source: `assumption`, coefficient of performance 3, as in the containers. */
export const COOLING_SHARE = 1 / 3

/** Parts of that power: the switches, and the air conditioning of their heat, kW. */
export function spineShares(spine_kw: number): { readonly switches_kw: number; readonly cooling_kw: number } {
  const switches_kw = spine_kw / (1 + COOLING_SHARE)
  return { switches_kw, cooling_kw: spine_kw - switches_kw }
}

/** Power of spine switches with the air conditioning of their heat, kW; they are in no container's budget. */
export function spinePower(spines: number): number {
  return spines * SPINE_KW * (1 + COOLING_SHARE)
}
