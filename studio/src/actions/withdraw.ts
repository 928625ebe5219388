import type {Mutation, SanityDocument} from '@sanity/client'

import {deleting, unpublishing} from './withdrawal.ts'

/** How a page leaves the site: its text stays as a draft, or goes too. */
export type WithdrawalKind = 'unpublish' | 'delete'

/** What is needed of a client of Sanity. */
interface Client {
  getDocuments: (ids: string[]) => Promise<(SanityDocument | null)[]>
  mutate: (mutations: Mutation[], options: typeof OPTIONS & {tag: string}) => Promise<unknown>
}

// As the Studio does: its dialog has warned of references from other datasets.
const OPTIONS = {returnDocuments: false, skipCrossDatasetReferenceValidation: true} as const

/**
 * Takes a published page off the site in one transaction with its tombstone. `versionIds` are what is deleted with it.
 * Rejects with what the backend says, for example that other documents refer to the page; then nothing has changed.
 */
export async function withdraw(
  client: Client,
  id: string,
  kind: WithdrawalKind,
  versionIds: readonly string[],
) {
  const [published, draft] = await client.getDocuments([id, `drafts.${id}`])
  if (!published) throw new Error(`"${id}" is not published any more. Open it again.`)
  const withdrawal = {published, draft: draft ?? undefined, at: new Date().toISOString()}
  const mutations = kind === 'delete' ? deleting(withdrawal, versionIds) : unpublishing(withdrawal)
  await client.mutate(mutations, {...OPTIONS, tag: `document.${kind}`})
}
