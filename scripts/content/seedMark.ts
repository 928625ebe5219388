/**
 * The document that says how far the first import of a dataset is. Its id has a dot, so that only those with
 * a token can read it; it belongs to one dataset, so that no export holds it.
 */
export const seedMark = {_id: 'content.seed', _type: 'contentSeed'} as const
