import type {SchemaType} from 'sanity'

import {fieldTitle} from './fieldsOf.ts'
import {languageName} from './languageName.ts'
import type {AddressChange} from './parseReceipts.ts'
import type {Say} from './say.ts'

/** Why addresses changed: the document came, went, or other fields say something else now. */
export type WhatChanged =
  {kind: 'new'} | {kind: 'withdrawn'} | {kind: 'fields'; fields: readonly string[]}

interface Changed {
  document: string
  /** `null` when it is gone. */
  revision: string | null
  type: SchemaType | undefined
  changes: readonly AddressChange[]
}

/** What of a document changed these addresses, its fields by their names in forms; `undefined` when nothing did. */
export function whatChanged(
  say: Say,
  {document, revision, type, changes}: Changed,
): WhatChanged | undefined {
  const causes = changes
    .flatMap(({because}) => because)
    .filter((cause) => cause.document === document)
  if (causes.length === 0) return undefined
  if (revision === null) return {kind: 'withdrawn'}
  const fields = causes.flatMap(({field, language}) =>
    field === null ? [] : [quoted(say, fieldTitle(type, field), language)],
  )
  return fields.length < causes.length
    ? {kind: 'new'}
    : {kind: 'fields', fields: [...new Set(fields)].toSorted()}
}

/** A field by its name in forms, with its language where it has one. */
export const quoted = (say: Say, field: string, language: string | null) =>
  language === null
    ? say('“{field}”', {field})
    : say('“{field}” ({language})', {field, language: languageName(say.locale, language)})
