interface ContentPlace {
  document: string
  field?: string
  language?: string
}

/** What the content is to blame for, and an officer can mend: a sentence, and the place. */
export class ContentError extends Error {
  override name = 'ContentError'
  document: string
  field: string | null
  language: string | null

  constructor(message: string, {document, field, language}: ContentPlace, options?: ErrorOptions) {
    super(message, options)
    this.document = document
    this.field = field ?? null
    this.language = language ?? null
  }
}
