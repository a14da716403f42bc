export { buildDtm, type SiteTopologies } from './build-dtm.ts'
export { checkDevice, type DeviceProblem } from './check-device.ts'
export { parseDtm } from './parse-dtm.ts'
export { dtmJsonChunks, renderDtmJson } from './render-dtm-json.ts'
export { simHost, type HostFacts } from './sim-host.ts'
export { toSeedDtm } from './to-seed-dtm.ts'
export {
  CanopenGwConfig,
  Device,
  Dnp3TcpConfig,
  Dtm,
  EmsMode,
  ModbusTcpConfig,
  Module,
  OidMap,
  PdoMap,
  PointMap,
  ProtocolConfig,
  ProtocolKind,
  RedfishConfig,
  RedfishResourceMap,
  SizingParams,
  SnmpConfig,
  SnmpV3Creds,
} from '@edp/schemas'
