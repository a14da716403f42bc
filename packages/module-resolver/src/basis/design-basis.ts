import type { AssemblySpec, Basis, SiteModel } from '@edp/schemas'

import { bessBasis } from './bess-basis.ts'
import { connectionBasis } from './connection-basis.ts'
import { electricalBasis } from './electrical-basis.ts'
import { entranceBasis } from './entrance-basis.ts'
import { fabricBasis } from './fabric-basis.ts'
import { insideBasis } from './inside-basis.ts'
import { loadBasis } from './load-basis.ts'
import { plateBasis } from './plate-basis.ts'

/** The designed site as far as its working is shown. */
export type BasisInput = Pick<
  SiteModel,
  | 'payload'
  | 'resolution'
  | 'loads'
  | 'blocks'
  | 'electrical'
  | 'bess'
  | 'connections'
  | 'typicals'
  | 'layout'
  | 'items'
  | 'network'
>

/** Working of loads, battery, electrical design, cables and lengths. Alike figures share one line that names them all. */
export function designBasis(input: BasisInput, grid: AssemblySpec | null): Basis[] {
  return [
    ...loadBasis(input),
    ...bessBasis(input),
    ...electricalBasis(input),
    ...insideBasis(input),
    ...connectionBasis(input),
    ...plateBasis(grid, input.connections),
    ...entranceBasis(grid, input.electrical.blocks, input.connections),
    ...fabricBasis(input),
  ]
}
