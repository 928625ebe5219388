import type {Entries} from './treeEntries.ts'

interface Reachable {
  trees: Set<string>
  files: Set<string>
}

/** The hashes of all directories and files that some roots lead to. `read` gives a directory's entries. */
export function reachable(roots: Iterable<string>, read: (hash: string) => Entries): Reachable {
  const trees = new Set<string>()
  const files = new Set<string>()
  const visit = (tree: string) => {
    if (trees.has(tree)) return
    trees.add(tree)
    for (const {kind, hash} of read(tree).values()) {
      if (kind === 'tree') visit(hash)
      else files.add(hash)
    }
  }
  for (const root of roots) visit(root)
  return {trees, files}
}
