import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {lakeServer, test as base, expect} from './test.ts'
import {silentLog} from '../../silentLog.ts'

const people = [
  {token: 'a-token-of-16-characters', id: 'first', name: 'First officer', email: 'first@localhost'},
  {
    token: 'b-token-of-16-characters',
    id: 'second',
    name: 'Second officer',
    email: 'second@localhost',
  },
]

// oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
const test = base.override('server', async ({}, {onCleanup}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-test-'))
  await mkdir(join(dataDir, 'lake'))
  await writeFile(join(dataDir, 'lake', 'people.json'), JSON.stringify(people))
  const lake = await startLake(parseSettings({LAKE_PORT: '0', DATA_DIR: dataDir}), silentLog)
  onCleanup(async () => {
    await lake.close()
    await rm(dataDir, {recursive: true})
  })
  return lakeServer(lake.port, dataDir)
})

test('knows the local officer by a token too, for tools that insist on one', async ({lake}) => {
  const named = lake.withConfig({token: 'local-officer'})

  expect(await named.users.getById('me')).toMatchObject({id: 'local-officer'})
})

test('tells people with tokens apart, and signs their transactions', async ({lake, dataset}) => {
  for (const {token, id} of people) {
    const theirs = lake.withConfig({token})
    expect(await theirs.users.getById('me')).toMatchObject({id})
    expect(await theirs.request({url: '/auth/id'})).toEqual({id})
    await theirs.create({_id: id, _type: 'meeting'})
    const line = await theirs.request({url: `/data/history/${dataset}/transactions/${id}`})
    expect(JSON.parse(String(line))).toMatchObject({author: id})
  }
  expect(await lake.request({url: '/users/first,nobody,second'})).toMatchObject([
    {id: 'first', displayName: 'First officer'},
    null,
    {id: 'second'},
  ])
})

test('refuses a token that nobody has, everywhere', async ({server, dataset}) => {
  const paths = [
    '/users/me',
    '/ping',
    `/data/query/${dataset}?query=*`,
    `/data/doc/${dataset}/a`,
    `/data/listen/${dataset}?query=*`,
    `/data/live/events/${dataset}`,
    `/data/export/${dataset}`,
    `/data/history/${dataset}/transactions/a`,
  ]
  for (const path of paths) {
    for (const authorization of ['Bearer nobody', 'Basic bm9ib2R5', 'first']) {
      const response = await fetch(`${server.url}/v1${path}`, {headers: {authorization}})
      expect(response.status, path).toBe(401)
      await response.body?.cancel()
    }
  }
})

test('keeps the settings of each person', async ({lake}) => {
  const theirs = lake.withConfig({token: people[0]?.token ?? ''})
  const body = [{key: 'sort', value: {by: 'title'}}]
  await theirs.request({url: '/users/me/keyvalue', method: 'PUT', body})

  expect(await theirs.request({url: '/users/me/keyvalue/sort,unknown'})).toMatchObject(body)
  expect(await lake.request({url: '/users/me/keyvalue/sort'})).toEqual([])
})
