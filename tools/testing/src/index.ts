export { anyPayload } from './any-payload.ts'
export { COOLING_SITES_PATH, coolingSitesText } from './cooling-sites.ts'
export {
  engineerExample,
  exampleSelection,
  exampleTopologies,
  specOf,
  type ExampleTopologies,
} from './engineer-example.ts'
export { EXAMPLE_NAMES, exampleDocument, examplePayload } from './example-payload.ts'
export { expectGolden } from './golden.ts'
export { startMoto, type Moto } from './moto.ts'
export { REPOSITORY, repositoryPath, repositoryText } from './repository.ts'
export { scratchDirectory } from './scratch.ts'
export { hasTool, requireOrSkip, toolOrSkip, type Tool } from './tool-or-skip.ts'
