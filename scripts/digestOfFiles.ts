import {createHash} from 'node:crypto'
import {readFile, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

const made = new Set(['node_modules', 'dist', '.astro', '.sanity'])

/**
 * One digest over the names and bytes of files and folders (made ones such as `dist` left out), and of `options`.
 * Tells whether something must be built anew.
 */
export async function digestOfFiles(
  root: string,
  paths: readonly string[],
  options: Record<string, unknown> = {},
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const path of paths) await addTo(hash, root, path)
  return hash.digest('hex')
}

async function addTo(
  hash: ReturnType<typeof createHash>,
  root: string,
  path: string,
): Promise<void> {
  const absolute = join(root, path)
  if (!(await stat(absolute)).isDirectory()) {
    hash.update(path).update(await readFile(absolute))
    return
  }
  const names = (await readdir(absolute)).filter((name) => !made.has(name)).toSorted()
  for (const name of names) await addTo(hash, root, join(path, name))
}
