import { expect, test } from 'vitest'

import type { ArtifactStore } from '../storage/artifact-store.ts'
import { Catalogue } from './catalogue.ts'

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'https://arcnode-artifacts/plates/CG/v1/plate.pdf',
  's3://other-bucket/plates/CG/v1/plate.pdf',
  'file:///etc/passwd',
  'arcnode-artifacts/plates/CG/v1/plate.pdf',
])('%s is never asked for', async (url) => {
  const asked: string[] = []
  const store = {
    location: 'nowhere',
    get: (key: string) => asked.push(key),
    head: (key: string) => asked.push(key),
  }
  const catalogue = new Catalogue(store as unknown as ArtifactStore)
  for (const attempt of [catalogue.read(url, 'field'), catalogue.describe(url, 'field')])
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_catalogue' })
  expect(asked).toEqual([])
})
