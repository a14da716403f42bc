import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { execute, REPOSITORY } from './workspace-copy.ts'

/** Builds packages and packs them into a folder, as npm would publish them; gives the archives. */
export async function packInto(folder: string, packages: readonly string[]): Promise<string[]> {
  const projects = packages.map((name) => `@edp/${name}`).join()
  await execute('npx', ['nx', 'run-many', '-t', 'build', `--projects=${projects}`], REPOSITORY)
  mkdirSync(folder, { recursive: true })
  for (const name of packages)
    await execute(
      'npm',
      ['pack', '--silent', '--pack-destination', folder],
      join(REPOSITORY, 'packages', name),
    )
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => join(folder, file))
}

/** Makes an empty project and installs archives and packages in it. */
export async function installIn(
  project: string,
  what: readonly string[],
  ...options: string[]
): Promise<void> {
  mkdirSync(project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "version": "1.0.0", "private": true }')
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await execute('npm', ['install', ...quiet, ...options, ...what], project)
}
