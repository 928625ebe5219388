/** The copies of one file, by the hash of their bytes; `null` where a copy would save nothing. */
export interface Copies {
  br: string | null
  gzip: string | null
}

/** What the name of a copy ends with, as web servers look for it. */
export const SUFFIXES = [
  {coding: 'br', suffix: '.br'},
  {coding: 'gzip', suffix: '.gz'},
] as const
