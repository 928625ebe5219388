import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import {isDocumentId} from './isDocumentId.ts'
import {knownFields} from './knownFields.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {leaveOut} from './place.ts'
import {withChanges} from './withChanges.ts'

/**
 * Parses references to other published documents, and notes them: whether such a document is there is known to the whole of
 * the content alone.
 */
export const referenceParser =
  (to: readonly string[]): Parser =>
  (value, place) => {
    if (!isRecord(value) || !isDocumentId(value._ref))
      return leaveOut(place, expectations.reference, value)
    const {_ref: id} = value
    if (/^(drafts|versions)\./.test(id)) return leaveOut(place, expectations.publishedReference, id)
    if (id === place.root.id && isRelation(place))
      return leaveOut(place, expectations.otherReference, id)
    place.root.references?.push({place, id, to})
    return withChanges(knownFields(value, place, FIELDS), {
      _type: 'reference',
      _weak: typeof value._weak === 'boolean' ? value._weak : undefined,
    })
  }

const FIELDS = new Set(['_key', '_type', '_ref', '_weak'])

/**
 * A field of the document itself, or a member of a list there: a relation to others of its kind. Deeper down, a person may
 * belong to the organisation that lists them.
 */
const isRelation = ({above}: Place) => above?.above === undefined || above.above.above === undefined
