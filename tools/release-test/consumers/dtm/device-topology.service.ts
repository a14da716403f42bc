import { EdpError, diffDtm, flipToLive, isSnmp, parseDtm, type Dtm } from '@edp/dtm'

/** A provider as NestJS injects it: a class of a CommonJS program that loads the package by require. */
export class DeviceTopologyService {
  private dtm: Dtm | null = null

  load(text: string): Dtm {
    this.dtm = parseDtm(JSON.parse(text))
    return this.dtm
  }

  commission(host: string): { version: number | undefined; moved: number } {
    if (this.dtm === null) throw new Error('nothing is loaded')
    const endpoints = Object.fromEntries(
      this.dtm.devices.map((device, i) => [device.device_uuid, { host, port: 1024 + i }]),
    )
    const live = flipToLive(this.dtm, endpoints)
    return { version: live.dtm_version, moved: diffDtm(this.dtm, live).moved.length }
  }
}

declare const process: { argv: string[]; version: string }
declare function require(name: string): { readFileSync(path: string, encoding: 'utf8'): string }

const service = new DeviceTopologyService()
const dtm = service.load(require('node:fs').readFileSync(process.argv[2] ?? '', 'utf8'))
let refusal = ''
try {
  service.load('{"devices":[{}]}')
} catch (error) {
  refusal = error instanceof EdpError ? error.code : String(error)
}
service.load(JSON.stringify(dtm))
console.log(
  JSON.stringify({
    devices: dtm.devices.length,
    snmp: dtm.devices.filter(isSnmp).length,
    refusal,
    ...service.commission('10.0.0.1'),
  }),
)
declare const console: { log(text: string): void }
