import {z} from 'zod'

import {actionError} from '../errors.ts'
import {identifiedSchema} from '../transactions/parseMutations.ts'
import {defineAction} from './action.ts'
import {assertPair} from './preconditions.ts'

/** `document.create`: a new draft of a document that is not published. */
export const createDraft = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    publishedId: z.string(),
    attributes: identifiedSchema,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  mutations({publishedId, attributes, ifExists}, read) {
    assertPair(attributes._id, publishedId)
    if (read(attributes._id) && ifExists === 'ignore') return []
    for (const id of [attributes._id, publishedId]) {
      if (read(id)) throw actionError(409, `Document "${id}" already exists.`)
    }
    return [{create: attributes}]
  },
})
