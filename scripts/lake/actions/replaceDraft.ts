import {z} from 'zod'

import {identifiedSchema} from '../transactions/parseMutations.ts'
import {defineAction} from './action.ts'
import {assertPair, existing} from './preconditions.ts'

/** `document.replaceDraft`: a whole new draft, as when an old revision is restored. */
export const replaceDraft = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    publishedId: z.string(),
    attributes: identifiedSchema,
  }),
  mutations({publishedId, attributes}, read) {
    assertPair(attributes._id, publishedId)
    if (!read(attributes._id)) existing(read, publishedId)
    return [{createOrReplace: attributes}]
  },
})
