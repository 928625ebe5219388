/** What a fault is about, as far as what to do depends on it. */
export type FaultKind = (typeof faultKinds)[number]

export const faultKinds = [
  'diskFull',
  'notAllowed',
  'portTaken',
  'inUse',
  'damaged',
  'wrongNode',
  'unreachable',
  'other',
] as const

interface KindOfFault {
  /** How the system, SQLite and Node say it. */
  pattern: RegExp
  /** What to do; absent where our own message, which the pattern is made for, says it. */
  todo?: string
  /** Whether starting the program again cannot mend it: somebody has to do something. */
  isLasting: boolean
}

const kinds: Readonly<Record<Exclude<FaultKind, 'other'>, KindOfFault>> = {
  diskFull: {
    pattern: /ENOSPC|EDQUOT|disk is full/,
    todo: 'The disk is full. Make room where DATA_DIR is, then try again; nothing that was acknowledged is lost.',
    isLasting: false,
  },
  notAllowed: {
    pattern: /EACCES|EPERM|EROFS|readonly database|unable to open database file/,
    todo: 'Give yourself the right to write there.',
    isLasting: true,
  },
  portTaken: {
    pattern: /EADDRINUSE/,
    todo: 'Stop what runs there, or choose another port.',
    isLasting: true,
  },
  inUse: {pattern: /^Another \w+ is using /, isLasting: true},
  damaged: {
    pattern: /database disk image is malformed|file is not a database|is empty\. Restore it/,
    todo: 'Restore it from a backup.',
    isLasting: true,
  },
  wrongNode: {
    pattern: /ERR_UNKNOWN_BUILTIN_MODULE|ERR_UNKNOWN_FILE_EXTENSION|NODE_MODULE_VERSION/,
    todo: 'Start it with `npm start`, which fetches the right Node.',
    isLasting: true,
  },
  unreachable: {
    pattern: /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|socket hang up|fetch failed/,
    isLasting: false,
  },
}

/** The kind that an error's code and message speak of. */
export const kindOf = (said: string): FaultKind =>
  faultKinds.find((kind) => kind !== 'other' && kinds[kind].pattern.test(said)) ?? 'other'

/** What to do about a fault of this kind, in a sentence; `null` where there is nothing to say in general. */
export const todoOf = (kind: FaultKind): string | null =>
  kind === 'other' ? null : (kinds[kind].todo ?? null)

/** Whether a restart cannot mend it. */
export const isLasting = (kind: FaultKind): boolean => kind !== 'other' && kinds[kind].isLasting
