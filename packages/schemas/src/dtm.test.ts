import { expect, test } from 'vitest'

import { Dtm } from './dtm.ts'

const DTM = {
  deployment_uuid: '5f0c1c1e-52a5-4f0e-9d0a-0d6b1a7c2e01',
  sizing_params: { P_compute_total_kW: 102.4, E_BESS_total_kWh: 0, T_coolant_setpoint_C: 36 },
  modules: [
    { module_id: 'm1', module_type: 'compute_container', container_position: 'R1-C01', description: '' },
  ],
  devices: [
    {
      device_uuid: '5f0c1c1e-52a5-4f0e-9d0a-0d6b1a7c2e02',
      device_type: 'rack_pdu',
      module_id: 'm1',
      host: '127.0.0.1',
      port: 502,
      protocol_config: {
        protocol: 'modbus_tcp',
        unit_id: 1,
        point_maps: [{ name: 'p', function_code: 3, start_address: 0, count: 2 }],
      },
      description: '',
    },
  ],
}

test('a manifest is in simulation unless it says otherwise', () => {
  expect(Dtm.parse(DTM).ems_mode).toBe('sim')
})

test('a device of an unknown module is an error in the words of the seed', () => {
  const result = Dtm.safeParse({ ...DTM, modules: [] })
  expect(result.error?.issues[0]?.message).toBe(
    "device 5f0c1c1e-52a5-4f0e-9d0a-0d6b1a7c2e02: module_id 'm1' not in modules",
  )
})

test('an unknown protocol is refused', () => {
  const device = { ...DTM.devices[0], protocol_config: { protocol: 'bacnet_ip' } }
  expect(Dtm.safeParse({ ...DTM, devices: [device] }).success).toBe(false)
})
