import {z} from 'zod'

import {actionError} from '../errors.ts'
import {draftIdOf} from '../transactions/documentIds.ts'
import {defineAction} from './action.ts'
import {assertNoPurge, assertPair, existing} from './preconditions.ts'

/** `document.delete`: the published document and the drafts that are named; a draft that is not named forbids it. */
export const deleteDocument = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    publishedId: z.string(),
    includeDrafts: z.array(z.string()).default([]),
    purge: z.boolean().optional(),
  }),
  mutations({publishedId, includeDrafts, purge}, read) {
    assertNoPurge(purge)
    for (const id of includeDrafts) assertPair(id, publishedId)
    const draftId = draftIdOf(publishedId)
    if (read(draftId) && !includeDrafts.includes(draftId)) {
      throw actionError(
        409,
        `Document "${publishedId}" has a draft. Delete it too, in includeDrafts.`,
      )
    }
    const ids = [...includeDrafts.filter((id) => read(id)), existing(read, publishedId)._id]
    return ids.map((id) => ({delete: {id}}))
  },
})
