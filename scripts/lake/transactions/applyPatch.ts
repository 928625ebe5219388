import {Mutation as Mutator} from '@sanity/mutator'

import {badRequest, mutationError} from '../errors.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {immutable, type MutationContext} from './applyMutation.ts'
import {assertDocument} from './assertDocument.ts'
import type {Patch} from './mutation.ts'
import {timeOf} from './timeOf.ts'

/**
 * The document with a patch applied, by the code the Studio itself applies it with.
 * Throws 409 when there is no document or its revision is another, 400 when the patch cannot be applied.
 */
export function applyPatch(
  before: LakeDocument | null,
  patch: Patch,
  context: MutationContext,
): LakeDocument {
  const {id, ifRevisionID, ...operations} = patch
  if (!before) throw missing(id, context.index)
  if (ifRevisionID !== undefined && ifRevisionID !== before._rev) {
    throw otherRevision(before, ifRevisionID, context.index)
  }
  const patched = mutated(before, {id, ...operations})
  if (patched['_id'] !== id) throw immutable('_id', id, context.index)
  if (patched['_type'] !== before._type) throw immutable('_type', id, context.index)
  const createdAt = patched['_createdAt']
  const after = {
    ...patched,
    _id: id,
    _type: before._type,
    _createdAt: createdAt === undefined ? before._createdAt : timeOf(createdAt, id),
    _updatedAt: context.timestamp,
    _rev: context.transactionId,
  }
  assertDocument(after)
  return after
}

function mutated(before: LakeDocument, patch: Patch): Record<string, unknown> {
  try {
    // The mutator writes `_updatedAt` and `_rev` onto what it returns, which may be what it was given.
    const after = new Mutator({mutations: [{patch}]}).apply({...before})
    if (after !== null && typeof after === 'object') return after
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest(`The patch of "${patch.id}" cannot be applied: ${reason.slice(0, 300)}`)
  }
  throw badRequest(`The patch of "${patch.id}" leaves no document. Use delete for that.`)
}

function missing(id: string, index: number) {
  const description = `The document with the ID "${id}" was not found`
  const error = {type: 'documentNotFoundError', description, id}
  return mutationError(409, `The mutation(s) failed: ${description}`, [{error, index}])
}

function otherRevision({_id: id, _rev}: LakeDocument, expected: string, index: number) {
  const description = `document ${id} has unexpected revision ID ("${_rev}"), expected "${expected}"`
  const error = {
    type: 'documentRevisionIDDoesNotMatchError',
    description,
    id,
    currentRevisionID: _rev,
    expectedRevisionID: expected,
  }
  return mutationError(409, `The mutation(s) failed: ${description}`, [{error, index}])
}
