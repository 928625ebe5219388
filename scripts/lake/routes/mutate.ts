import type {LakeRequest} from '../lakeRequest.ts'
import {parseMutateOptions} from '../transactions/parseMutateOptions.ts'
import {parseMutationRequest} from '../transactions/parseMutations.ts'
import {withArrayKeys} from '../transactions/withArrayKeys.ts'

/**
 * `POST /v…/data/mutate/:dataset` — applies mutations as one transaction, all or none.
 * Answers `{transactionId, results: [{id, operation, document?}]}` once they are on disk.
 * Throws 400 for what makes no sense, 409 for what contradicts the documents as they are.
 * @see https://www.sanity.io/docs/http-reference/mutation
 */
export async function mutate({transact, dataset, identity, client, search, json}: LakeRequest) {
  const options = parseMutateOptions(search)
  const {transactionId, mutations} = parseMutationRequest(await json())
  const requested = options.autoGenerateArrayKeys ? mutations.map(withArrayKeys) : mutations
  const result = await transact({
    dataset,
    identity,
    client,
    transactionId,
    mutations: () => requested,
    dryRun: options.dryRun,
  })
  return {
    transactionId: result.transactionId,
    results: result.results.map(({id, operation, document}) => ({
      id,
      operation,
      ...(options.returnDocuments && {document}),
    })),
  }
}
