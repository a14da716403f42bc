import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import * as bom from '@edp/bom'
import * as drawing from '@edp/drawing'
import * as dtm from '@edp/dtm'
import * as hardwareSelector from '@edp/hardware-selector'
import * as installationGraph from '@edp/installation-graph'
import * as moduleResolver from '@edp/module-resolver'
import * as schemas from '@edp/schemas'
import {
  engineerExample,
  exampleDocument,
  examplePayload,
  exampleSelection,
  exampleTopologies,
  repositoryPath,
  repositoryText,
  specOf,
} from '@edp/testing'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'

import { jobOf } from '../src/jobs/job-record.ts'

test('the job id of the README is that of its payload', () => {
  expect(repositoryText('README.md')).toContain(
    `/edp-api/jobs/${jobOf(examplePayload('federal_ac')).job_id} `,
  )
})

const PACKAGES = {
  '@edp/bom': bom,
  '@edp/drawing': drawing,
  '@edp/dtm': dtm,
  '@edp/hardware-selector': hardwareSelector,
  '@edp/installation-graph': installationGraph,
  '@edp/module-resolver': moduleResolver,
  '@edp/schemas': schemas,
} as const

/** Packages with servers: their own tests run their README. */
const RUN_ELSEWHERE = ['dtm-simulator']

/** What an example may `declare const`: the site that it is about, and what that is made from. */
function given(): Record<string, unknown> {
  const site = engineerExample('commercial_ac')
  const selection = exampleSelection('commercial_ac')
  return {
    site,
    selection,
    document: exampleDocument('commercial_ac'),
    payload: examplePayload('commercial_ac'),
    compute: specOf(selection.compute_container),
    grid: selection.grid_container === null ? null : specOf(selection.grid_container),
    text: repositoryText('hardware_selector_map.yaml'),
    drawing: drawing.drawSld(site),
  }
}

interface Example {
  readonly file: string
  readonly source: string
}

const EXAMPLES = readdirSync(repositoryPath('packages'))
  .filter((name) => !RUN_ELSEWHERE.includes(name))
  .map((name) => `packages/${name}/README.md`)
  .filter((file) => existsSync(repositoryPath(file)))
  .flatMap((file): Example[] =>
    [...repositoryText(file).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
      file,
      source: match[1] ?? '',
    })),
  )

/** Runs an example and returns its constants and what it exports. */
async function run(source: string): Promise<Record<string, unknown>> {
  const module = ts.ModuleKind.CommonJS
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module, target: ts.ScriptTarget.ES2023 },
  })
  const values = given()
  const declared = [...source.matchAll(/^declare const (\w+)/gm)].map((match) => match[1] ?? '')
  for (const name of declared) expect(values, `the test gives no ${name}`).toHaveProperty(name)
  const made = [...source.matchAll(/^const (\w+) =/gm)].map((match) => match[1] ?? '')
  const exports: Record<string, unknown> = {}
  const require = (name: string): unknown => {
    expect(Object.keys(PACKAGES)).toContain(name)
    return PACKAGES[name as keyof typeof PACKAGES]
  }
  const quiet = { log: (): void => undefined }
  const body = `${outputText}\nreturn { ${made.join(', ')} }`
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs what the documents show
  const example = new Function(
    'exports',
    'require',
    'console',
    ...declared,
    `return (async () => {${body}})()`,
  ) as (...values: readonly unknown[]) => Promise<Record<string, unknown>>
  const result = await example(exports, require, quiet, ...declared.map((name) => values[name]))
  return { ...exports, ...result }
}

describe('examples of the package READMEs', () => {
  test('every package shows one', () => {
    const shown = new Set(EXAMPLES.map(({ file }) => file.split('/')[1]))
    const all = readdirSync(repositoryPath('packages')).filter((name) => !RUN_ELSEWHERE.includes(name))
    expect([...shown].sort()).toEqual(all.sort())
  })

  test.each(EXAMPLES)('$file runs', async ({ source }) => {
    const result = await run(source)
    expect(Object.keys(result).length).toBeGreaterThan(0)
    for (const [name, value] of Object.entries(result)) expect(value, name).toBeDefined()
  })

  test('the poll list of @edp/dtm lists every point of every Modbus device', async () => {
    const source = EXAMPLES.find(({ file }) => file === 'packages/dtm/README.md')?.source ?? ''
    const { pollList } = (await run(source)) as { pollList: (text: string) => string[] }
    const manifest = dtm.buildDtm(
      engineerExample('commercial_ac'),
      exampleTopologies(examplePayload('commercial_ac')),
    )
    const points = manifest.devices
      .filter(dtm.isModbusTcp)
      .flatMap((device) => device.protocol_config.point_maps)
    expect(pollList(JSON.stringify(manifest))).toHaveLength(points.length)
  })
})

describe('types of the examples', () => {
  let problems: readonly string[]
  beforeAll(() => {
    problems = typeProblems(EXAMPLES)
  })

  test.each(EXAMPLES.map(({ file }, index) => ({ file, index })))('$file', ({ index }) => {
    expect(problems.filter((problem) => problem.startsWith(`example-${index}.ts`))).toEqual([])
  })
})

/** What the compiler objects to: `example-0.ts: message`. The examples stand beside this test, in memory only. */
function typeProblems(examples: readonly Example[]): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(repositoryPath('apps/edp-api/tsconfig.json'), (name) => ts.sys.readFile(name)).config,
    ts.sys,
    repositoryPath('apps/edp-api'),
  )
  const files = new Map(
    examples.map(({ source }, index) => [
      join(repositoryPath('apps/edp-api/test'), `example-${index}.ts`),
      `${source}\nexport {}\n`,
    ]),
  )
  const host = ts.createCompilerHost(options)
  const getSourceFile = host.getSourceFile.bind(host)
  const fileExists = host.fileExists.bind(host)
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.getSourceFile = (name, target, ...rest) => {
    const text = files.get(name)
    return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target)
  }
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, noUnusedLocals: false, noEmit: true },
    host,
  )
  return [...files.keys()].flatMap((name) => {
    const file = program.getSourceFile(name)
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) =>
        `${name.split('/').at(-1) ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
}
