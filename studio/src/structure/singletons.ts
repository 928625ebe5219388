import {recordTypes, singletonTypes} from '@coworkmed/schemas'
import type {DocumentActionsResolver, NewDocumentOptionsResolver} from 'sanity'

/** The types of which there is exactly one document; its id is the name of the type. */
const singletonNames: readonly string[] = singletonTypes.map(({name}) => name)

const SINGLETON_ACTIONS: readonly (string | undefined)[] = ['publish', 'discardChanges', 'restore']

/** A singleton is changed and published; never duplicated, unpublished or deleted. */
export const singletonActions: DocumentActionsResolver = (actions, {schemaType}) =>
  singletonNames.includes(schemaType)
    ? actions.filter(({action}) => SINGLETON_ACTIONS.includes(action))
    : actions

/** Neither a second singleton is ever offered, nor a record that the Studio writes by itself. */
export const withoutOwnDocuments: NewDocumentOptionsResolver = (options) =>
  options.filter(({templateId}) => !ownNames.includes(templateId))

const ownNames = [...singletonNames, ...recordTypes.map(({name}) => name)]
