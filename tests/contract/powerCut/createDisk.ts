import type {RecordedCall} from './recordedCall.ts'

/**
 * A disk as the programs see it, and as a power cut would leave it. The model is what POSIX promises, and less than ext4
 * (`data=ordered`) does:
 *
 * - The bytes of a file survive as of its last `fsync` or `fdatasync`; without one it is empty.
 * - The names in a folder survive as of the last `fsync` of that folder: new, renamed or removed ones since then do not.
 *   A folder whose own name did not survive is gone with all that is in it.
 * - A rename survives whole or not at all, also from one folder to another: file systems journal it as one change.
 * - `sync -f` is an `fsync` of everything.
 * - Nothing survives that was only mapped into memory: `-shm` files of SQLite, which are made anew.
 *
 * `names: 'all'` is the other extreme, which a journal that was committed just then leaves: every name survives, and what was
 * not forced to the disk is empty, or half there.
 */
export function createDisk(root: string) {
  let folders = newFolder()

  const partsOf = (path: string) => (path === root ? [] : path.slice(root.length + 1).split('/'))

  function find(path: string): Node | undefined {
    let node: Node | undefined = folders
    for (const part of partsOf(path))
      node = node?.kind === 'folder' ? node.now.get(part) : undefined
    return node
  }

  /** The folder that a name is in, and the name. */
  function place(path: string): {parent: Folder; name: string} {
    const parts = partsOf(path)
    const name = parts.pop() ?? ''
    const parent = find([root, ...parts].join('/'))
    if (parent?.kind !== 'folder')
      throw new Error(`The recorder missed how the folder of ${path} was made.`)
    return {parent, name}
  }

  function file(path: string): File {
    const {parent, name} = place(path)
    const known = parent.now.get(name)
    if (known?.kind === 'file') return known
    const made: File = {kind: 'file', kept: Buffer.alloc(0), since: [], size: 0}
    parent.now.set(name, made)
    return made
  }

  function rename(from: string, to: string) {
    const source = place(from)
    const target = place(to)
    const node = source.parent.now.get(source.name)
    if (!node) throw new Error(`The recorder missed how ${from} was made.`)
    source.parent.now.delete(source.name)
    target.parent.now.set(target.name, node)
    if (source.parent === target.parent) return
    moves.push({source, target, node})
  }

  let moves: {source: ReturnType<typeof place>; target: ReturnType<typeof place>; node: Node}[] = []

  function sync(node: Node | undefined) {
    if (node?.kind === 'file') {
      node.kept = contents(node, node.since)
      node.since = []
    } else if (node?.kind === 'folder') {
      node.kept = new Map(node.now)
      moves = moves.filter((move) => {
        if (move.source.parent !== node && move.target.parent !== node) return true
        move.source.parent.kept.delete(move.source.name)
        move.target.parent.kept.set(move.target.name, move.node)
        return false
      })
    }
  }

  function syncAll(node: Node) {
    sync(node)
    if (node.kind === 'folder') for (const each of node.now.values()) syncAll(each)
  }

  const isOurs = (path: string) => path === root || path.startsWith(`${root}/`)

  return {
    /** Does what a program did. */
    apply(call: RecordedCall): void {
      switch (call.kind) {
        case 'say':
          return
        case 'syncAll':
          return syncAll(folders)
        case 'link':
        case 'rename':
          if (!isOurs(call.to)) return
          if (call.kind === 'rename') return rename(call.from, call.to)
          return void place(call.to).parent.now.set(
            place(call.to).name,
            find(call.from) ?? file(call.from),
          )
        case 'symlink':
          if (isOurs(call.to))
            place(call.to).parent.now.set(place(call.to).name, {kind: 'link', target: call.from})
          return
        default:
          if (isOurs(call.path) && !call.path.endsWith('-shm')) applyTo(call)
      }
    },
    /** Whether the call changes what a power cut would leave. */
    isBoundary: (call: RecordedCall) =>
      call.kind === 'syncAll' || (call.kind === 'sync' && isOurs(call.path)),
    /** What a power cut leaves now. */
    cut: (left: Left): LeftFolder => leave(folders, left, new Map()),
  }

  function applyTo(call: Extract<RecordedCall, {path: string}>) {
    const {path} = call
    switch (call.kind) {
      case 'make':
        return void file(path)
      case 'write':
        return change(file(path), {at: call.at ?? file(path).size, bytes: call.bytes})
      case 'truncate':
        return change(file(path), {length: call.length})
      case 'folder':
        if (path === root) folders = newFolder()
        else place(path).parent.now.set(place(path).name, newFolder())
        return
      case 'remove':
        place(path).parent.now.delete(place(path).name)
        return
      case 'sync':
        return sync(find(path))
    }
  }
}

/** How much more than what was forced to the disk is left: nothing; all names; all names, and half of what was written. */
export type Left = 'synced' | 'names' | 'half'

/** What is left of a folder. Names of one file share one object. */
export type LeftFolder = Map<string, LeftFile | {target: string} | LeftFolder>

interface LeftFile {
  bytes: Buffer
}

type Edit = {at: number; bytes: Buffer} | {length: number}

interface File {
  kind: 'file'
  kept: Buffer
  /** What was done to it since it was last forced to the disk. */
  since: Edit[]
  size: number
}

interface Folder {
  kind: 'folder'
  now: Map<string, Node>
  kept: Map<string, Node>
}

type Node = File | Folder | {kind: 'link'; target: string}

const newFolder = (): Folder => ({kind: 'folder', now: new Map(), kept: new Map()})

function change(made: File, edit: Edit) {
  made.since.push(edit)
  made.size = 'length' in edit ? edit.length : Math.max(made.size, edit.at + edit.bytes.length)
}

function leave(folder: Folder, left: Left, files: Map<File, LeftFile>): LeftFolder {
  const names = left === 'synced' ? folder.kept : folder.now
  return new Map(
    Array.from(names, ([name, node]): [string, LeftFile | {target: string} | LeftFolder] => {
      if (node.kind === 'folder') return [name, leave(node, left, files)]
      if (node.kind === 'link') return [name, {target: node.target}]
      const file = files.get(node) ?? {
        bytes: contents(node, left === 'half' ? halfOf(node.since) : []),
      }
      files.set(node, file)
      return [name, file]
    }),
  )
}

function halfOf(edits: readonly Edit[]): Edit[] {
  const [last, ...before] = edits.slice(0, Math.ceil(edits.length / 2)).toReversed()
  if (!last) return []
  const torn =
    'length' in last ? last : {...last, bytes: last.bytes.subarray(0, last.bytes.length / 2)}
  return [...before.toReversed(), torn]
}

function contents({kept}: File, edits: readonly Edit[]): Buffer {
  let bytes = Buffer.from(kept)
  for (const edit of edits) {
    const size =
      'length' in edit ? edit.length : Math.max(bytes.length, edit.at + edit.bytes.length)
    const next = Buffer.alloc(size)
    bytes.copy(next)
    if ('bytes' in edit) edit.bytes.copy(next, edit.at)
    bytes = next
  }
  return bytes
}
