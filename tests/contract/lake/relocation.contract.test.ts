import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {expect, lakeServer, test} from './test.ts'
import {silentLog} from '../../silentLog.ts'

test('gives assets their new address when the lake starts at another one, and touches nothing else', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-move-'))
  onTestFinished(() => rm(dataDir, {recursive: true}))
  const settings = parseSettings({LAKE_PORT: '0', DATA_DIR: dataDir})

  const first = await startLake(settings, silentLog)
  const before = await lakeServer(first.port, dataDir).client('production')
  const asset = await before.assets.upload('file', Buffer.from('a,b'), {filename: 'a.csv'})
  await before.create({
    _id: 'far',
    _type: 'sanity.fileAsset',
    path: 'x',
    url: 'https://example.org/x',
  })
  await first.close()

  const second = await startLake(settings, silentLog)
  onTestFinished(second.close)
  const after = await lakeServer(second.port, dataDir).client('production')
  const moved = await after.getDocument(asset._id)

  expect(second.port).not.toBe(first.port)
  expect(moved?.['url']).toBe(`http://localhost:${second.port}/${asset.path}`)
  expect(await (await fetch(moved?.['url'])).text()).toBe('a,b')
  expect(await after.getDocument('far')).toMatchObject({url: 'https://example.org/x'})
})
