import {randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** The secret that lake and publisher share: made on the first run, kept beside the data, readable by its owner only. */
export function webhookSecret(dataDirectory: string): string {
  mkdirSync(dataDirectory, {recursive: true})
  const file = join(dataDirectory, 'webhook-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), {mode: 0o600})
  return readFileSync(file, 'utf8').trim()
}
