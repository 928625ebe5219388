import {z} from 'zod'

import {isRecord} from '../store/lakeDocument.ts'
import {defineAction} from './action.ts'
import {assertPair, assertRevision, existing} from './preconditions.ts'

/** `document.publish`: the draft takes the place of the published document. */
export const publish = defineAction({
  schema: z.strictObject({
    actionType: z.string(),
    draftId: z.string(),
    publishedId: z.string(),
    ifDraftRevisionId: z.string().optional(),
    ifPublishedRevisionId: z.string().optional(),
  }),
  mutations({draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId}, read) {
    assertPair(draftId, publishedId)
    const draft = existing(read, draftId)
    const published = read(publishedId)
    assertRevision(draftId, draft, ifDraftRevisionId)
    assertRevision(publishedId, published, ifPublishedRevisionId)
    const {_type, _createdAt, ...rest} = draft
    const document = {
      ...strengthenedFields(rest),
      _id: publishedId,
      _type,
      _createdAt: published?._createdAt ?? _createdAt,
    }
    return [{createOrReplace: document}, {delete: {id: draftId}}]
  },
})

/** References that were weak only until publishing become strong. */
function strengthenedFields(fields: Record<string, unknown>): Record<string, unknown> {
  const {_strengthenOnPublish: strengthen, ...rest} = fields
  if (isRecord(strengthen) && strengthen['weak'] !== true) delete rest['_weak']
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, strengthened(value)]))
}

function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  return isRecord(value) ? strengthenedFields(value) : value
}
