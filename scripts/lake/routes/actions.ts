import {z} from 'zod'

import {actionMutations} from '../actions/actionMutations.ts'
import type {Read} from '../actions/action.ts'
import {actionError, ApiError, isMutationErrorBody} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import {assertSafeJson} from '../transactions/assertSafeJson.ts'
import {MAX_BODY_LEVELS, parseAs, transactionIdSchema} from '../transactions/parseMutations.ts'

/**
 * `POST /v…/data/actions/:dataset` — document actions (create, edit, publish, …) as one transaction.
 * Answers `{transactionId}` once it is on disk. Throws 400, 409, or 501 for an action the lake does not have.
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export async function actions({transact, dataset, identity, client, json}: LakeRequest) {
  const body = await json()
  assertSafeJson(body, MAX_BODY_LEVELS)
  const request = parseAs(requestSchema, body)
  try {
    const {transactionId} = await transact({
      dataset,
      identity,
      client,
      transactionId: request.transactionId,
      mutations: (read) => eachMutation(request.actions, read),
      dryRun: request.dryRun,
    })
    return {transactionId}
  } catch (error) {
    throw asActionError(error)
  }
}

/** Each action is worked out when those before it have been applied. */
function* eachMutation(requested: readonly unknown[], read: Read) {
  for (const action of requested) yield* actionMutations(action, read)
}

/** What is wrong with a mutation is wrong with the action it came from. */
function asActionError(error: unknown) {
  if (!(error instanceof ApiError) || !isMutationErrorBody(error.body)) return error
  const {description, items} = error.body.error
  return actionError(error.status, description, items)
}

const requestSchema = z.strictObject({
  actions: z.array(z.unknown()).min(1, 'No actions provided'),
  transactionId: transactionIdSchema.optional(),
  dryRun: z.boolean().default(false),
  /** References to other datasets are never enforced here, so there is nothing to skip. */
  skipCrossDatasetReferenceValidation: z.boolean().optional(),
})
