import sharp from 'sharp'

/** Raise it when the way files are encoded changes, so that their names do too. */
const ENCODING = 1

/** What picture files are made with: part of their names, and of whatever is kept of what was made. */
export const pictureMaker = JSON.stringify([ENCODING, sharp.versions])
