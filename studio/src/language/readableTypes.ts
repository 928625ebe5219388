import type {Translate} from './translator.ts'

interface Type {
  name: string
  fields?: unknown
}

/**
 * The types of the plugin for languages, with names that an officer reads in the list of what is to be mended: "Address /
 * Language / Text", not "Address / Internationalized array slug / Value". Gives new types.
 */
export function readableTypes<Member extends Type>(types: readonly Member[], t: Translate) {
  return types.map((type) =>
    Array.isArray(type.fields)
      ? {
          ...type,
          title: t('Language'),
          fields: type.fields.map((field: unknown) => named(field, t)),
        }
      : type,
  )
}

const named = (field: unknown, t: Translate) =>
  typeof field === 'object' && field !== null && 'name' in field && field.name === 'value'
    ? {...field, title: t('Text')}
    : field
