import type { AssemblySpec, Problem } from '@edp/schemas'

import { inconsistent, repeatedIds } from './consistency-problem.ts'

type OnWall = AssemblySpec['plate_mounts'][number] | AssemblySpec['openings'][number]

/** Openings and plate mounts: ids once, inside their wall; every mounted plate is passed by a port, every entry has its plate. */
export function checkWalls(spec: AssemblySpec): Problem[] {
  const passed = new Set(spec.ports.flatMap((port) => [port.interface?.plate_id, port.entry?.plate_id]))
  const mounted = new Set(spec.plate_mounts.map(({ plate_id }) => plate_id))
  return [
    ...repeatedIds(
      ['openings'],
      spec.openings.map(({ id }) => [id]),
    ),
    ...repeatedIds(
      ['plate_mounts'],
      spec.plate_mounts.map(({ id }) => [id]),
    ),
    ...spec.openings.flatMap((opening, index) =>
      offWall(spec, opening, ['openings', index], opening.size_mm),
    ),
    ...spec.plate_mounts.flatMap((mount, index) => [
      ...offWall(spec, mount, ['plate_mounts', index], [0, 0]),
      ...(passed.has(mount.plate_id)
        ? []
        : [
            inconsistent(
              ['plate_mounts', index, 'plate_id'],
              `no port passes plate ${mount.plate_id}, expected one of ${plates(passed)}`,
              mount.plate_id,
            ),
          ]),
    ]),
    ...spec.ports.flatMap(({ entry }, index) =>
      entry === undefined || mounted.has(entry.plate_id)
        ? []
        : [
            inconsistent(
              ['ports', index, 'entry', 'plate_id'],
              `no plate mount of ${entry.plate_id}, expected one of ${plates(mounted)}`,
              entry.plate_id,
            ),
          ],
    ),
  ]
}

function offWall(
  spec: AssemblySpec,
  item: OnWall,
  path: Problem['path'],
  size: readonly number[],
): Problem[] {
  const { length_mm, width_mm, height_mm } = spec.envelope
  const limits = [item.wall.startsWith('x') ? width_mm : length_mm, height_mm]
  const inside = item.centre_mm.every(
    (centre, axis) =>
      centre - (size[axis] ?? 0) / 2 >= 0 && centre + (size[axis] ?? 0) / 2 <= (limits[axis] ?? 0),
  )
  return inside
    ? []
    : [
        inconsistent(
          [...path, 'centre_mm'],
          `${item.id} leaves wall ${item.wall}, expected inside ${limits.join(' x ')} mm`,
          item.id,
        ),
      ]
}

function plates(passed: ReadonlySet<string | null | undefined>): string {
  return [...passed].filter((plate) => typeof plate === 'string').join(', ')
}
