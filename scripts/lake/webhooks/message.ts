import {evaluateDelivery} from '../groq/evaluateDelivery.ts'
import type {LoggedChange} from '../store/createHistoryReader.ts'
import type {Operation, Webhook} from './webhook.ts'

/** One thing a hook is to be told. */
export interface Message {
  webhook: Webhook
  change: LoggedChange
  operation: Operation
  /** The body, as it is signed and sent. */
  body: string
}

/** What a hook is to be told about a change, or nothing when it does not ask for such changes. */
export async function messageAbout(
  change: LoggedChange,
  webhook: Webhook,
): Promise<Message | undefined> {
  const operation = operationOf(change)
  if (!isPublished(change.documentId) || !webhook.on.includes(operation)) return
  const {before, after} = change
  const {filter, projection} = webhook
  const {matches, body} = await evaluateDelivery({filter, projection, before, after})
  return matches ? {webhook, change, operation, body: JSON.stringify(body ?? null)} : undefined
}

/** Drafts and versions change with every keystroke; hooks hear of what is published, as by Sanity's default. */
function isPublished(documentId: string) {
  return !/^(drafts\.|versions\.|_\.)/.test(documentId)
}

function operationOf({before, after}: LoggedChange): Operation {
  if (after === null) return 'delete'
  return before === null ? 'create' : 'update'
}
