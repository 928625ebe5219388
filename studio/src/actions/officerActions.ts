import {recordTypes} from '@coworkmed/schemas'
import {isPageType} from '@coworkmed/schemas/pageTypes'
import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'

import {singletonActions} from '../structure/singletons.ts'
import {duplicateAfresh} from './duplicateAfresh.ts'
import {leavingTombstone} from './leavingTombstone.tsx'
import {publishKeepingAddresses} from './publishKeepingAddresses.ts'
import type {Scheduling} from './scheduledPublish.ts'

/** What an officer can do with a document: with one that has pages, so that none of its addresses is ever lost. */
export function officerActions(scheduling: Scheduling): DocumentActionsResolver {
  const pageAction = remembered((original) => wrapped(original, scheduling))
  return (actions, context) => {
    if (recordTypes.some(({name}) => name === context.schemaType)) return []
    if (isPageType(context.schemaType)) return actions.map(pageAction)
    return singletonActions(actions, context)
  }
}

function wrapped(original: DocumentActionComponent, scheduling: Scheduling) {
  if (original.action === 'publish') return publishKeepingAddresses(original, scheduling)
  if (original.action === 'unpublish') return leavingTombstone(original, 'unpublish')
  if (original.action === 'delete') return leavingTombstone(original, 'delete')
  return original.action === 'duplicate' ? duplicateAfresh(original) : original
}

/** The Studio asks for the actions often and knows each by its function: the same must come back, or its state is lost. */
function remembered(wrap: (original: DocumentActionComponent) => DocumentActionComponent) {
  const known = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (original: DocumentActionComponent) => {
    const found = known.get(original) ?? named(wrap(original), original)
    known.set(original, found)
    return found
  }
}

/** The Studio finds an action, and its place, by what it is called. */
const named = (
  action: DocumentActionComponent,
  {action: name, displayName}: DocumentActionComponent,
) => Object.assign(action, {...(name && {action: name}), ...(displayName && {displayName})})
