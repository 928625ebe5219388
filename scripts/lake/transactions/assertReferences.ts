import {mutationError} from '../errors.ts'
import type {Change} from '../store/createCommitter.ts'
import type {Store} from '../store/createStore.ts'
import {referencesOf} from '../store/referencesOf.ts'
import type {WorkingSet} from './createWorkingSet.ts'

/** How many referring documents an error names. */
const MAX_NAMED = 100

/** A strong reference that the transaction writes. */
interface Written {
  from: string
  to: string
}

/**
 * Throws 409 when the transaction would leave a strong reference to nothing: by deleting what others
 * refer to (the error lists them as `referencingIDs`), or by referring to what is not there.
 */
export function assertReferences(store: Store, dataset: string, working: WorkingSet) {
  const changes = working.changes()
  const written = changes.flatMap(writtenReferences)
  const referrers = Map.groupBy(written, ({to}) => to)
  const deleted = new Set(changes.filter(({after}) => !after).map(({documentId}) => documentId))
  const exists = (id: string) =>
    working.isTouched(id) ? !working.isDeleted(id) : store.exists(dataset, id)

  const items = [
    ...[...deleted].flatMap((id) => {
      const stored = store.strongReferrers(dataset, id)
      const untouched = stored.filter((referrer) => !working.isTouched(referrer)).take(MAX_NAMED)
      const changed = referrers.get(id)?.map(({from}) => from) ?? []
      return stillReferred(id, [...new Set([...untouched, ...changed])])
    }),
    ...written.filter(({to}) => !deleted.has(to) && !exists(to)).map(refersToNothing),
  ]
  const [first] = items
  if (!first) return
  throw mutationError(409, `The mutation(s) failed: ${first.error.description}`, items)
}

function writtenReferences({documentId, after}: Change): Written[] {
  if (!after) return []
  const strong = referencesOf(after).filter(({weak}) => !weak)
  return strong.map(({id}) => ({from: documentId, to: id}))
}

function stillReferred(id: string, referencingIDs: readonly string[]) {
  if (referencingIDs.length === 0) return []
  const named = referencingIDs.map((referrer) => `"${referrer}"`).join(', ')
  const description = `Document "${id}" cannot be deleted as there are references to it from ${named}`
  const type = 'documentHasExistingReferencesError'
  return [{error: {type, description, id, referencingIDs}, index: 0}]
}

function refersToNothing({from: id, to: referenceID}: Written) {
  const description = `Document "${id}" references non-existent document "${referenceID}"`
  const type = 'documentReferenceDoesNotExistError'
  return {error: {type, description, id, referenceID}, index: 0}
}
