import type {Entries, Entry} from '../../releases/treeEntries.ts'
import {sortedEntries} from '../../releases/treeEntries.ts'
import type {Trees} from '../../releases/updateTree.ts'
import {isText} from '../../site/contentTypes.ts'
import type {Copies} from './copies.ts'
import {SUFFIXES} from './copies.ts'

interface Parts {
  release: string
  trees: Trees
  /** The directory with copies, where it was made before. */
  knownTree: (tree: string) => string | undefined
  copiesOf: (file: string) => Copies | undefined
}

/** Makes a release anew with copies beside its texts; gives its id, and each new directory's by that of the plain one. */
export function withCopies({release, trees, knownTree, copiesOf}: Parts) {
  const made = new Map<string, string>()

  function visit(tree: string): string {
    const done = made.get(tree) ?? knownTree(tree)
    if (done !== undefined) return done
    const plain = trees.read(tree)
    const entries = new Map(plain.entries().flatMap(([name, entry]) => place(plain, name, entry)))
    const id = trees.make(sortedEntries(entries), tree)
    made.set(tree, id)
    return id
  }

  function place(plain: Entries, name: string, entry: Entry): [string, Entry][] {
    if (entry.kind === 'tree') return [[name, {kind: 'tree', hash: visit(entry.hash)}]]
    const copies = isText(name) ? copiesOf(entry.hash) : undefined
    if (!copies) return [[name, entry]]
    return [
      [name, entry],
      ...SUFFIXES.flatMap(({coding, suffix}): [string, Entry][] => {
        const hash = copies[coding]
        // A name that the site itself has stays the site's.
        return hash === null || plain.has(name + suffix)
          ? []
          : [[name + suffix, {kind: 'file', hash}]]
      }),
    ]
  }

  return {release: visit(release), trees: made}
}
