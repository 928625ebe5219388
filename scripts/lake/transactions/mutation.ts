/** A document as a client sends it: only `_type` is sure. */
export interface DocumentFields {
  _id?: string
  _type: string
  [field: string]: unknown
}

/** A patch of one document, in Sanity's operations; paths are JSONMatch. */
export interface Patch {
  id: string
  ifRevisionID?: string
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: Insert
  diffMatchPatch?: Record<string, string>
}

/** Items put before, after, or in the place of what a path selects. */
export type Insert =
  | {before: string; items: unknown[]}
  | {after: string; items: unknown[]}
  | {replace: string; items: unknown[]}

/** A mutation of exactly one document, as it is logged and sent to listeners. */
export type Mutation =
  | {create: DocumentFields}
  | {createIfNotExists: DocumentFields}
  | {createOrReplace: DocumentFields}
  | {delete: {id: string}}
  | {patch: Patch}

/** The documents a query selects, for a patch or delete of several. */
export interface Selection {
  query: string
  params?: Record<string, unknown>
}

/** A mutation as it arrives: patch and delete may select by query instead of id. */
export type RequestedMutation =
  | {create: DocumentFields}
  | {createIfNotExists: DocumentFields}
  | {createOrReplace: DocumentFields}
  | {delete: {id: string} | Selection}
  | {patch: Patch | (Omit<Patch, 'id'> & Selection)}

/** The id of the document a mutation is about. */
export function mutatedId(mutation: Mutation): string | undefined {
  if ('create' in mutation) return mutation.create._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  if ('createOrReplace' in mutation) return mutation.createOrReplace._id
  return 'delete' in mutation ? mutation.delete.id : mutation.patch.id
}
