import { repositoryText } from '@edp/testing'
import { expect, test } from 'vitest'

import { parseOwnSelectorMap } from './selector-map.ts'

const text = repositoryText('hardware_selector_map.yaml')

test('the map of the product is taken', () => {
  expect(Object.keys(parseOwnSelectorMap(text).profiles)).toHaveLength(11)
})

test.each([
  's3://arcnode-artifacts-evil/assemblies/compute-container/commercial-ac/spec.yaml',
  's3://other-bucket/assemblies/compute-container/commercial-ac/spec.yaml',
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'https://arcnode-artifacts.s3.amazonaws.com/assemblies/spec.yaml',
  'file:///etc/passwd',
  's3://arcnode-artifacts/../../etc/passwd',
  's3://user@arcnode-artifacts/assemblies/spec.yaml',
  's3://arcnode-artifacts/assemblies/spec.yaml?versionId=1',
  's3://arcnode-artifacts/assemblies/%2e%2e/spec.yaml',
  '//169.254.169.254/spec.yaml',
  'spec.yaml',
])('%s is refused at the start', (url) => {
  const own = /s3:\/\/arcnode-artifacts\/assemblies\/\S+\/spec\.yaml/
  expect(own.test(text)).toBe(true)
  expect(() => parseOwnSelectorMap(text.replace(own, url))).toThrow(/profiles\.\S+\.spec_yaml: expected s3:/)
})
