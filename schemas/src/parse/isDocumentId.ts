/** Whether a text can be the id of a document. @see https://www.sanity.io/docs/ids */
export const isDocumentId = (id: unknown): id is string =>
  typeof id === 'string' && /^[\w.-]{1,128}$/.test(id)
