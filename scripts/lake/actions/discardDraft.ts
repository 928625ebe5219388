import {z} from 'zod'

import {badRequest} from '../errors.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import {defineAction} from './action.ts'
import {assertNoPurge, existing} from './preconditions.ts'

/** `document.discard`: throws the draft away. */
export const discardDraft = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    draftId: z.string(),
    purge: z.boolean().optional(),
  }),
  mutations: ({draftId, purge}, read) => {
    assertNoPurge(purge)
    if (isPublishedId(draftId))
      throw badRequest(`"${draftId}" is not a draft. Use document.delete.`)
    return [{delete: {id: existing(read, draftId)._id}}]
  },
})
