import type {Entries} from '../../releases/treeEntries.ts'
import {isText} from '../../site/contentTypes.ts'
import type {Copies} from './copies.ts'

interface Walk {
  release: string
  read: (tree: string) => Entries
  /** The directory with copies, where it was made before. */
  knownTree: (tree: string) => string | undefined
  copiesOf: (file: string) => Copies | undefined
}

/** The hashes of the texts in a release that have no copies yet. Looks only into directories that are new. */
export function filesToCompress({release, read, knownTree, copiesOf}: Walk): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (tree: string) => {
    if (seen.has(tree) || knownTree(tree) !== undefined) return
    seen.add(tree)
    for (const [name, {kind, hash}] of read(tree)) {
      if (kind === 'tree') visit(hash)
      else if (isText(name) && !copiesOf(hash)) files.add(hash)
    }
  }
  visit(release)
  return files
}
