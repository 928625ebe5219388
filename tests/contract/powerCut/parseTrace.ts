import type {RecordedCall} from './recordedCall.ts'

/**
 * Reads what `strace -f -y -xx` wrote: the calls that changed something, in the order in which they were finished. Those
 * that failed changed nothing. A call that nobody taught it is an error, not a gap.
 */
export function parseTrace(trace: string): RecordedCall[] {
  const begun = new Map<string, string>()
  const calls: RecordedCall[] = []
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const [, end] = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest) ?? []
    const whole = end === undefined ? rest : (begun.get(thread) ?? '') + end
    const call = parseCall(whole)
    if (call) calls.push(call)
  }
  return calls
}

function parseCall(line: string): RecordedCall | undefined {
  const [, name = '', args = '', result = ''] =
    /^(\w+)\((.*)\) += (-?\d+|\?)(?:<.*>)?(?: .*)?$/s.exec(line) ?? []
  if (name === '' || result === '?' || Number(result) < 0) return undefined
  if (/^\d+<[^>]*>\(deleted\)/.test(args)) return undefined // nobody finds its bytes again
  const [one = '', two = ''] = pathsOf(name, args)
  switch (name) {
    case 'openat':
      return args.includes('O_CREAT') || args.includes('O_TRUNC') ? opened(one, args) : undefined
    case 'write':
    case 'pwrite64':
    case 'writev':
    case 'pwritev':
      return written(args, Number(result))
    case 'ftruncate':
    case 'truncate':
      return {kind: 'truncate', path: one, length: Number(/(\d+)$/.exec(args)?.[1])}
    case 'fsync':
    case 'fdatasync':
      return {kind: 'sync', path: one}
    case 'syncfs':
    case 'sync':
      return {kind: 'syncAll'}
    case 'mkdir':
    case 'mkdirat':
      return {kind: 'folder', path: one}
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return {kind: 'remove', path: one}
    case 'link':
    case 'linkat':
      return {kind: 'link', from: one, to: two}
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return {kind: 'rename', from: one, to: two}
    case 'symlink':
    case 'symlinkat':
      return {kind: 'symlink', from: one, to: two}
    default:
      throw new Error(`The recorder does not know what ${name} does to a disk.`)
  }
}

const opened = (path: string, args: string): RecordedCall =>
  args.includes('O_TRUNC') ? {kind: 'truncate', path, length: 0} : {kind: 'make', path}

function written(args: string, length: number): RecordedCall | undefined {
  const [, place = ''] = /^\d+<([^>]*)>/.exec(args) ?? []
  const path = decode(place)
  const rest = args.slice(args.indexOf('>') + 1)
  const bytes = Buffer.concat(
    Array.from(rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, hex = '']) => bytesOf(hex)),
  ).subarray(0, length)
  if (path.startsWith('socket:')) return {kind: 'say', text: bytes.toString('latin1')}
  if (!path.startsWith('/')) return undefined
  const [, at] = /, (\d+)$/.exec(rest) ?? []
  const isAtPlace = /^, (?:"|\[).*, \d+, \d+$/s.test(rest)
  return {kind: 'write', path, bytes, ...(isAtPlace ? {at: Number(at)} : {})}
}

/** What the call names, made absolute by the folder it starts from; of a handle, where it is now. */
function pathsOf(name: string, args: string): string[] {
  if (/^(?:fsync|fdatasync|ftruncate|syncfs)$/.test(name))
    return [decode(/^\d+<([^>]*)>/.exec(args)?.[1] ?? '')]
  const found: string[] = []
  let folder = ''
  for (const [, start, path] of args.matchAll(
    /(?:AT_FDCWD|\d+)<([^>]*)>|"((?:\\x[0-9a-f]{2})*)"/g,
  )) {
    if (start !== undefined) folder = decode(start)
    else if (path !== undefined) found.push(absolute(folder, decode(path)))
  }
  return found
}

/** The target of a symbolic link may be relative, and stays as it is where no folder was named. */
const absolute = (folder: string, path: string) =>
  path.startsWith('/') || folder === '' ? path : `${folder}/${path}`

const bytesOf = (escaped: string) => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')
const decode = (escaped: string) => bytesOf(escaped).toString('utf8')
