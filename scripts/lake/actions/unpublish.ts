import {z} from 'zod'

import type {RequestedMutation} from '../transactions/mutation.ts'
import {defineAction} from './action.ts'
import {assertPair, existing} from './preconditions.ts'

/** `document.unpublish`: the published document becomes a draft, unless there is one. */
export const unpublish = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    draftId: z.string(),
    publishedId: z.string(),
  }),
  mutations({draftId, publishedId}, read): RequestedMutation[] {
    assertPair(draftId, publishedId)
    const published = existing(read, publishedId)
    const remove = {delete: {id: publishedId}}
    return read(draftId) ? [remove] : [{create: {...published, _id: draftId}}, remove]
  },
})
