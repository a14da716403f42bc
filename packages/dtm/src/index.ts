export { buildDtm, type DtmSite, type SiteTopologies } from './build-dtm.ts'
export { checkDevice, type CheckedDevice } from './check-device.ts'
export { type DeviceProblem } from './device-problem.ts'
export {
  diffDtm,
  type ChangedDevice,
  type DeviceName,
  type DtmDiff,
  type MovedDevice,
  type SemverVerdict,
} from './diff-dtm.ts'
export { endpointKey, transportOf, type EndpointOf } from './endpoint.ts'
export { flipToLive, type FlipOptions, type LiveEndpoint } from './flip-to-live.ts'
export { mapRows, type MapRow } from './map-rows.ts'
export { parseDtm } from './parse-dtm.ts'
export { isCanopenGw, isDnp3Tcp, isModbusTcp, isRedfish, isSnmp, type DeviceOf } from './protocol-guards.ts'
export { dtmJsonChunks, renderDtmJson } from './render-dtm-json.ts'
export { simHost, type HostFacts, type SimHost } from './sim-host.ts'
export { toSeedDtm } from './to-seed-dtm.ts'
export {
  CanopenGwConfig,
  DataType,
  Device,
  Dnp3TcpConfig,
  Dtm,
  EdpError,
  EmsMode,
  ModbusTcpConfig,
  Module,
  OidMap,
  PdoMap,
  PointMap,
  type Problem,
  ProtocolConfig,
  ProtocolKind,
  RedfishConfig,
  RedfishResourceMap,
  SizingParams,
  SnmpConfig,
  SnmpV3Creds,
} from '@edp/schemas'
