import type {SchemaType} from 'sanity'

/** The fields of a document type, with the titles that officers read. */
export const fieldsOf = (type: SchemaType | undefined) =>
  type?.jsonType === 'object' ? type.fields : []

/** What a field is called in forms; its name where the type does not know it any more. */
export const fieldTitle = (type: SchemaType | undefined, field: string): string =>
  fieldsOf(type).find(({name}) => name === field)?.type.title ?? field
