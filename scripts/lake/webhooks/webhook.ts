import type {Settings} from '../settings.ts'

/** What happened to a document, in Sanity's words. */
export type Operation = 'create' | 'update' | 'delete'

/** Who is told of which changes, as a hook of Sanity's has it. */
export interface Webhook {
  id: string
  dataset: string
  url: string
  secret: string
  on: readonly Operation[]
  /** GROQ over the changed document, with `before()`, `after()` and `delta::…`; empty lets everything through. */
  filter: string
  /** GROQ that makes the body; empty sends the whole document. */
  projection: string
}

/** The hooks of a lake: the publisher's, where a secret is set. A secret is never made up, so without one there is none. */
export function webhooksOf({dataset, publisherPort, webhookSecret}: Settings): Webhook[] {
  if (webhookSecret === undefined) return []
  return [
    {
      id: 'publisher',
      dataset,
      url: `http://127.0.0.1:${publisherPort}/webhook`,
      secret: webhookSecret,
      on: ['create', 'update', 'delete'],
      filter: '!string::startsWith(_type, "system.")',
      projection: IDENTIFYING,
    },
  ]
}

/** Enough to know what to read again; works for deletions too, and on hosted Sanity as it is. */
const IDENTIFYING = `{
  "_id": coalesce(after()._id, before()._id),
  "_type": coalesce(after()._type, before()._type),
  "_rev": coalesce(after()._rev, before()._rev),
  "operation": delta::operation(),
  "transactionId": after()._rev,
  "transactionTime": after()._updatedAt,
}`
