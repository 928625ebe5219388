import {mutationError, type MutationErrorItem} from '../errors.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {referencesOf} from '../store/referencesOf.ts'
import type {Store} from '../store/createStore.ts'
import type {WorkingSet} from './createWorkingSet.ts'

/** How many referring documents an error names. */
const MAX_NAMED = 100

/**
 * Throws 409 when the transaction would leave a strong reference to nothing: by deleting what others
 * refer to (the error lists them as `referencingIDs`), or by referring to what is not there.
 */
export function assertReferences(store: Store, dataset: string, working: WorkingSet) {
  const items: MutationErrorItem[] = []
  for (const {documentId, after} of working.changes()) {
    if (after) items.push(...missingTargets(store, dataset, working, after))
    else items.push(...remainingReferrers(store, dataset, working, documentId))
  }
  const [first] = items
  if (!first) return
  throw mutationError(409, `The mutation(s) failed: ${first.error.description}`, items)
}

function missingTargets(
  store: Store,
  dataset: string,
  working: WorkingSet,
  document: LakeDocument,
) {
  const id = document._id
  return strongTargets(document)
    .filter((target) => !exists(store, dataset, working, target))
    .map((target) => {
      const description = `Document "${id}" references non-existent document "${target}"`
      const type = 'documentReferenceDoesNotExistError'
      return {error: {type, description, id, referenceID: target}, index: 0}
    })
}

function remainingReferrers(store: Store, dataset: string, working: WorkingSet, id: string) {
  const stored = store
    .strongReferrers(dataset, id, MAX_NAMED)
    .filter((referrer) => !working.isTouched(referrer))
  const changed = working
    .changes()
    .filter(({after}) => after && strongTargets(after).includes(id))
    .map(({documentId}) => documentId)
  const referencingIDs = [...new Set([...stored, ...changed])]
  if (referencingIDs.length === 0) return []
  const named = referencingIDs.map((referrer) => `"${referrer}"`).join(', ')
  const description = `Document "${id}" cannot be deleted as there are references to it from ${named}`
  const type = 'documentHasExistingReferencesError'
  return [{error: {type, description, id, referencingIDs}, index: 0}]
}

const strongTargets = (document: LakeDocument) =>
  referencesOf(document)
    .filter(({weak}) => !weak)
    .map(({id}) => id)

const exists = (store: Store, dataset: string, working: WorkingSet, id: string) =>
  working.isTouched(id) ? !working.isDeleted(id) : store.exists(dataset, id)
