import type { ModuleKind, SiteModule } from '@edp/schemas'

/** A module that has a place but neither number nor designation yet; positions count from the block's origin. */
export interface Placed {
  readonly kind: ModuleKind
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly height: number
  /** Row and column inside the block, from 0, for kinds that stand in rows. */
  readonly row: number
  readonly column: number
  /** Index of the parent among the placed modules of the block. */
  readonly parent: number | null
  readonly mass_kg: number
  readonly scope: SiteModule['scope']
  readonly description: string
}

export const POINT = { row: 0, column: 0, parent: null, mass_kg: 0, scope: 'by_others' } as const
