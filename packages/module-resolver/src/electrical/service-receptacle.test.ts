import { expect, test } from 'vitest'

import { exampleSite } from '../../test/site-fixture.ts'
import { SERVICE_RECEPTACLE } from './service-receptacle.ts'

test('EL-SERVICE-02: 12 A at 120 V are 1.4 kW, and 3 A between two phases of 480 V', () => {
  expect(SERVICE_RECEPTACLE).toEqual({ kw: 1.4, current_a: 3 })
})

test('EL-SERVICE-02: it is in the load of each heat rejection unit, and in the working once', () => {
  const { basis, connections, cooling } = exampleSite({ target_gpu_count: 112 })
  const supplies = connections.filter(({ from }) => from.port === 'CD.P1')
  const motors_kw = cooling.fan_kw + cooling.facility_pump_motor_kw
  expect(supplies.map(({ power }) => power?.load_kw)).toEqual([
    expect.closeTo(motors_kw + 1.4, 1),
    expect.closeTo(motors_kw + 1.4, 1),
  ])
  expect(basis.filter(({ rule_id }) => rule_id === 'EL-SERVICE-02')).toMatchObject([
    { value: 1.4, unit: 'kW', inputs: { plugged_in_a: 12, voltage_v: 120, supply_a: 3 } },
  ])
})
