import type {Place} from './place.ts'

/**
 * Takes any JSON, and gives it as its type wants it; `undefined` for what does not fit, which is noted at its place. A value
 * that fits is given back as it is, not copied.
 */
export type Parser = (value: unknown, place: Place, parent: unknown) => unknown
