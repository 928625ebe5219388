import {writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {createInbox} from '../../../scripts/publisher/inbox.ts'
import {openDatabase} from '../../../scripts/publisher/openDatabase.ts'
import {publish} from '../../../scripts/publisher/publish.ts'
import {createReleases} from '../../../scripts/publisher/releases/releases.ts'
import {createStatus} from '../../../scripts/publisher/status.ts'
import {silentLog} from '../../contract/lake/test.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

/** A publisher's parts over content that is one text; something may happen before and after a build reads it. */
function parts({beforeBuild = () => {}, afterBuild = () => {}} = {}) {
  const folder = temporaryDirectory()
  const database = openDatabase(join(folder, 'publisher.db'))
  onTestFinished(() => database.close())
  const inbox = createInbox(database)
  const releases = createReleases(join(folder, 'releases'))
  const world = {content: 'first', code: '1', builds: 0}
  const build = {
    codeDigest: async () => world.code,
    async run(directory: string) {
      world.builds += 1
      beforeBuild()
      writeFileSync(join(directory, 'index.html'), world.content)
      afterBuild()
    },
    stop: () => {},
  }
  const probe = {digest: async () => world.content}
  const status = createStatus({releases, inbox})
  const run = () => publish({inbox, releases, probe, build, status, log: silentLog})
  const page = () => readFile(join(releases.liveDirectory() ?? '', 'index.html'), 'utf8')
  return {world, inbox, status, run, page}
}

const delivery = (key: string) => ({
  key,
  documentId: 'a',
  documentType: 'note',
  revision: 'r1',
  transactionId: 't',
  transactionTime: '2026-11-23T10:00:00.000Z',
  operation: 'update',
})

test('builds once for one state of content and code', async () => {
  const {world, run, status} = parts()

  await run()
  await run()
  expect(world.builds).toBe(1)
  world.code = '2'
  await run()

  expect(world.builds).toBe(2)
  expect(status.read()).toMatchObject({health: 'ok', building: false, release: {pages: 1}})
})

test('leaves a webhook that came during a build for the next', async () => {
  const {inbox, run} = parts({afterBuild: () => inbox.record(delivery('during'))})
  inbox.record(delivery('before'))

  await run()

  expect(inbox.pendingCount()).toBe(1)
})

test('takes back what was published and withdrawn during a build', async () => {
  const {world, inbox, run, page} = parts({
    beforeBuild() {
      if (world.builds === 1) world.content = 'first, and more'
    },
    afterBuild() {
      inbox.record(delivery(`build ${world.builds}`))
      world.content = 'first'
    },
  })

  await run()
  expect(await page()).toBe('first, and more')
  await run()

  expect(await page()).toBe('first')
})
