import type {ListenOptions} from '@sanity/client'
import {onTestFinished, vi} from 'vitest'

import {lakeClientFactory} from '../../../studio/src/lake/lakeClientFactory.ts'
import {expect, test} from '../lake/test.ts'

const QUERY = '*[_type == $type]'
const params = {type: 'meeting'}
const options: ListenOptions = {
  events: ['welcome', 'mutation', 'reconnect'],
  includeAllVersions: true,
  effectFormat: 'mendoza',
  tag: 'a.test',
}

test('hears over the socket what the official client hears over event streams', async ({
  server,
  dataset,
  lake,
}) => {
  const create = lakeClientFactory(server.url)
  const client = create({projectId: 'local', dataset, apiVersion: '2025-02-19', useCdn: false})
  const official: unknown[] = []
  const overSocket: unknown[] = []
  const derived: unknown[] = []
  const listeners = [
    lake.listen(QUERY, params, options).subscribe((event) => official.push(event)),
    client.listen(QUERY, params, options).subscribe((event) => overSocket.push(event)),
    client
      .withConfig({apiVersion: '2025-02-19'})
      .observable.withConfig({useCdn: false})
      .listen(QUERY, params, options)
      .subscribe((event) => derived.push(event)),
  ]
  onTestFinished(() => {
    for (const listener of listeners) listener.unsubscribe()
  })
  await vi.waitFor(() => expect([official, overSocket, derived].flat()).toHaveLength(3))

  await lake.create({_id: 'drafts.florence', _type: 'meeting', venue: 'Palazzo Strozzi Sacrati'})
  await lake.patch('drafts.florence').set({venue: 'Palazzo Vecchio'}).commit()
  await lake.delete('drafts.florence')

  await vi.waitFor(() => expect([official, overSocket, derived].flat()).toHaveLength(12))
  expect(overSocket.slice(1)).toEqual(official.slice(1))
  expect(derived.slice(1)).toEqual(official.slice(1))
})

test('asks the lake itself, without a project in the host name', ({server}) => {
  const create = lakeClientFactory(server.url)
  const client = create({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })

  expect(client.config().url).toBe(`${server.url}/v2025-02-19`)
})
