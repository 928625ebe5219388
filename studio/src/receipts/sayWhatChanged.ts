import type {Say} from './say.ts'
import type {WhatChanged} from './whatChanged.ts'

/** What a publish changed, as a line of its own. */
export function sayWhatChanged(say: Say, what: WhatChanged | undefined): string {
  switch (what?.kind) {
    case 'new':
      return say('New on the site')
    case 'withdrawn':
      return say('Withdrawn from the site')
    case 'fields':
      return say('Changed: {fields}', {fields: listed(say, what.fields)})
    case 'other':
      return say('Changed pages of the site')
    default:
      return say('Changed nothing that visitors see.')
  }
}

/** Why a page changed, to follow what was done to it; empty where no more is known. */
export function sayWhy(say: Say, what: WhatChanged | undefined): string {
  if (what?.kind === 'new') return say('because it is new on the site')
  if (what?.kind === 'withdrawn') return say('because it was withdrawn')
  if (what?.kind !== 'fields') return ''
  const fields = listed(say, what.fields)
  return what.fields.length === 1
    ? say('because the field {fields} changed', {fields})
    : say('because the fields {fields} changed', {fields})
}

const listed = (say: Say, fields: readonly string[]) =>
  new Intl.ListFormat(say.locale).format(fields)
