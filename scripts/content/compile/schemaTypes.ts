import {documentTypes, schemaTypes, singletonTypes} from '@coworkmed/schemas'

/** What the compiler needs to know of a type or a field of the schemas. */
export interface SchemaField {
  name?: string
  type: string
  fields?: readonly SchemaField[]
  of?: readonly SchemaField[]
  to?: readonly {type: string}[]
  options?: object
  initialValue?: unknown
}

const types: readonly SchemaField[] = schemaTypes
const byName = new Map(types.map((type) => [type.name, type]))

/** The names of the types that are documents, singletons included. */
export const documentTypeNames: readonly string[] = [...documentTypes, ...singletonTypes].map(
  ({name}) => name,
)

/** The type of that name, or `undefined` when the schemas have none. */
export const schemaType = (name: string): SchemaField | undefined => byName.get(name)

/** The values a field may have, where the schema lists them. */
export function listedValues(field: SchemaField): unknown[] | undefined {
  const list = field.options && 'list' in field.options ? field.options.list : undefined
  if (!Array.isArray(list)) return undefined
  return list.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'value' in item ? item.value : item,
  )
}
