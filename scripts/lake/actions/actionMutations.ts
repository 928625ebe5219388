import {badRequest, notImplemented} from '../errors.ts'
import {isRecord} from '../store/lakeDocument.ts'
import type {RequestedMutation} from '../transactions/mutation.ts'
import {parseAs} from '../transactions/parseMutations.ts'
import type {ActionHandler, Read} from './action.ts'
import {createDraft} from './createDraft.ts'
import {deleteDocument} from './deleteDocument.ts'
import {discardDraft} from './discardDraft.ts'
import {discardVersion} from './discardVersion.ts'
import {editDraft} from './editDraft.ts'
import {publish} from './publish.ts'
import {replaceDraft} from './replaceDraft.ts'
import {unpublish} from './unpublish.ts'

/** Every action this lake has, by the name Sanity gives it. */
const ACTIONS: Record<string, (action: unknown, read: Read) => RequestedMutation[]> = {
  'sanity.action.document.create': handle(createDraft),
  'sanity.action.document.edit': handle(editDraft),
  'sanity.action.document.publish': handle(publish),
  'sanity.action.document.unpublish': handle(unpublish),
  'sanity.action.document.discard': handle(discardDraft),
  'sanity.action.document.version.discard': handle(discardVersion),
  'sanity.action.document.delete': handle(deleteDocument),
  'sanity.action.document.replaceDraft': handle(replaceDraft),
}

/** The mutations an action comes to. Throws 400 for what is no action, 501 for one this lake does not have. */
export function actionMutations(action: unknown, read: Read): RequestedMutation[] {
  const type = isRecord(action) ? action['actionType'] : undefined
  if (typeof type !== 'string' || !type.startsWith('sanity.action.')) {
    throw badRequest(`actionType: ${JSON.stringify(type)} is not the name of an action.`)
  }
  const mutations = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined
  if (!mutations) throw notImplemented(`the action ${type}`)
  return mutations(action, read)
}

function handle<Input>({schema, mutations}: ActionHandler<Input>) {
  return (action: unknown, read: Read) => mutations(parseAs(schema, action), read)
}
