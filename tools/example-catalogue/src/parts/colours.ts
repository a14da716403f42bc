import type { Service } from '@edp/schemas'

/** Colours of the models, sRGB. */
export const COLOURS = {
  wall: '#4f6d7a',
  frame: '#35505c',
  floor: '#8a7350',
  casting: '#2b2f33',
  cabinet: '#d7d9d6',
  door: '#c3c7c6',
  dark: '#2d3136',
  device: '#3f5f8a',
  rubber: '#1d1f21',
  zinc: '#9aa0a6',
  aluminium: '#c9ced1',
  white: '#eef0f0',
  glass: '#9cc3d6',
  gold: '#b79a4e',
  red: '#b3261e',
  green: '#4f9a5b',
  copper: '#b5703c',
  kept: '#e0b92f',
  resin: '#8c3b2e',
  supply: '#2f6fb0',
  return: '#c2452d',
} as const

/** Colour of a slot's connector by what flows through it. */
export const SERVICE_COLOURS = {
  power_mv: '#7a2e8c',
  power_lv: '#2d3136',
  power_dc: '#b3261e',
  earth: '#4f9a5b',
  control: '#6b7a86',
  fibre: '#d9822b',
  copper: '#2f6fb0',
  coolant_supply: COLOURS.supply,
  coolant_return: COLOURS.return,
  drain: '#6b7a86',
  water: '#4a90c2',
} satisfies Record<Service, string>

/** North American 480 V phase colours (brown, orange, yellow), grey neutral, green earth; red and black for DC. */
export const POLE_COLOURS: Readonly<Record<string, string>> = {
  L1: '#6b4a2f',
  L2: '#d9822b',
  L3: '#e0b92f',
  N: '#9aa0a6',
  PE: '#4f9a5b',
  'DC+': '#b3261e',
  'DC-': '#1d1f21',
}
