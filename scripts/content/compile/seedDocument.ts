/** A document ready for import. */
export interface SeedDocument {
  [field: string]: unknown
  _id: string
  _type: string
}
