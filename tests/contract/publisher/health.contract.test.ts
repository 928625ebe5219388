import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {expect, onTestFinished, test} from 'vitest'

import {parseSettings} from '../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../scripts/publisher/startPublisher.ts'
import {silentLog} from '../../silentLog.ts'
import {note, publisherLine, settled, WAIT} from './publisherLine.ts'
import {SHORT_TIMES} from './shortTimes.ts'

test('says when the site was last found to be up to date, and moves that on though nothing is new', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher({reconcile: 200})
  await settled(line)
  const {lastSuccessAt} = await line.status()

  await expect
    .poll(async () => (await line.status()).lastSuccessAt > lastSuccessAt, WAIT)
    .toBe(true)
  expect(await healthOf(line.address)).toMatchObject({
    status: 'ok',
    builder: 'ready',
    problem: null,
  })
})

test('tells of a fault before a publish has begun, answers meanwhile, and is well again', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a'))
  await line.publisher()
  await settled(line)
  const records = new DatabaseSync(join(line.dataDir, 'publisher.db'))
  onTestFinished(() => records.close())

  records.exec('ALTER TABLE deliveries RENAME TO elsewhere')
  await line.operate('/publish')

  await expect.poll(line.status, WAIT).toMatchObject({
    health: 'failing',
    lastReceipt: {outcome: 'refused', reason: expect.stringContaining('no such table')},
    problem: {sentence: expect.stringMatching(/no such table.*The last good site stays up/)},
  })
  expect(await healthOf(line.address)).toMatchObject({
    status: 'failing',
    problem: (await line.status()).problem.sentence,
  })
  expect(await line.page()).toBe('a')

  records.exec('ALTER TABLE elsewhere RENAME TO deliveries')
  await settled(line)
  expect(await line.status()).toMatchObject({problem: null})
})

test('keeps message and cause of a builder that cannot start, and says what to do', async () => {
  const line = await publisherLine()
  const builder = join(line.dataDir, 'builder.mjs')
  await writeFile(
    builder,
    `throw new Error('ENOSPC: no space left on device\\nin a second line', {cause: new Error('The disk is small.')})`,
  )
  const publisher = await startPublisher(parseSettings(line.environment), silentLog, {
    builder,
    times: SHORT_TIMES,
  })
  onTestFinished(() => publisher.close())

  await expect.poll(line.status, WAIT).toMatchObject({
    health: 'failing',
    problem: {
      kind: 'diskFull',
      message: 'The builder did not start (exit code 1: ENOSPC: no space left on device)',
      cause: 'The disk is small.',
      since: expect.any(String),
      sentence: expect.stringMatching(
        /^The site could not be built: The builder did not start .+ Make room .+ There is no site yet; it is built again by itself/,
      ),
    },
  })
  expect((await line.status()).problem.sentence).not.toMatch(/second line|    at /)
})

const healthOf = async (address: string) => (await fetch(`${address}/healthz`)).json()
