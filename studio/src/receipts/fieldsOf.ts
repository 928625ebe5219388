import type {SchemaType} from 'sanity'

/** The fields of a document type, with the titles that officers read. */
export const fieldsOf = (type: SchemaType | undefined) =>
  type?.jsonType === 'object' ? type.fields : []

/** What a field is called in forms, also by a path into it; its name where the type does not know it any more. */
export function fieldTitle(type: SchemaType | undefined, path: string): string {
  const [field = path] = path.split(/[.[]/)
  return fieldsOf(type).find(({name}) => name === field)?.type.title ?? field
}
