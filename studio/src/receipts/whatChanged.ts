import type {SchemaType} from 'sanity'

import {fieldTitle} from './fieldsOf.ts'
import {languageName} from './languageName.ts'
import type {AddressChange} from './parseReceipts.ts'
import type {Say} from './say.ts'

interface Changed {
  document: string
  /** `null` when it is gone. */
  revision: string | null
  type: SchemaType | undefined
  changes: readonly AddressChange[]
}

/** Why addresses changed, in a sentence's second half; `undefined` when none did. */
export function whatChanged(say: Say, {document, revision, type, changes}: Changed) {
  const causes = changes
    .flatMap(({because}) => because)
    .filter((cause) => cause.document === document)
  if (causes.length === 0) return undefined
  if (revision === null) return say('because it was withdrawn')
  if (causes.some(({field}) => field === null)) return say('because it is new on the site')

  const fields = new Set(
    causes.map(({field, language}) => quoted(say, fieldTitle(type, field ?? ''), language)),
  )
  const listed = new Intl.ListFormat(say.locale).format(fields)
  return fields.size === 1
    ? say('because the field {fields} changed', {fields: listed})
    : say('because the fields {fields} changed', {fields: listed})
}

/** A field by its name in forms, with its language where it has one. */
export const quoted = (say: Say, field: string, language: string | null) =>
  language === null
    ? say('“{field}”', {field})
    : say('“{field}” ({language})', {field, language: languageName(say.locale, language)})
