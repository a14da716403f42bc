import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryPath, scratchDirectory } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { loadConfig, parseConfigFile } from './config.ts'

const messageOf = (action: () => unknown): string => {
  try {
    action()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
const load = (variables: Record<string, string>): ReturnType<typeof loadConfig> =>
  loadConfig(variables, '/somewhere')

describe('embedded default', () => {
  test('needs no setting: a directory under the working directory, the example catalogue, loopback', () => {
    const config = load({})
    expect(config.store).toEqual({ kind: 'directory', directory: '/somewhere/.edp' })
    expect(config.catalogue_directory).toBe(repositoryPath('examples/catalogue'))
    expect(config.environment).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8000,
      EDP_MAX_COMPUTE_CONTAINERS: 2000,
    })
    expect(Object.keys(config.hardware.profiles)).toHaveLength(11)
  })

  test('an empty variable counts as unset', () => {
    expect(load({ EDP_ENV: '', PORT: '' }).environment).toMatchObject({ PORT: 8000 })
  })
})

describe('environments of cfg.yml', () => {
  test('local talks to the local endpoint', () => {
    expect(load({ EDP_ENV: 'local' }).store).toEqual({
      kind: 's3',
      endpoint: 'http://localhost:4566',
      is_local: true,
    })
  })

  test.each(['beta', 'prod'])('%s talks to AWS and reads the catalogue from the bucket', (EDP_ENV) => {
    const config = load({ EDP_ENV })
    expect(config.store).toEqual({ kind: 's3', endpoint: null, is_local: false })
    expect(config.catalogue_directory).toBeNull()
  })

  test('every problem of cfg.yml is named', () => {
    expect(() =>
      parseConfigFile('local: {s3_endpoint_url: 5}\nbeta: {s3_endpoint_url: null, bucket: x}\n'),
    ).toThrow(/local\.s3_endpoint_url[\s\S]*beta[\s\S]*prod/)
    expect(() => parseConfigFile('local: {}\nlocal: {}\n')).toThrow('not valid YAML')
  })
})

describe('environment variables', () => {
  test('every bad one is named', () => {
    expect(() =>
      load({ EDP_ENV: 'production', PORT: '80000', EDP_WORKERS: 'many', EDP_API_TOKENS: 'short' }),
    ).toThrow(/EDP_ENV[\s\S]*PORT[\s\S]*EDP_API_TOKENS[\s\S]*EDP_WORKERS/)
  })

  test('what is wrong in several places is told at once, and a token never', () => {
    const root = scratchDirectory()
    writeFileSync(join(root, 'cfg.yml'), 'local: {}\n')
    const variables = { PORT: 'x', HOST: '0.0.0.0', EDP_CATALOGUE_DIR: 'nowhere', EDP_API_TOKENS: '' }
    expect(() => loadConfig(variables, '/somewhere', root)).toThrow(
      /PORT[\s\S]*cfg\.yml: [\s\S]*cannot read .*hardware_selector_map\.yaml: ENOENT[\s\S]*0\.0\.0\.0 is reachable/,
    )
    expect(() => load({ EDP_CATALOGUE_DIR: 'nowhere' })).toThrow('no such directory: /somewhere/nowhere')
    const told = messageOf(() => load({ EDP_API_TOKENS: 'long-enough-0123456789,s3cr3t' }))
    expect(told).toMatch(/EDP_API_TOKENS\.1: expected 16 characters or more$/)
    expect(told).not.toMatch(/s3cr3t|long-enough/)
  })

  test('beyond the loopback interface tokens are required', () => {
    expect(() => load({ HOST: '0.0.0.0' })).toThrow('EDP_API_TOKENS')
    expect(() => load({ HOST: '127.0.0.1.example.org' })).toThrow('EDP_API_TOKENS')
    expect(
      load({ HOST: '0.0.0.0', EDP_API_TOKENS: '0123456789abcdef' }).environment.EDP_API_TOKENS,
    ).toHaveLength(1)
    expect(load({ HOST: '::', EDP_ALLOW_ANONYMOUS: '1' }).environment.HOST).toBe('::')
  })
})
