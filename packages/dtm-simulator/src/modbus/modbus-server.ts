import { ServerTCP, type IServiceVector } from 'modbus-serial'

import type { Bound, RunningServer } from '../running-server.ts'
import type { SimulatedDeviceOf } from '../values/simulated-device.ts'
import { EXCEPTION, ModbusException, ModbusUnit, type ReadCode } from './modbus-unit.ts'

/** Unit 255 makes the library pass requests for every unit. */
const ALL_UNITS = 255

/**
 * Serves the Modbus units of one endpoint. Addresses that no map names answer exception 2, units that no device has exception
 * 11; only values with `access` w or rw can be written, whole and by their function code.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export function startModbusServer(
  { host, port }: Bound,
  devices: readonly SimulatedDeviceOf<'modbus_tcp'>[],
): Promise<RunningServer> {
  const units = new Map(devices.map(({ config, values }) => [config.unit_id, new ModbusUnit(values)]))
  return new Promise((resolve, reject) => {
    const server = new ServerTCP(vectorOf(units), { host, port, unitID: ALL_UNITS })
    server.on('serverError', (error) => {
      reject(error ?? new Error('no reason given'))
    })
    // A client that drops its connection is no event of the simulator.
    server.on('socketError', () => undefined)
    server.on('error', () => undefined)
    server.on('initialized', () => {
      resolve({
        stop: () =>
          new Promise((done) => {
            server.close(() => {
              done()
            })
          }),
      })
    })
  })
}

function vectorOf(units: ReadonlyMap<number, ModbusUnit>): IServiceVector {
  const unitOf = (id: number): ModbusUnit => {
    const unit = units.get(id)
    if (unit === undefined) throw new ModbusException(EXCEPTION.gateway_target_failed)
    return unit
  }
  const one =
    (code: ReadCode) =>
    (address: number, unit: number): number =>
      unitOf(unit).read(code, address, 1)[0] ?? 0
  const bit =
    (code: 1 | 2) =>
    (address: number, unit: number): boolean =>
      one(code)(address, unit) === 1
  const block =
    (code: 3 | 4) =>
    (address: number, count: number, unit: number): number[] =>
      unitOf(unit).read(code, address, count)
  return {
    getCoil: bit(1),
    getDiscreteInput: bit(2),
    getHoldingRegister: one(3),
    getInputRegister: one(4),
    getMultipleHoldingRegisters: block(3),
    getMultipleInputRegisters: block(4),
    // The library calls it for function codes 5 and 15 alike, coil by coil.
    setCoil: (address: number, value: boolean, unit: number): void => {
      unitOf(unit).write(1, address, [Number(value)], [5, 15])
    },
    setRegister: (address: number, value: number, unit: number): void => {
      unitOf(unit).write(3, address, [value], [6])
    },
    setRegisterArray: (address: number, values: number[], unit: number): void => {
      unitOf(unit).write(3, address, values, [16])
    },
  }
}
