import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {leaveOut} from './place.ts'

/**
 * Parses references to other published documents, and notes them: whether such a document is there is known to the whole of
 * the content alone.
 */
export const referenceParser =
  (to: readonly string[]): Parser =>
  (value, place) => {
    if (!isRecord(value) || typeof value._ref !== 'string' || !ID.test(value._ref))
      return leaveOut(place, expectations.reference, value)
    const {_ref: id} = value
    if (/^(drafts|versions)\./.test(id)) return leaveOut(place, expectations.publishedReference, id)
    if (id === place.root.id && isRelation(place))
      return leaveOut(place, expectations.otherReference, id)
    place.root.references?.push({place, id, to})
    return value._type === 'reference' ? value : {...value, _type: 'reference'}
  }

/**
 * A field of the document itself, or a member of a list there: a relation to others of its kind. Deeper down, a person may
 * belong to the organisation that lists them.
 */
const isRelation = ({above}: Place) => above?.above === undefined || above.above.above === undefined

/** @see https://www.sanity.io/docs/ids */
const ID = /^[\w.-]{1,128}$/
