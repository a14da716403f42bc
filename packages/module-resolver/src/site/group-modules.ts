import type { ModuleKind, SiteModule } from '@edp/schemas'

/** Modules of each kind, in their order. */
export function byKind(modules: readonly SiteModule[]): ReadonlyMap<ModuleKind, readonly SiteModule[]> {
  const groups = new Map<ModuleKind, SiteModule[]>()
  for (const module of modules) {
    const group = groups.get(module.kind)
    if (group === undefined) groups.set(module.kind, [module])
    else group.push(module)
  }
  return groups
}

/** Modules of each block, in their order. */
export function byBlock(modules: readonly SiteModule[]): ReadonlyMap<string, readonly SiteModule[]> {
  const groups = new Map<string, SiteModule[]>()
  for (const module of modules) {
    const group = groups.get(module.block_id)
    if (group === undefined) groups.set(module.block_id, [module])
    else group.push(module)
  }
  return groups
}
