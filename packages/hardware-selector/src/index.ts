export { parseAssemblySpec } from './parse-assembly-spec.ts'
export { parseAssemblyTopology } from './parse-assembly-topology.ts'
export { parseHardwareSelectorMap } from './parse-selector-map.ts'
export { selectHardware } from './select-hardware.ts'
