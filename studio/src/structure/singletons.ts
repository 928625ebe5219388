import {singletonTypes} from '@coworkmed/schemas'
import type {DocumentActionsResolver, NewDocumentOptionsResolver} from 'sanity'

/** The types of which there is exactly one document; its id is the name of the type. */
const singletonNames: readonly string[] = singletonTypes.map(({name}) => name)

const SINGLETON_ACTIONS: readonly (string | undefined)[] = ['publish', 'discardChanges', 'restore']

/** A singleton is changed and published; never duplicated, unpublished or deleted. */
export const singletonActions: DocumentActionsResolver = (actions, {schemaType}) =>
  singletonNames.includes(schemaType)
    ? actions.filter(({action}) => SINGLETON_ACTIONS.includes(action))
    : actions

/** A second one is never offered. */
export const withoutSingletons: NewDocumentOptionsResolver = (options) =>
  options.filter(({templateId}) => !singletonNames.includes(templateId))
