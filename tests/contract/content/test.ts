import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {ContentBackend} from '../../../scripts/content/contentBackend.ts'
import {test as lakeTest} from '../lake/test.ts'

export {expect} from '../lake/test.ts'

/** `backend`: a dataset of a real lake, as the content program is told of it. `folder`: for files of the test. */
export const test = lakeTest
  .extend('backend', ({server, dataset}): ContentBackend => ({
    apiHost: server.url,
    projectId: 'local',
    dataset,
    token: 'local-officer',
  }))
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  .extend('folder', async ({}, {onCleanup}) => {
    const folder = await mkdtemp(join(tmpdir(), 'content-test-'))
    onCleanup(() => rm(folder, {recursive: true}))
    return folder
  })
