import {randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {makeFolder} from './durable.ts'
import {createWholeFile} from './wholeFile.ts'

/**
 * A secret that programs of one machine share: made on the first run, kept beside the data, readable by its owner only.
 * Whoever comes second takes the first one's, even when both start at once. Throws when the disk does not take it.
 */
export function keptSecret(dataDirectory: string, name: string): string {
  makeFolder(dataDirectory)
  const file = join(dataDirectory, name)
  return readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function makeSecret(file: string) {
  try {
    const secret = randomBytes(32).toString('base64url')
    createWholeFile(file, secret)
    return secret
  } catch (error) {
    if (isCode(error, 'EEXIST')) return readFileSync(file, 'utf8').trim()
    throw error
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
