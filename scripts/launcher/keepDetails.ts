import {appendFileSync, existsSync, mkdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {inspect} from 'node:util'

/**
 * Keeps all of an error of which a person is told only the first line, such as what a build printed, in
 * `DATA_DIR/logs/launcher.log`. Gives what to add to that line: where it is. Nothing when there is no more, or no room.
 */
export function keepDetails(error: unknown, dataDirectory: string): string {
  const isLong = error instanceof Error && error.message.trim().includes('\n')
  if (!isLong || !existsSync(dataDirectory)) return ''
  const directory = join(resolve(dataDirectory), 'logs')
  const file = join(directory, 'launcher.log')
  try {
    mkdirSync(directory, {recursive: true})
    appendFileSync(file, `${new Date().toISOString()} ${inspect(error)}\n`)
    return ` All of it is in ${file}.`
  } catch {
    return ''
  }
}
