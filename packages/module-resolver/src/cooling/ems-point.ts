import type { AssemblySpec, Instrument } from '@edp/schemas'

type Readings = NonNullable<AssemblySpec['cooling']>['readings']

/** By which point the EMS knows of an instrument: its own, or the health of the controller that reads it. */
export function emsPoint(instrument: Omit<Instrument, 'ems'>, readings: Readings): Instrument['ems'] {
  const { tag, controller, signal } = instrument
  const own = readings.find(({ of }) => of === tag)
  if (own !== undefined) return { device: own.device, point: own.point, own: true }
  // A control function measures nothing.
  const health = signal === 'software' ? undefined : readings.find(({ of }) => of === controller)
  return health === undefined ? null : { device: health.device, point: health.point, own: false }
}
