import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** The page for an address that is not there: of the language folder it is in, else the one for all languages. */
export async function notFoundPage(directory: string, path: string): Promise<string> {
  const folder = /^\/([a-z]{2,3})\//.exec(path)?.[1]
  const candidates = [
    ...(folder ? [join(directory, folder, '404.html')] : []),
    join(directory, '404.html'),
  ]
  for (const file of candidates) {
    const page = await readFile(file, 'utf8').catch(() => undefined)
    if (page !== undefined) return page
  }
  return '<!doctype html><title>404</title><h1>404</h1>'
}
