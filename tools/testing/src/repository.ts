import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository. */
export const REPOSITORY: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** Absolute path of a file of the repository. */
export function repositoryPath(path: string): string {
  return `${REPOSITORY}/${path}`
}

/** Text of a file of the repository. */
export function repositoryText(path: string): string {
  return readFileSync(repositoryPath(path), 'utf8')
}
