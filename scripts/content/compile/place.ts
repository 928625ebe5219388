/** Where the compiler is, for its messages, and which documents there are to refer to. */
export interface Place {
  /** The document's id and the path of the field: `policy-giovanisi.target.ageMax`. */
  path: string
  /** The type of the document with an id, or `undefined` when the seed has no such document. */
  typeOf: (id: string) => string | undefined
}

/** The same place, one step deeper. */
export const within = (place: Place, step: string): Place => ({
  ...place,
  path: `${place.path}${step}`,
})
