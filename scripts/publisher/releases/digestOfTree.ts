import {createHash} from 'node:crypto'
import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'

/** The digest of a directory's names and bytes, and how many pages (HTML files) it has. */
export async function digestOfTree(directory: string): Promise<{digest: string; pages: number}> {
  const hash = createHash('sha256')
  let pages = 0
  const entries = await readdir(directory, {withFileTypes: true})
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) {
      const inside = await digestOfTree(path)
      hash.update(`d ${entry.name} ${inside.digest}\n`)
      pages += inside.pages
    } else {
      const bytes = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
      hash.update(`f ${entry.name} ${bytes}\n`)
      if (entry.name.endsWith('.html')) pages += 1
    }
  }
  return {digest: hash.digest('hex'), pages}
}
