import {z} from 'zod'

import {assertPatchPaths} from '../transactions/assertPatchPaths.ts'
import type {RequestedMutation} from '../transactions/mutation.ts'
import {operationsSchema} from '../transactions/parseMutations.ts'
import {defineAction} from './action.ts'
import {assertPair, existing} from './preconditions.ts'

/** `document.edit`: patches the draft, which is first copied from the published document if there is none. */
export const editDraft = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    draftId: z.string(),
    publishedId: z.string(),
    patch: z.union([operationsSchema, z.array(operationsSchema)]),
  }),
  mutations({draftId, publishedId, patch}, read): RequestedMutation[] {
    assertPair(draftId, publishedId)
    const patches = [patch].flat()
    for (const operations of patches) assertPatchPaths(operations)
    const edits = patches.map((operations) => ({patch: {...operations, id: draftId}}))
    if (read(draftId)) return edits
    return [{create: {...existing(read, publishedId), _id: draftId}}, ...edits]
  },
})
