import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

import { exampleDocument, repositoryPath, repositoryText, scratchDirectory } from '@edp/testing'
import { JobCreated, JobResult } from '@edp/schemas'
import { expect, onTestFinished, test } from 'vitest'

import { requester } from './setup/http.ts'
import { ended } from './setup/packages.ts'

const dockerfile = repositoryText('Dockerfile')
const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))

/** What the image is given of the repository: from, to. */
function copies(): [string, string][] {
  return [...last.matchAll(/^COPY --from=build (.+)$/gm)].flatMap(([, words = '']) => {
    const paths = words.split(/\s+/)
    const target = paths.pop() ?? ''
    return paths.map((path): [string, string] => {
      const from = path.replace('/src/', '')
      return [from, target.endsWith('/') ? join(target, from) : target]
    })
  })
}

test('the image runs as a user that is not root, and the last stage installs nothing', () => {
  expect(/^USER (\S+)$/m.exec(last)?.[1]).toBe('node')
  expect(last.indexOf('\nUSER ')).toBeGreaterThan(last.lastIndexOf('\nRUN '))
  expect(last).not.toMatch(/npm|apt-get|curl/)
})

test('what the image holds is enough: from its files alone the service starts and makes a package', async () => {
  const root = scratchDirectory()
  for (const [from, to] of copies()) {
    mkdirSync(dirname(resolve(root, to)), { recursive: true })
    cpSync(repositoryPath(from), resolve(root, to), { recursive: true })
  }
  const [program = '', ...args] = JSON.parse(/^CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]') as string[]
  expect(program).toBe('node')
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: '0',
      EDP_STORE_DIR: join(root, 'data'),
      EDP_API_TOKENS: 'token-of-the-image-test',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { port } = new URL((JSON.parse(line) as { url: string }).url)
  const ask = requester(`http://127.0.0.1:${port}`)
  const headers = { authorization: 'Bearer token-of-the-image-test' }
  expect((await ask('GET', '/edp-api/health/live')).status).toBe(200)
  expect((await ask('POST', '/edp-api/jobs', { body: exampleDocument('commercial_ac') })).status).toBe(401)
  const posted = await ask('POST', '/edp-api/jobs', { body: exampleDocument('commercial_ac'), headers })
  const { status_url } = JobCreated.parse(posted.json)
  const result = await ended(async () => JobResult.parse((await ask('GET', status_url, { headers })).json))
  expect(result.status, result.error ?? '').toBe('complete')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
