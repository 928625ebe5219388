import {z} from 'zod'

import {badRequest} from '../errors.ts'
import {isRecord} from '../store/lakeDocument.ts'
import {assertMutationCount} from './assertMutationCount.ts'
import {assertSafeJson} from './assertSafeJson.ts'
import {assertPatchPaths} from './assertPatchPaths.ts'
import type {RequestedMutation} from './mutation.ts'

/** What a client asks for with `POST /data/mutate`. */
export interface MutationRequest {
  transactionId?: string
  mutations: RequestedMutation[]
}

/** The body of a mutate request. Throws 400, naming the mutation and what is wrong with it. */
export function parseMutationRequest(body: unknown): MutationRequest {
  if (isRecord(body) && Array.isArray(body['mutations'])) {
    assertMutationCount(body['mutations'].length) // before each is looked at
  }
  assertSafeJson(body, MAX_BODY_LEVELS)
  const {transactionId, mutations} = parseAs(requestSchema, body)
  const parsed = mutations.map((mutation) => parseMutation(mutation))
  return {...(transactionId === undefined ? {} : {transactionId}), mutations: parsed}
}

/** One mutation. Throws 400. */
function parseMutation(mutation: unknown): RequestedMutation {
  const parsed = parseAs(mutationSchema, mutation)
  if ('patch' in parsed) assertPatchPaths(parsed.patch)
  return parsed
}

/** `value` as `schema` describes it. Throws 400 with the first problem and where it is. */
export function parseAs<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = deepestIssue(result.error.issues)
  throw badRequest(`${issue.path.join('.') || 'The body'}: ${issue.message}.`)
}

/** A transaction id a client may choose. */
export const transactionIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.:-]{1,128}$/, 'must be 1 to 128 letters, digits, and _ . : -')

/** How deep a body may be: above any document, since it has the mutation around it. */
export const MAX_BODY_LEVELS = 40

const requestSchema = z.strictObject({
  transactionId: transactionIdSchema.exactOptional(),
  mutations: z.array(z.unknown()),
})

const documentSchema = z.looseObject({
  _id: z.string().exactOptional(),
  _type: z.string().min(1, 'must not be empty').max(128),
})

/** A document that says its id. */
export const identifiedSchema = z.looseObject({...documentSchema.shape, _id: z.string()})

const selectionShape = {
  query: z.string(),
  params: z.record(z.string(), z.unknown()).exactOptional(),
}

const operationsShape = {
  ifRevisionID: z.string().exactOptional(),
  set: z.record(z.string(), z.unknown()).exactOptional(),
  setIfMissing: z.record(z.string(), z.unknown()).exactOptional(),
  unset: z.array(z.string()).exactOptional(),
  inc: z.record(z.string(), z.number()).exactOptional(),
  dec: z.record(z.string(), z.number()).exactOptional(),
  diffMatchPatch: z.record(z.string(), z.string()).exactOptional(),
  insert: z
    .union(
      [
        z.strictObject({before: z.string(), items: z.array(z.unknown())}),
        z.strictObject({after: z.string(), items: z.array(z.unknown())}),
        z.strictObject({replace: z.string(), items: z.array(z.unknown())}),
      ],
      'needs items, and exactly one of before, after and replace',
    )
    .exactOptional(),
}

const patchSchema = z.strictObject({id: z.string(), ...operationsShape})

/** The operations of a patch; the id, if any, is somewhere else. */
export const operationsSchema = z.strictObject(operationsShape)

const mutationSchema = z.union([
  z.strictObject({create: documentSchema}),
  z.strictObject({createIfNotExists: identifiedSchema}),
  z.strictObject({createOrReplace: identifiedSchema}),
  z.strictObject({
    delete: z.union([z.strictObject({id: z.string()}), z.strictObject(selectionShape)]),
  }),
  z.strictObject({
    patch: z.union([patchSchema, z.strictObject({...selectionShape, ...operationsShape})]),
  }),
])

/** In a union, the problem of the alternative that fitted best: the one that failed furthest in. */
function deepestIssue(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const all = issues.flatMap((issue) => flatten(issue))
  return all.reduce((best, issue) => (issue.path.length > best.path.length ? issue : best))
}

function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  return issue.errors.flatMap((alternative) =>
    alternative.flatMap((inner) =>
      flatten(inner).map((found) => ({...found, path: [...issue.path, ...found.path]})),
    ),
  )
}
