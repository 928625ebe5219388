import {expect, onTestFinished, test} from 'vitest'

import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'
import {note, publisherLine, settled, WAIT} from './publisherLine.ts'
import type {PublisherLine} from './publisherLine.ts'

/** Publishes notes one by one; gives the releases they made. */
async function releasesOf(line: PublisherLine, ids: readonly string[]) {
  const releases: string[] = []
  for (const id of ids) {
    await line.client.create(note(id, {languages: ['fr']}))
    await expect.poll(() => line.pageAt(`/fr/${id}/`), WAIT).toBe('fr: ')
    await settled(line)
    releases.push((await line.status()).release.id)
  }
  return releases
}

test('removes old releases by itself, keeps ten, and a pinned one', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher({sweep: 100})
  const [first = '', second = '', ...others] = await releasesOf(
    line,
    Array.from({length: 13}, (_, index) => `n${index}`),
  )

  const ledger = openLedger(ledgerPath(`${line.dataDir}/releases`), {readOnly: true})
  onTestFinished(ledger.close)
  await expect.poll(() => ledger.releases().length, WAIT).toBe(10)
  expect(await line.operate('/rollback', {release: first})).toMatchObject({status: 404})
  expect(await line.operate('/rollback', {release: second})).toMatchObject({status: 404})
  const [oldest = ''] = others.slice(-10)
  expect(await line.operate('/rollback', {release: oldest})).toMatchObject({status: 200})
  expect(await line.pageAt('/fr/n0/')).toBe('fr: ')

  await line.client.create(note('late', {languages: ['fr']}))
  await expect.poll(() => line.receipts('document=late'), WAIT).toHaveLength(1)
  expect((await line.status()).release.id).toBe(oldest)
  await line.operate('/unpin')
  expect(await line.pageAt('/fr/late/')).toBe('fr: ')
})

test('rolls back and publishes at once while old releases are removed, and ends their removal later', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher({sweep: 20})
  const releases = await releasesOf(
    line,
    Array.from({length: 14}, (_, index) => `n${String(index).padStart(2, '0')}`),
  )

  for (const release of [...releases.slice(-5), ...releases.slice(-5)]) {
    const answer = await line.operate('/rollback', {release})
    expect(answer).toEqual({status: 200, body: {release, pinned: true}})
    await line.operate('/unpin')
  }
  const more = await releasesOf(line, ['a', 'b'])

  const kept = [...releases, ...more].slice(-10)
  const ledger = openLedger(ledgerPath(`${line.dataDir}/releases`), {readOnly: true})
  onTestFinished(ledger.close)
  await expect.poll(() => ledger.releases().map(({id}) => id), WAIT).toEqual(kept.toReversed())
  expect(await line.operate('/rollback', {release: kept[0]})).toMatchObject({status: 200})
  expect(await line.pageAt('/fr/a/')).not.toBe('fr: ')
})

test('goes on serving and publishing while compressed copies take the place of a release', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher({sweep: 50, afterwork: 10}, {COMPRESS: 'on'})
  await line.client.create(note('long', {text: 'long '.repeat(1000), languages: ['fr']}))
  await expect.poll(() => line.pageAt('/fr/long/'), WAIT).toContain('long long')
  await settled(line)
  const before = await line.status()

  await expect
    .poll(async () => {
      const answer = await fetch(`${line.site}/fr/long/`, {headers: {'accept-encoding': 'br'}})
      return answer.headers.get('content-encoding')
    }, WAIT)
    .toBe('br')

  expect((await line.status()).release).toEqual(before.release)
  await releasesOf(line, ['a', 'b', 'c'])
  expect(await line.pageAt('/fr/long/')).toContain('long long')
})
