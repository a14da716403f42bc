import { roundTo, type AssemblyPort, type AssemblySpec } from '@edp/schemas'

/** Where a plate stands in its module, and the way inside from it to the device of a port. */
export interface PlateWay {
  /** Middle of the plate from the south-west corner of the module, m. */
  readonly east_m: number
  readonly north_m: number
  readonly inside: InsideWay
}

/** Way of a cable inside a module, from the plate that it passes to the device that it ends on. */
export interface InsideWay {
  readonly plate_id: string
  readonly device: string
  /** In plan, m. */
  readonly route_m: number
  /** Up to the tray and down to the device, m. */
  readonly rise_m: number
}

/**
 * The way past the plate of a port: cables pass transits, seals and glands in one piece and end on the device. Inside they follow the
 * rules of the assembly, in rectangular steps over the tray. Null where the assembly mounts no such plate.
 */
export function plateWay(
  spec: AssemblySpec,
  port: Pick<AssemblyPort, 'on' | 'position_mm' | 'interface' | 'entry'>,
): PlateWay | null {
  const plate_id = port.entry?.plate_id ?? port.interface?.plate_id
  const mount = spec.plate_mounts.find((m) => m.plate_id === plate_id)
  if (mount === undefined) return null
  const [x, y, z] = middleOf(spec, mount)
  const [deviceX, deviceY, deviceZ] = port.position_mm
  const tray = spec.length_rules.tray_z_mm
  return {
    // Modules stand with the interface end south: x of their assembly points north, its y west.
    east_m: (spec.envelope.width_mm - y) / 1000,
    north_m: x / 1000,
    inside: {
      plate_id: mount.plate_id,
      device: port.on,
      route_m: roundTo((Math.abs(deviceX - x) + Math.abs(deviceY - y)) / 1000, 1),
      rise_m: roundTo((Math.abs(tray - z) + Math.abs(tray - deviceZ)) / 1000, 1),
    },
  }
}

type Mount = AssemblySpec['plate_mounts'][number]
type Point = readonly [x: number, y: number, z: number]

/** Middle of a mounted plate in the frame of its assembly, mm. */
function middleOf({ envelope }: AssemblySpec, { wall, centre_mm: [along, up] }: Mount): Point {
  const places = {
    x_min: [0, along, up],
    x_max: [envelope.length_mm, along, up],
    y_min: [along, 0, up],
    y_max: [along, envelope.width_mm, up],
  } as const satisfies Record<Mount['wall'], Point>
  return places[wall]
}
