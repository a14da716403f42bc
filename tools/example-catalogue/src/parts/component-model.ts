import { EdpError } from '@edp/schemas'

import type { Model } from '../kernel/scene.ts'
import type { Stock } from '../kernel/stock.ts'
import { airUnit, cdu, cylinderBottle, manifold, tray, wallBox } from './mechanical-parts.ts'
import { luminaires, mvSwitchgear, panel, panelboard, sensor, transformer } from './electrical-parts.ts'
import { node, rack, rackPdu, switchUnit } from './rack-parts.ts'

/** What a builder needs to know of a component. Its own frame: width along x, depth along y, front at y = depth, z up. */
export interface ComponentShape {
  readonly id: string
  readonly kind: string
  readonly width: number
  readonly depth: number
  readonly height: number
  readonly colour: string
  readonly panels_count: number
}

export type ComponentBuilder = (stock: Stock, shape: ComponentShape) => Model

const BUILDERS: Readonly<Record<string, ComponentBuilder>> = {
  panel,
  panelboard,
  luminaires,
  transformer,
  mv_switchgear: mvSwitchgear,
  sensor,
  rack,
  node,
  switch: switchUnit,
  rack_pdu: rackPdu,
  cdu,
  hvac: airUnit,
  wallbox: wallBox,
  cylinder: cylinderBottle,
  tray,
  manifold,
}

/** Kinds of component that can be drawn; `plate_zone` is part of the shell, because it frames a plate. */
const COMPONENT_KINDS: readonly string[] = [...Object.keys(BUILDERS), 'plate_zone']

/** The model of a component; throws `invalid_catalogue` for a kind that nobody can draw. */
export function componentModel(stock: Stock, shape: ComponentShape): Model {
  const build = BUILDERS[shape.kind]
  if (!build)
    throw new EdpError(
      'invalid_catalogue',
      `component ${shape.id} has a kind that cannot be drawn: ${shape.kind}; known kinds: ${COMPONENT_KINDS.join(', ')}`,
    )
  return build(stock, shape)
}
