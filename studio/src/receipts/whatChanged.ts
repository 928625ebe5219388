import type {SchemaType} from 'sanity'

import {fieldTitle} from './fieldsOf.ts'
import {languageName} from './languageName.ts'
import type {AddressChange} from './parseReceipts.ts'
import type {Say} from './say.ts'

/** Why addresses changed. `other`: by nothing an officer has a name for, such as a place in a list. */
export type WhatChanged =
  | {kind: 'new'}
  | {kind: 'withdrawn'}
  | {kind: 'fields'; fields: readonly string[]}
  | {kind: 'other'}

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

  const own = changes.filter((change) => change.document === document)
  if (own.length > 0 && own.every(({change}) => change === 'added')) return {kind: 'new'}

  const fields = causes.flatMap(({field, language}) =>
    field === null || isKeptByItself(field) ? [] : [quoted(say, fieldTitle(type, field), language)],
  )
  return fields.length > 0
    ? {kind: 'fields', fields: [...new Set(fields)].toSorted()}
    : {kind: 'other'}
}

/** Revision and times change with every edit, and are in no form. */
const isKeptByItself = (field: string) => field.startsWith('_')

/** A field by its name in forms, with its language where it has one. */
export const quoted = (say: Say, field: string, language: string | null) =>
  language === null
    ? say('“{field}”', {field})
    : say('“{field}” ({language})', {field, language: languageName(say.locale, language)})
