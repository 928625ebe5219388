import {randomUUID} from 'node:crypto'

import {mutationError} from '../errors.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {applyPatch} from './applyPatch.ts'
import {assertDocument} from './assertDocument.ts'
import {timeOf} from './timeOf.ts'
import type {WorkingSet} from './createWorkingSet.ts'
import {assertDocumentId} from './documentIds.ts'
import type {DocumentFields, Mutation} from './mutation.ts'
import {withBoundedRanges} from './withBoundedRanges.ts'

/** What every mutation of one transaction shares; `index` is the mutation's place in the request. */
export interface MutationContext {
  transactionId: string
  timestamp: string
  index: number
}

/** What a mutation did; `logged` is the mutation with its final fields, or null when it did nothing. */
export interface Applied {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  logged: Mutation | null
}

/** Applies one mutation to the working set. Throws 400 or 409 as Sanity does. */
export function applyMutation(
  working: WorkingSet,
  mutation: Mutation,
  context: MutationContext,
): Applied {
  if ('create' in mutation) return create(working, mutation.create, context)
  if ('createIfNotExists' in mutation) {
    return createIfNotExists(working, mutation.createIfNotExists, context)
  }
  if ('createOrReplace' in mutation) {
    return createOrReplace(working, mutation.createOrReplace, context)
  }
  if ('delete' in mutation) return remove(working, mutation.delete.id)
  const {id} = mutation.patch
  const before = working.read(id)
  const patch = withBoundedRanges(mutation.patch, before)
  working.write(id, applyPatch(before, patch, context))
  return {id, operation: 'update', logged: {patch}}
}

function create(working: WorkingSet, fields: DocumentFields, context: MutationContext): Applied {
  const id = completeId(fields._id)
  if (working.read(id)) {
    const description = `Document by ID "${id}" already exists`
    const error = {type: 'documentAlreadyExistsError', description, id}
    throw mutationError(409, `The mutation(s) failed: ${description}`, [
      {error, index: context.index},
    ])
  }
  const document = stamped(fields, id, undefined, context)
  working.write(id, document)
  return {id, operation: 'create', logged: {create: document}}
}

function createIfNotExists(
  working: WorkingSet,
  fields: DocumentFields,
  context: MutationContext,
): Applied {
  const id = completeId(fields._id)
  if (working.read(id)) return {id, operation: 'none', logged: null}
  const document = stamped(fields, id, undefined, context)
  working.write(id, document)
  return {id, operation: 'create', logged: {createIfNotExists: document}}
}

function createOrReplace(
  working: WorkingSet,
  fields: DocumentFields,
  context: MutationContext,
): Applied {
  const id = completeId(fields._id)
  const before = working.read(id)
  const document = stamped(fields, id, before?._createdAt, context)
  if (before && before._type !== document._type) throw immutable('_type', id, context.index)
  working.write(id, document)
  return {id, operation: before ? 'update' : 'create', logged: {createOrReplace: document}}
}

function remove(working: WorkingSet, id: string): Applied {
  assertDocumentId(id)
  if (!working.read(id)) return {id, operation: 'none', logged: null}
  working.write(id, null)
  return {id, operation: 'delete', logged: {delete: {id}}}
}

/** Sanity completes a missing id, and one that ends in a dot (`drafts.`). */
function completeId(given: string | undefined): string {
  const id = !given || given.endsWith('.') ? `${given ?? ''}${randomUUID()}` : given
  assertDocumentId(id)
  return id
}

function stamped(
  fields: DocumentFields,
  id: string,
  createdBefore: string | undefined,
  {transactionId, timestamp}: MutationContext,
): LakeDocument {
  const given = fields['_createdAt']
  const document = {
    ...fields,
    _id: id,
    _createdAt: given === undefined ? (createdBefore ?? timestamp) : timeOf(given, id),
    _updatedAt: timestamp,
    _rev: transactionId,
  }
  assertDocument(document)
  return document
}

/** 400: `_id` and `_type` stay what they were when the document was created. */
export function immutable(attribute: string, id: string, index: number) {
  const description = `Cannot modify immutable attribute "${attribute}"`
  const error = {type: 'immutableAttributeError', description, id}
  return mutationError(400, `The mutation(s) failed: ${description}`, [{error, index}])
}
