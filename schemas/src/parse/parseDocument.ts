import {localizedFieldTypes, schemaTypes} from '../index.ts'
import {isRecord} from '../isRecord.ts'
import type {Definition} from './definition.ts'
import {readDefinition} from './definition.ts'
import {createParsers} from './createParsers.ts'
import type {Finding} from './finding.ts'
import {imageAsset} from './imageAsset.ts'
import {isDocumentId} from './isDocumentId.ts'
import {parseSystemFields} from './systemFields.ts'
import type {Root} from './place.ts'
import {inside, leaveOut, pathTo} from './place.ts'
import {recordedRules} from './recordedRules.ts'

/** A document in which every field has its declared type, or is absent. */
interface ParsedDocument {
  document: Record<string, unknown>
  /** What was left out. */
  findings: Finding[]
  /** What it refers to, each once: the id, and the types that the field takes. */
  targets: Target[]
}

type Target = readonly [id: string, ...to: readonly string[]]

/** A reference in a document: where it stands, and to what types it may point. */
interface FoundReference extends Pick<Finding, 'path' | 'language'> {
  id: string
  to: readonly string[]
}

/**
 * Takes a document as anybody may have written it: the parts that fit its type are kept, the others are left out and told.
 * `undefined` for what is no document of a type of ours, or an upload that is no image. The schema is all it goes by.
 */
export function parseDocument(value: unknown): ParsedDocument | undefined {
  if (!isRecord(value) || !isDocumentId(value._id) || typeof value._type !== 'string')
    return undefined
  const definition = documents.get(value._type)
  if (!definition) return undefined
  const root = {id: value._id, findings: [], references: []} satisfies Root
  const parsed = parse(value, root)
  if (!isRecord(parsed)) return undefined
  const document = parseSystemFields(parsed, value, root)
  checkTexts(document, definition, root)
  return {document, findings: root.findings, targets: targetsOf(root.references)}
}

function targetsOf(references: NonNullable<Root['references']>): Target[] {
  const targets = new Map(
    references.map(({id, to}) => [`${id} ${to.join(' ')}`, [id, ...to] as const]),
  )
  return [...targets.values()]
}

/** The references of a document, in their order. */
export function referencesIn(document: Record<string, unknown>): FoundReference[] {
  const root = {id: String(document._id), findings: [], references: []} satisfies Root
  parse(document, root)
  return root.references.map(({place, id, to}) => ({...pathTo(place), id, to}))
}

const parse = (value: Record<string, unknown>, root: Root) =>
  parserNamed(String(value._type))(value, {root}, undefined)

const types = [...schemaTypes, imageAsset]
const parserNamed = createParsers({types, localized: localizedFieldTypes})
const documents = new Map(
  types
    .map(readDefinition)
    .filter(({type}) => type === 'document')
    .map((definition) => [definition.name, definition]),
)

/** Asks the checks of texts that concern all languages together: a page needs a title and an address in one of them. */
function checkTexts(document: Record<string, unknown>, {fields}: Definition, root: Root) {
  for (const {name, type, validation} of fields) {
    if (!type.startsWith('internationalizedArray')) continue
    for (const {flag, constraint} of recordedRules(validation)) {
      if (flag !== 'custom' || typeof constraint !== 'function') continue
      const problem: unknown = Reflect.apply(constraint, undefined, [document[name], {document}])
      if (typeof problem === 'string') leaveOut(inside({root}, name), problem, document[name] ?? '')
    }
  }
}
