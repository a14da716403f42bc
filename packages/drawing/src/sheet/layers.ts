import type { Layer, Linetype } from '@edp/schemas'

type Rgb = Layer['rgb']
const BLACK: Rgb = [0, 0, 0]
const GREY: Rgb = [128, 128, 128]

function layer(
  name: string,
  aci: number,
  lineweight_mm: number,
  rgb: Rgb,
  description: string,
  linetype?: string,
): Layer {
  return { name, description, aci, rgb, lineweight_mm, ...(linetype === undefined ? {} : { linetype }) }
}

/** Linetypes that every drawing may use; dash and gap lengths follow ISO 128-2 at a line width of 0.25 to 0.35 mm. */
export const LINETYPES: readonly Linetype[] = [
  { name: 'DASHED', description: 'Boundaries and equipment by others', pattern_mm: [4, 2] },
  { name: 'HIDDEN', description: 'Signals and control', pattern_mm: [2, 1.2] },
  { name: 'CENTER', description: 'Limits of supply, zones', pattern_mm: [9, 1.5, 1, 1.5] },
  { name: 'DASHDOT', description: 'Containers and enclosures', pattern_mm: [6, 1.5, 0.5, 1.5] },
]

/**
 * Layers that the writers add to every drawing for frame, title block, notes and legend; names after the US National
 * CAD Standard (discipline - major - minor).
 */
export const FURNITURE_LAYERS: readonly Layer[] = [
  layer('G-ANNO-TTLB', 7, 0.35, BLACK, 'Frame and title block'),
  layer('G-ANNO-BRDR', 7, 0.7, BLACK, 'Border'),
  layer('G-ANNO-TEXT', 7, 0.18, BLACK, 'Notes, legend and text of the title block'),
]

/** Layers of the single line diagram. */
export const SLD_LAYERS: readonly Layer[] = [
  layer('E-POWR-MV', 1, 0.7, [176, 0, 0], 'Medium voltage'),
  layer('E-POWR-LV', 5, 0.5, [0, 48, 170], 'Low voltage'),
  layer('E-POWR-DC', 6, 0.5, [150, 0, 140], 'Direct current'),
  layer('E-POWR-BUSB', 7, 1, BLACK, 'Busbars'),
  layer('E-SYMB-EQPT', 7, 0.35, BLACK, 'Equipment symbols'),
  layer('E-PROT-RELY', 4, 0.25, [0, 110, 120], 'Protection relays and trip lines'),
  layer('E-METR-INST', 3, 0.25, [0, 110, 40], 'Metering and instrument transformers'),
  layer('E-GRND', 3, 0.35, [0, 110, 40], 'Earthing'),
  layer('E-BNDY', 8, 0.25, GREY, 'Boundaries of containers and of the work of others', 'DASHED'),
  layer('E-ANNO-TEXT', 7, 0.18, BLACK, 'Ratings and cable data'),
  layer('E-ANNO-TAGS', 7, 0.25, BLACK, 'Designations'),
  layer('E-ANNO-TABL', 7, 0.18, BLACK, 'Tables'),
]

/** Layers of the piping and instrumentation diagram. */
export const PID_LAYERS: readonly Layer[] = [
  layer('M-PIPE-TCSS', 5, 0.7, [0, 48, 170], 'Technology loop, supply (cold)'),
  layer('M-PIPE-TCSR', 1, 0.7, [176, 0, 0], 'Technology loop, return (warm)'),
  layer('M-PIPE-FWSS', 4, 0.7, [0, 125, 165], 'Facility loop, supply (cold)'),
  layer('M-PIPE-FWSR', 30, 0.7, [190, 90, 0], 'Facility loop, return (warm)'),
  layer('M-PIPE-AUXL', 8, 0.35, [90, 90, 90], 'Fill, drain, vent and relief lines'),
  layer('M-EQPT', 7, 0.5, BLACK, 'Equipment'),
  layer('M-VALV', 7, 0.35, BLACK, 'Valves and line fittings'),
  layer('M-HOSE', 8, 0.35, [90, 90, 90], 'Hoses and couplings'),
  layer('M-INST', 3, 0.25, [0, 110, 40], 'Instruments'),
  layer('M-SIGL', 6, 0.25, [150, 0, 140], 'Signals', 'HIDDEN'),
  layer('M-LEAK', 140, 0.35, [0, 110, 190], 'Leak detection ropes', 'DASHED'),
  layer('M-BNDY', 8, 0.25, GREY, 'Boundaries of skids and containers', 'DASHDOT'),
  layer('M-ANNO-TEXT', 7, 0.18, BLACK, 'Line numbers, ratings and data'),
  layer('M-ANNO-TAGS', 7, 0.25, BLACK, 'Tags'),
  layer('M-ANNO-TABL', 7, 0.18, BLACK, 'Tables'),
]

/** Layers of the network diagram. */
export const COMMS_LAYERS: readonly Layer[] = [
  layer('T-NETW-FIBR', 30, 0.5, [190, 90, 0], 'Optical fibre'),
  layer('T-NETW-COPR', 5, 0.35, [0, 48, 170], 'Copper Ethernet'),
  layer('T-NETW-SERL', 3, 0.35, [0, 110, 40], 'Serial buses'),
  layer('T-NETW-FABR', 6, 0.5, [150, 0, 140], 'Compute fabric'),
  layer('T-NETW-WAN', 1, 0.5, [176, 0, 0], 'Wide area network'),
  layer('T-EQPT', 7, 0.35, BLACK, 'Network equipment and devices'),
  layer('T-ZONE', 8, 0.25, GREY, 'Network zones', 'CENTER'),
  layer('T-BNDY', 8, 0.25, GREY, 'Containers, work of others', 'DASHED'),
  layer('T-ANNO-TEXT', 7, 0.18, BLACK, 'Addresses, ports and data'),
  layer('T-ANNO-TAGS', 7, 0.25, BLACK, 'Tags'),
  layer('T-ANNO-TABL', 7, 0.18, BLACK, 'Tables'),
]
