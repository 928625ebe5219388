import {isRecord} from '@coworkmed/schemas/isRecord'

import type {DerivedFacts} from '../documentParts.ts'
import type {StoredDocument} from '../documentStore.ts'
import {isDocumentType} from '../documents.ts'

/** A row of the table of documents. Throws when the file holds something else. */
export function parseRow(row: Record<string, unknown>): StoredDocument {
  const {id, type, revision} = row
  const [short, longFields, digests, references, derived, findings] = [
    row.short,
    row.long_fields,
    row.digests,
    row.refs,
    row.derived,
    row.findings,
  ].map(parseJson)
  if (
    typeof id !== 'string' ||
    typeof revision !== 'string' ||
    !isDocumentType(type) ||
    !isRecord(short) ||
    !Array.isArray(longFields) ||
    !isTexts(digests) ||
    !Array.isArray(references) ||
    !isDerived(derived) ||
    !Array.isArray(findings)
  ) {
    throw new Error(`The snapshot holds no document in the row "${String(id)}". Delete its file.`)
  }
  return {
    id,
    type,
    revision,
    short,
    longFields: longFields.map(String),
    digests,
    references: references.map(String),
    derived,
    findings,
    publishAt: momentOf(short.publishAt),
    unpublishAt: momentOf(short.unpublishAt),
  }
}

const parseJson = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : json)

const isTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'string')

const isDerived = (value: unknown): value is DerivedFacts =>
  isRecord(value) &&
  Array.isArray(value.sources) &&
  Array.isArray(value.outdated) &&
  Array.isArray(value.targets) &&
  Array.isArray(value.claims)

/** As `Date` writes it, so that moments can be compared as texts. */
function momentOf(value: unknown) {
  const moment = typeof value === 'string' ? new Date(value) : undefined
  return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : ''
}
