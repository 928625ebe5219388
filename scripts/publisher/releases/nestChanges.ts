/** What happens to one name: the file there comes (its hash) or goes (`null`), and what happens inside the directory there. */
export interface NameChange {
  file?: string | null
  inside?: NestedChanges
}

/** The changes of a directory, by name. */
export type NestedChanges = ReadonlyMap<string, NameChange>

interface Node {
  file?: string | null
  inside?: Map<string, Node>
}

/** Takes `fr/index.html → hash` apart by directories. Throws for a path that could lead elsewhere. */
export function nestChanges(changes: ReadonlyMap<string, string | null>): NestedChanges {
  const top = new Map<string, Node>()
  for (const [path, file] of changes) {
    const names = path.split('/')
    if (!names.every(isName)) {
      throw new Error(`"${path}" is no path of a file in a release. Write it as fr/index.html.`)
    }
    if (file !== null && !/^[0-9a-f]{64}$/.test(file)) {
      throw new Error(`"${file}" for ${path} is no hash of a file. Put the file first.`)
    }
    nodeAt(top, names).file = file
  }
  return top
}

/** A name that is one segment of a path on every file system: a line break would make two entries of one. */
const isName = (name: string) =>
  !['', '.', '..'].includes(name) &&
  !/[\p{Cc}\\]/u.test(name) &&
  name.isWellFormed() &&
  Buffer.byteLength(name) <= LONGEST_NAME_BYTES

const LONGEST_NAME_BYTES = 255

function nodeAt(directory: Map<string, Node>, [name = '', ...rest]: readonly string[]): Node {
  const node = directory.get(name) ?? {}
  directory.set(name, node)
  if (rest.length === 0) return node
  node.inside ??= new Map()
  return nodeAt(node.inside, rest)
}
