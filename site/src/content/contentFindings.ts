import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {Finding} from '@coworkmed/schemas/parse/finding'
import {isLocale} from '@coworkmed/schemas/locales'
import {referencesIn} from '@coworkmed/schemas/parse/parseDocument'

import type {DocumentStore} from './documentStore.ts'
import {ownerOf} from './inputs.ts'
import {joinParts} from './joinParts.ts'

/**
 * All that the site leaves out of a document: what does not fit its type, references to what is not there, and addresses
 * that an older document has.
 */
export function contentFindings(store: DocumentStore, now: string, id: string): Finding[] {
  const stored = store.document(id)
  if (!stored) return []
  return [...stored.findings, ...referenceFindings(store, id), ...addressFindings(store, now, id)]
}

function referenceFindings(store: DocumentStore, id: string): Finding[] {
  const stored = store.document(id)
  const isThere = ([target = '', ...to]: readonly string[]) =>
    to.includes(store.document(target)?.type ?? '')
  if (!stored || stored.derived.targets.every(isThere)) return []
  const document = joinParts(stored, (field, language) => store.longPart(id, field, language))
  return referencesIn(document).flatMap(({path, language, id: target, to}) => {
    const found = store.document(target)
    if (found && to.includes(found.type)) return []
    const expected = found ? expectations.referenceType : expectations.missingReference
    return [{document: id, path, language, expected, found: target}]
  })
}

function addressFindings(store: DocumentStore, now: string, id: string): Finding[] {
  const claims = store.document(id)?.derived.claims ?? []
  return claims.flatMap((claim) => {
    const owner = ownerOf(store, now, claim)
    if (owner === undefined || owner === id) return []
    const [, language, slug = ''] = claim.split(' ')
    return [
      {
        document: id,
        path: ['slug'],
        language: isLocale(language) ? language : null,
        expected: expectations.slugTaken,
        found: slug,
      },
    ]
  })
}
