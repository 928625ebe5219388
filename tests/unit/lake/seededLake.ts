import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createGroq} from '../../../scripts/lake/groq/createGroq.ts'
import {createStore} from '../../../scripts/lake/store/createStore.ts'
import type {LakeDocument} from '../../../scripts/lake/store/lakeDocument.ts'

/** A document as a test writes it; what is missing is filled in. */
export type Draft = {_id: string; _type?: string} & Record<string, unknown>

const TIME = '2017-10-05T09:00:00Z'

/** A store with one dataset in a folder of its own, and the query engine over it. */
export async function seededLake(drafts: Draft[], options: {timeLimitMs?: number} = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'lake-'))
  const store = createStore(join(folder, 'lake.db'))
  store.createDataset('production', TIME)
  let transactions = 0

  function write(changed: Draft[], deletedIds: string[] = []) {
    transactions += 1
    const transactionId = `t${transactions}`
    const changes = [
      ...changed.map((draft) => ({documentId: draft._id, before: null, after: completed(draft)})),
      ...deletedIds.map((documentId) => ({documentId, before: null, after: null})),
    ]
    const commit = {dataset: 'production', transactionId, author: 'x', timestamp: TIME}
    store.commit({...commit, mutations: [], changes})
  }
  write(drafts)

  const groq = createGroq({
    file: store.file,
    projectId: 'local',
    ...options,
  })
  const ask = {dataset: 'production', params: {}, perspective: 'raw' as const, identity: 'me'}

  return {
    groq,
    write,
    query: (query: string, changes: Partial<Parameters<typeof groq.query>[0]> = {}) =>
      groq.query({...ask, query, ...changes}),
    async [Symbol.asyncDispose]() {
      await groq.close()
      store.close()
      await rm(folder, {recursive: true})
    },
  }
}

/** A draft with the fields every stored document has. */
export function completed(draft: Draft): LakeDocument {
  return {_type: 'thing', _rev: 'r1', _createdAt: TIME, _updatedAt: TIME, ...draft}
}
