import {randomBytes} from 'node:crypto'
import {linkSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * A secret that programs of one machine share: made on the first run, kept beside the data, readable by its owner only.
 * Whoever comes second takes the first one's, even when both start at once. Throws when the disk does not take it.
 */
export function keptSecret(dataDirectory: string, name: string): string {
  mkdirSync(dataDirectory, {recursive: true})
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

/** Written whole under another name first: half a secret, or an empty one, would stay for good. */
function makeSecret(file: string) {
  const whole = `${file}.${process.pid}`
  try {
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(whole, secret, {mode: 0o600, flush: true})
    linkSync(whole, file)
    return secret
  } catch (error) {
    if (isCode(error, 'EEXIST')) return readFileSync(file, 'utf8').trim()
    throw error
  } finally {
    rmSync(whole, {force: true})
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
