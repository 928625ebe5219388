import {hash} from 'node:crypto'

/** The digest of a text, short enough to be kept by the thousand: 96 bits of SHA-256. */
export const shortDigest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16)
