import type {SanityClient} from '@sanity/client'

/** Asks for a part of the history of a client's dataset. */
export const history = (lake: SanityClient, path: string) =>
  lake.request({url: `/data/history/${lake.config().dataset}/${path}`})

/** A meeting that is drafted, edited, published, edited again, and unpublished. */
export async function lived(lake: SanityClient) {
  const pair = {draftId: 'drafts.spring', publishedId: 'spring'}
  const run = async (transactionId: string, action: Parameters<SanityClient['action']>[0]) =>
    lake.action(action, {transactionId})
  await run('create', {
    actionType: 'sanity.action.document.create',
    publishedId: 'spring',
    attributes: {_id: 'drafts.spring', _type: 'meeting', title: 'Spring', text: 'first'},
    ifExists: 'fail',
  })
  const edit = {actionType: 'sanity.action.document.edit', ...pair} as const
  await run('edit', {...edit, patch: {set: {text: 'second'}}})
  await run('publish', {actionType: 'sanity.action.document.publish', ...pair})
  await run('edit-again', {...edit, patch: {set: {text: 'third'}}})
  await run('unpublish', {actionType: 'sanity.action.document.unpublish', ...pair})
}
