import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { execute, REPOSITORY } from './workspace-copy.ts'

/**
 * Path of a version of Node. Versions come as npm packages into .tools/, where the check of determinism puts
 * them as well.
 */
export async function nodeOf(version: string): Promise<string> {
  const folder = join(REPOSITORY, '.tools', `node-${version}`)
  const binary = join(folder, 'package', 'bin', 'node')
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  const name = `node-linux-${process.arch}@${version}`
  await execute('npm', ['pack', '--silent', name, '--pack-destination', folder], REPOSITORY)
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? ''
  await execute('tar', ['-xzf', archive], folder)
  return binary
}
