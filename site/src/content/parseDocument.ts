import {isRecord} from '@coworkmed/schemas/isRecord'
import {parseDocument as parse} from '@coworkmed/schemas/parse/parseDocument'
import type {Finding} from '@coworkmed/schemas/parse/finding'
import {withoutHiddenLanguages} from '@coworkmed/schemas/localized/translationState'

import type {SiteDocument} from './documents.ts'
import {isDocumentType} from './documents.ts'

/** A document as pages may read it, and what was left out of it. */
export interface ParsedDocument {
  document: SiteDocument
  findings: readonly Finding[]
  /** What it refers to, and of what types that may be; not known of a version that was kept. */
  targets?: readonly (readonly string[])[]
}

/**
 * Takes one document of the content backend, the only door through which content comes in: what does not fit its type is
 * left out and told, and so are languages that visitors must not see (draft, missing). `undefined` for what is no published
 * document of a type the site knows.
 */
export function parseDocument(value: unknown): ParsedDocument | undefined {
  const parsed = parse(value)
  if (!parsed) return undefined
  const {document, findings, targets} = parsed
  if (!isSiteDocument(document)) return undefined
  return {document: withoutHiddenLanguages(document), findings, targets}
}

/** Whether parsed content is a published document of the site: its fields have been seen to. */
export const isSiteDocument = (
  value: Readonly<Record<string, unknown>>,
): value is Record<string, unknown> & SiteDocument =>
  typeof value._id === 'string' &&
  !/^(drafts|versions)\./.test(value._id) &&
  isDocumentType(value._type)

/** A parsed document that was kept as JSON. Throws when it is none. */
export function parseVersion(version: unknown): ParsedDocument | undefined {
  if (version === undefined || version === null) return undefined
  if (!isRecord(version) || !isRecord(version.document) || !isSiteDocument(version.document))
    throw new Error('This is no document that was kept. Delete the snapshot and the ledger.')
  const {document, findings} = version
  return {document, findings: Array.isArray(findings) ? findings : []}
}
