/** Copying more than this takes longer than sending it in parts. */
const LARGE_BYTES = 64_000

/** Bytes to be sent one after the other: together when they are few; as they are, for all who get them, when they are many. */
export const inFewParts = (parts: readonly Uint8Array[]): readonly Uint8Array[] =>
  parts.some(({byteLength}) => byteLength > LARGE_BYTES) ? parts : [Buffer.concat(parts)]
