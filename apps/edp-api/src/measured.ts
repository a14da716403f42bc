// What the benchmarks measure: the pipeline as service and CLI run it.
export { Catalogue } from './pipeline/catalogue.ts'
export type { Step } from './pipeline/build-package.ts'
export { generateInSteps } from './pipeline/generate-here.ts'
export { DirectoryStore } from './storage/directory-store.ts'
export { releaseContent, sizeOf } from './storage/spooled-file.ts'
