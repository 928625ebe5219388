/** Something that a program did to files, in the order in which it was done. Paths are absolute. */
export type RecordedCall =
  | {kind: 'make'; path: string}
  | {kind: 'write'; path: string; bytes: Buffer; /** At the end when it is missing. */ at?: number}
  | {kind: 'truncate'; path: string; length: number}
  | {kind: 'folder' | 'remove' | 'sync'; path: string}
  | {kind: 'link' | 'rename' | 'symlink'; from: string; to: string}
  | {kind: 'syncAll'}
  /** Bytes sent to whoever is connected: an acknowledgement, perhaps. */
  | {kind: 'say'; text: string}
