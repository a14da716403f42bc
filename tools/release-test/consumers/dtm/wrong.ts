import type { Device, PointMap } from '@edp/dtm'

export const misspelt = (device: Device): string => device.hostname
export const retyped: PointMap = { name: 'power', function_code: 3, start_address: '3059', count: 2 }
export const unknown_field: PointMap = {
  name: 'power',
  function_code: 3,
  start_address: 0,
  count: 2,
  endian: 'big',
}
export const other_protocol = (device: Device): number => device.protocol_config.unit_id
