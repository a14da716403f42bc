export {
  ARTIFACT_BUCKET,
  ArtifactRef,
  CONTENT_TYPES,
  artifactKey,
  artifactRefs,
  manifestKey,
  packagePrefix,
  splitUrl,
  type ArtifactFile,
} from './artifact.ts'
export { ArrayPlugs, genderText, plugsText } from './assembly/array-plugs.ts'
export { type AssemblyPart } from './assembly/assembly-part.ts'
export { type AssemblyConnection, type AssemblyPort } from './assembly/assembly-port.ts'
export { ElectricalData, type StationBatteryData } from './assembly/electrical-data.ts'
export { AssemblySpec, type AssemblyComponent } from './assembly/assembly-spec.ts'
export { AssemblyTopology, TopologyDevice } from './assembly/assembly-topology.ts'
export { Repeat, When } from './assembly/entry.ts'
export { ModuleKind, Service } from './assembly/module-kind.ts'
export { type BessUnitType, type YardUnit } from './assembly/outdoor-units.ts'
export { base64Bytes } from './base64-bytes.ts'
export { BomDocument, BomLineItem } from './bom.ts'
export { canonicalJson, compareText, jsonText, roundTo } from './canonical-json.ts'
export { ConfiguratorPayload, parseConfiguratorPayload } from './configurator-payload.ts'
export { deflate, type DeflateFormat } from './deflate/deflate.ts'
export { bytesId, derivedId, documentId } from './derived-id.ts'
export {
  Drawing,
  Layer,
  Linetype,
  Point,
  Primitive,
  SHEET_SIZES,
  Sheet,
  SymbolDefinition,
  TITLE_BLOCK_WIDTH,
  TITLE_STRIP_HEIGHT,
  TitleBlock,
  drawingArea,
  type ArcPrimitive,
  type Area,
  type CirclePrimitive,
  type LinePrimitive,
  type PolylinePrimitive,
  type TextPrimitive,
  type UsePrimitive,
} from './drawing.ts'
export { Device, Dtm, Module, SizingParams } from './dtm.ts'
export {
  EdpError,
  formatProblem,
  parseWith,
  problemsOf,
  type EdpErrorCode,
  type Problem,
} from './edp-error.ts'
export {
  ArtifactFormat,
  ArtifactKind,
  AwsPartition,
  BessCoupling,
  ClimateZone,
  DeploymentContext,
  DeploymentProfile,
  EmsMode,
  EmsTarget,
  EnergySource,
  GpuVariant,
  GridConnection,
  JobStatus,
  PrimaryWorkload,
  ProtocolKind,
  SourcingTier,
} from './enums.ts'
export { Basis, Figure, Finding } from './finding.ts'
export {
  AssemblyUrls,
  CatalogueUrl,
  HardwareSelection,
  HardwareSelectorMap,
  InterfacePlateUrls,
} from './hardware-selection.ts'
export { InstallationGraph, InstallationLane, InstallationTask, Lift } from './installation-graph.ts'
export { JobCreated, JobResult } from './job.ts'
export { GPUS_PER_COMPUTE_CONTAINER, ModuleResolution } from './module-resolution.ts'
export { PackageFile, PackageManifest } from './package-manifest.ts'
export { DataType, OidMap, PdoMap, PointMap, RedfishResourceMap } from './point-maps.ts'
export {
  CanopenGwConfig,
  Dnp3TcpConfig,
  ModbusTcpConfig,
  ProtocolConfig,
  RedfishConfig,
  SnmpConfig,
  SnmpV3Creds,
} from './protocol-config.ts'
export { PROTOCOL_FACTS } from './protocol-facts.ts'
export { CutListEntry, ScheduleDocument, ScheduleEntry, ScheduleTotal } from './schedule.ts'
export { Bess, BessBranch, BessBranchUnit, DirectCurrent, RingMainUnit, VoltageInputs } from './site/bess.ts'
export {
  CableDetail,
  DataDesign,
  FieldSwitch,
  FlowDesign,
  HoseDetail,
  PowerDesign,
  RunLength,
} from './site/connection-details.ts'
export { americanSize, conductorsText } from './site/conductors-text.ts'
export { Connection, Endpoint, Typical } from './site/connection.ts'
export {
  Coolant,
  Cooling,
  CoolingEquipment,
  CoolingInterlock,
  AirOpening,
  CoolingSignal,
  DesignCode,
  PipeLine,
} from './site/cooling.ts'
export { AlarmLimit, Instrument, InterlockTrip } from './site/cooling-instrument.ts'
export { CoolingValve, ReliefDesign } from './site/cooling-valve.ts'
export { BlockElectrical, Electrical } from './site/electrical.ts'
export {
  InsideEquipment,
  type DirectCurrentWay,
  type StationBattery,
  type Transfer,
} from './site/inside-equipment.ts'
export { Layout } from './site/layout.ts'
export { LoadLine, Loads } from './site/loads.ts'
export {
  Network,
  NetworkConduit,
  NetworkFlow,
  NetworkLead,
  NetworkNode,
  NetworkZone,
  OtRing,
  ReservedAddress,
} from './site/network.ts'
export { ItemSourcing, SiteItem } from './site/site-item.ts'
export { SiteModel } from './site/site-model.ts'
export { Block, Scope, SiteModule } from './site/site-module.ts'
export { EmergencyOff } from './site/emergency-off.ts'
export { Breaker, CurrentTransformer, EarthFault, Grading, Interlock, Trip } from './site/breaker.ts'
export { IslandProtection } from './site/island.ts'
export {
  Arrester,
  Bus,
  EarthingTransformer,
  EnergySupply,
  Feeder,
  Meter,
  NeutralResistor,
  Transformer,
} from './site/switchgear.ts'
export { contactNames, TransformerContact } from './site/transformer-contact.ts'
export {
  FONT_SIZE_PER_CAP_HEIGHT,
  NOTE_MAX,
  PLACEHOLDER,
  drawableText,
  fitText,
  isDrawable,
  textWidth,
  wrapText,
} from './text-metrics.ts'
export { CONTRACT_NAMES, jsonSchemaOf, type ContractName } from './json-schemas.ts'
