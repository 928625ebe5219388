import {z} from 'zod'

import {badRequest} from '../errors.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import {defineAction} from './action.ts'
import {assertNoPurge, existing} from './preconditions.ts'

/** `document.version.discard`: throws a draft or version away. */
export const discardVersion = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    versionId: z.string(),
    purge: z.boolean().optional(),
  }),
  mutations: ({versionId, purge}, read) => {
    assertNoPurge(purge)
    if (isPublishedId(versionId)) {
      throw badRequest(`"${versionId}" is not a version. Use document.delete.`)
    }
    return [{delete: {id: existing(read, versionId)._id}}]
  },
})
