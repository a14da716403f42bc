import { EdpError, type AssemblySpec } from '@edp/schemas'

import { assembly, place, type Assembly, type Instance, type Vector } from './kernel/scene.ts'
import type { Stock } from './kernel/stock.ts'
import { COLOURS } from './parts/colours.ts'
import { componentModel } from './parts/component-model.ts'
import { containerShell, type WallOpening } from './parts/container-shell.ts'
import { plateZone } from './parts/mechanical-parts.ts'
import { wallPlace } from './parts/wall-frame.ts'
import { openingModel } from './parts/wall-openings.ts'
import { mountedPlateModel, RECESS_MM } from './plates/plate-model.ts'
import type { Plate } from './plates/plate.ts'

type Component = AssemblySpec['components'][number]
type Position = AssemblySpec['positions'][number]
type Mount = AssemblySpec['plate_mounts'][number]
type Facing = NonNullable<Component['facing']>

/** Turn about z that brings the front of a component, made at +y, to its side. */
const FACING_DEG = { '+y': 0, '-x': 90, '-y': 180, '+x': 270 } satisfies Record<Facing, number>

/** How much of a position is seen. */
const KEPT_ALPHA = 0.35

/** Wall sheet cut away around a plate, so that its frame can be seen. */
const MOUNT_GAP_MM = 4

/**
 * The model of an assembly as its spec.yaml tells: container shell, openings, components, positions, plates. Yard units stand outside and are not
 * part of it. Throws `invalid_catalogue` for a component or a plate that cannot be drawn.
 */
export function assemblyModel(
  stock: Stock,
  spec: AssemblySpec,
  plates: ReadonlyMap<string, Plate>,
): Assembly {
  const { envelope } = spec
  const mounts = spec.plate_mounts.map((mount) => ({ mount, plate: plateOf(spec, mount, plates) }))
  const holes: WallOpening[] = [
    ...spec.openings,
    ...mounts.map(({ mount: { wall, centre_mm }, plate: { outline } }) => ({
      wall,
      centre_mm,
      size_mm: [outline.width_mm + MOUNT_GAP_MM, outline.height_mm + MOUNT_GAP_MM] as const,
    })),
  ]
  return assembly(
    spec.assembly_id,
    [
      place(containerShell(stock, envelope, holes), [0, 0, 0], {
        id: 'SHELL',
        extras: { component_id: 'SHELL' },
      }),
      ...spec.openings.map((opening) => {
        const { id, kind, wall, centre_mm, size_mm } = opening
        return placeOnWall(
          openingModel(stock, opening),
          wallPlace(envelope, wall, centre_mm, size_mm, 10),
          id,
          kind,
        )
      }),
      ...spec.components.map((component) =>
        component.kind === 'plate_zone'
          ? zoneInstance(stock, spec, component, mounts)
          : componentInstance(stock, component),
      ),
      ...spec.positions.map((position) => positionInstance(stock, position)),
      ...mounts.map(({ mount, plate }) => {
        const { width_mm, height_mm } = plate.outline
        const at = wallPlace(envelope, mount.wall, mount.centre_mm, [width_mm, height_mm], RECESS_MM)
        return placeOnWall(mountedPlateModel(stock, plate), at, mount.id, 'interface_plate')
      }),
    ],
    {
      assembly_id: spec.assembly_id,
      assembly_version: spec.assembly_version,
      title: spec.title,
      status: 'EXAMPLE - NOT FOR CONSTRUCTION',
    },
  )
}

function placeOnWall(
  model: Assembly,
  { at, turn_deg }: { at: Vector; turn_deg: number },
  id: string,
  kind: string,
): Instance {
  return place(model, at, { id, turn_deg, extras: { component_id: id, kind } })
}

function componentInstance(stock: Stock, component: Component): Instance {
  const { id, kind, mass_kg, description } = component
  const { origin, size } = placeAndSize(component)
  const facing = component.facing ?? '+y'
  const turned = facing.endsWith('x')
  const [width, depth] = turned ? [size[1], size[0]] : [size[0], size[1]]
  const model = componentModel(stock, {
    id,
    kind,
    width,
    depth,
    height: size[2],
    colour: component.colour ?? '',
    panels_count: component.panels_count ?? 1,
  })
  const [x, y, z] = origin
  const corner = {
    '+y': [x, y, z],
    '-y': [x + size[0], y + size[1], z],
    '-x': [x + size[0], y, z],
    '+x': [x, y + size[1], z],
  } as const satisfies Record<Facing, Vector>
  return place(model, corner[facing], {
    id,
    turn_deg: FACING_DEG[facing],
    extras: { component_id: id, kind, mass_kg, description },
  })
}

/** What a position is kept for stands in few containers: a body that can be seen through. */
function positionInstance(stock: Stock, { id, origin_mm, size_mm, description }: Position): Instance {
  const part = stock.block('position', size_mm, COLOURS.kept, KEPT_ALPHA)
  return place(part, origin_mm, { id, extras: { position_id: id, kind: 'position', description } })
}

/** The frame around a plate, with a window of the plate's size. */
function zoneInstance(
  stock: Stock,
  spec: AssemblySpec,
  component: Component,
  mounts: readonly { readonly mount: Mount; readonly plate: Plate }[],
): Instance {
  const { id, kind, mass_kg, description } = component
  const { origin, size } = placeAndSize(component)
  const found = mounts.find(({ mount }) => mount.plate_id === id)
  if (!found || found.mount.wall !== 'x_min')
    throw new EdpError(
      'invalid_catalogue',
      `${spec.assembly_id}: no plate on wall x_min for the plate zone ${id}`,
    )
  const { mount, plate } = found
  const { width_mm: width, height_mm: height } = plate.outline
  const zone = { width: size[1], depth: size[0], height: size[2] }
  // Seen from outside the wall x_min, y runs to the left.
  const window = {
    x: origin[1] + size[1] - (mount.centre_mm[0] + width / 2),
    z: mount.centre_mm[1] - height / 2 - origin[2],
    width,
    height,
  }
  const fits =
    window.x >= 0 && window.z >= 0 && window.x + width <= zone.width && window.z + height <= zone.height
  if (!fits)
    throw new EdpError(
      'invalid_catalogue',
      `${spec.assembly_id}: plate ${plate.plate_id} is larger than its zone`,
    )
  const part = stock.part(`plate zone ${id}`, COLOURS.frame, () => plateZone(zone, window))
  return place(part, [origin[0], origin[1] + size[1], origin[2]], {
    id,
    turn_deg: 270,
    extras: { component_id: id, kind, mass_kg, description },
  })
}

function placeAndSize({ id, origin_mm, size_mm, array }: Component): { origin: Vector; size: Vector } {
  const [width, depth, height] = size_mm ?? []
  if (!origin_mm || width === undefined || depth === undefined || height === undefined || array)
    throw new EdpError(
      'invalid_catalogue',
      `component ${id} needs origin_mm and a size_mm of three, and no array`,
    )
  return { origin: origin_mm, size: [width, depth, height] }
}

function plateOf(spec: AssemblySpec, mount: Mount, plates: ReadonlyMap<string, Plate>): Plate {
  const plate = plates.get(mount.plate_id)
  if (!plate)
    throw new EdpError(
      'invalid_catalogue',
      `${spec.assembly_id}: mount ${mount.id} names an unknown plate: ${mount.plate_id}`,
    )
  return plate
}
