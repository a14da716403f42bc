import { roundTo, type ClimateZone, type GpuVariant, type Loads } from '@edp/schemas'

import { CLIMATE } from '../cooling/climate-table.ts'
import { trimChillerPower } from '../cooling/cooling-plan.ts'
import { NODE_MAX_KW, NODES_PER_CONTAINER } from './gpu-nodes.ts'
import { NETWORK_BLOCK_KW } from './network-block.ts'

/** Fixed figures of the budget. Source of each: `assumption` where nothing else is said, to be replaced by test records. */
const CDU_PUMP_KW = 2.2
const FACILITY_PUMP_KW = 2.2
/** Fan power per heat rejected by the dry cooler. */
const FAN_SHARE = 0.025
/** Share of node power that the liquid side is sized for; published capture is 85 to 95 %. */
export const LIQUID_SHARE = 0.9
/** Share of node power that the air side is sized for; overlaps the liquid side on purpose. */
export const AIR_SHARE = 0.25
/** Heat through the envelope, kW. */
export const ENVELOPE_KW = 3
const AIR_COP = 3
/** What runs at a time; service receptacles are used when somebody works inside, within the rest of it. */
const BUILDING_SERVICES_KW = 2.5
const BUILDING_SERVICES =
  'light 0.3, access and cameras 0.4, fire and controls 0.6, UPS losses 0.9, receptacles 0.3'
/** Share of the load that cables and transformers inside lose. */
export const DISTRIBUTION_LOSS = 0.02
/** Heat tracing of the outdoor lines of one container, kW (assumption). */
export const TRACING_KW = 4
/** Typical over design-maximum power. */
export const TYPICAL_SHARE = 0.8

/** Power budget of one compute container. */
export interface ContainerBudget {
  /** Two decimals, so that they add up to the total at one. */
  readonly lines: Loads['container_lines']
  readonly node_kw: number
  readonly network_kw: number
  readonly it_kw: number
  readonly max_kw: number
  readonly typical_kw: number
  readonly compressor_kw: number
}

/**
 * Design-maximum power of one compute container, line by line. Distribution losses are taken on everything but the heat
 * tracing, which has but a cable behind the panel.
 */
export function containerBudget(variant: GpuVariant, climate: ClimateZone): ContainerBudget {
  const nodes = NODES_PER_CONTAINER * NODE_MAX_KW[variant]
  const air = AIR_SHARE * nodes + NETWORK_BLOCK_KW + ENVELOPE_KW
  const compressor = air / AIR_COP
  const chiller = trimChillerPower(CLIMATE[climate].rejection, LIQUID_SHARE * nodes)
  const base: [string, number, string][] = [
    ['GPU nodes', nodes, `${NODES_PER_CONTAINER} x ${NODE_MAX_KW[variant]} kW, maximum input`],
    [
      'Network, management, storage',
      NETWORK_BLOCK_KW,
      'leaf, storage and OOB switches, servers, shelves, OT',
    ],
    ['CDU pumps', CDU_PUMP_KW, '2 x 2.2 kW, N+1, one running'],
    ['Facility loop pump', FACILITY_PUMP_KW, 'N+1, one running'],
    ['Dry cooler fans', FAN_SHARE * LIQUID_SHARE * nodes, '2.5 % of the liquid heat'],
    ['Residual air cooling', compressor, `${roundTo(air, 1)} kW of heat, COP ${AIR_COP}`],
    ...(chiller === 0
      ? []
      : [['Trim chiller', chiller, '25 % of the liquid heat, COP 4'] satisfies [string, number, string]]),
    ['Lighting, safety, controls, UPS losses', BUILDING_SERVICES_KW, BUILDING_SERVICES],
  ]
  const subtotal = base.reduce((sum, [, kw]) => sum + kw, 0)
  const all: [string, number, string][] = [
    ...base,
    ['Internal distribution losses', DISTRIBUTION_LOSS * subtotal, '2 % of the lines above'],
  ]
  if (CLIMATE[climate].low_ambient)
    all.push(['Heat tracing, anti-condensation', TRACING_KW, `${climate.replaceAll('_', ' ')} sites only`])
  const max = all.reduce((sum, [, kw]) => sum + kw, 0)
  return {
    lines: all.map(([line, kw, note]) => ({ line, per_container_kw: roundTo(kw, 2), note })),
    node_kw: nodes,
    network_kw: NETWORK_BLOCK_KW,
    it_kw: nodes + NETWORK_BLOCK_KW,
    max_kw: roundTo(max, 1),
    typical_kw: roundTo(TYPICAL_SHARE * max, 1),
    compressor_kw: compressor + chiller,
  }
}
