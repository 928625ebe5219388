import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createClient} from '@sanity/client'
import {encodeSignatureHeader} from '@sanity/webhook'
import {expect, onTestFinished} from 'vitest'

import {parseSettings as parseLakeSettings} from '../../../scripts/lake/settings.ts'
import type {LakeOptions} from '../../../scripts/lake/startLake.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import type {Receipt} from '../../../scripts/publisher/receipts/receipt.ts'
import {parseSettings} from '../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../scripts/publisher/startPublisher.ts'
import type {Times} from '../../../scripts/publisher/times.ts'
import {freePorts} from '../../freePorts.ts'
import {silentLog} from '../../silentLog.ts'
import {builderDouble, SHORT_TIMES} from './shortTimes.ts'

export const WAIT = {timeout: 20_000, interval: 10}
export const SECRET = 'the-secret-of-one-test'
export const TOKEN = 'the-token-of-one-test'

/** A lake and a publisher that are started and stopped at will, on one data folder; removed with the test, or as `onEnd` says. */
export async function publisherLine(onEnd: (end: () => Promise<void>) => void = onTestFinished) {
  const dataDir = await mkdtemp(join(tmpdir(), 'coworkmed-publisher-'))
  const [lakePort = 0, publisherPort = 0, sitePort = 0] = await freePorts(3)
  const environment: Record<string, string> = {
    LAKE_PORT: String(lakePort),
    PUBLISHER_PORT: String(publisherPort),
    SITE_PORT: String(sitePort),
    DATA_DIR: dataDir,
    WEBHOOK_SECRET: SECRET,
    OPERATOR_TOKEN: TOKEN,
    COMPRESS: 'off',
  }
  const stops: (() => Promise<void>)[] = []
  onEnd(async () => {
    for (const stop of stops.toReversed()) await stop()
    await rm(dataDir, {recursive: true})
  })
  /** Runs something that ends when it is told, or with the test. */
  function keep(running: {close: () => Promise<void>}) {
    let closed: Promise<void> | undefined
    const stop = () => (closed ??= running.close())
    stops.push(stop)
    return stop
  }
  const pageAt = async (path: string) => (await fetch(`http://127.0.0.1:${sitePort}${path}`)).text()
  const address = `http://127.0.0.1:${publisherPort}`
  const operate = async (path: string, body?: object) => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: {authorization: `Bearer ${TOKEN}`},
      body: body === undefined ? null : JSON.stringify(body),
    })
    return {status: answer.status, body: await answer.json()}
  }
  return {
    address,
    site: `http://127.0.0.1:${sitePort}`,
    dataDir,
    environment,
    client: createClient({
      projectId: 'local',
      dataset: 'production',
      apiHost: `http://127.0.0.1:${lakePort}`,
      apiVersion: '2025-02-19',
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
    }),
    lake: async (options: LakeOptions = {}) =>
      keep(await startLake(parseLakeSettings(environment), silentLog, options)),
    publisher: async (times: Partial<Times> = {}, changes: Record<string, string> = {}) =>
      keep(
        await startPublisher(parseSettings({...environment, ...changes}), silentLog, {
          builder: builderDouble,
          times: {...SHORT_TIMES, ...times},
        }),
      ),
    /** The same with the pages of the site itself. */
    publisherOfSite: async (changes: Record<string, string> = {}, times: Partial<Times> = {}) =>
      keep(
        await startPublisher(
          parseSettings({...process.env, ...environment, ...changes}),
          silentLog,
          {
            times: {...SHORT_TIMES, stall: 300_000, ...times},
          },
        ),
      ),
    status: async () => (await fetch(`${address}/status`)).json(),
    page: () => pageAt('/index.html'),
    pageAt,
    async receipts(search = ''): Promise<Receipt[]> {
      const headers = {authorization: `Bearer ${TOKEN}`}
      const answer = await fetch(`${address}/receipts?${search}`, {headers})
      return (await answer.json()).receipts
    },
    operate,
  }
}

export type PublisherLine = Awaited<ReturnType<typeof publisherLine>>

/** A note as the double's sites have them: a page in each language. */
export const note = (_id: string, fields: Record<string, unknown> = {}) => ({
  _id,
  _type: 'note',
  ...fields,
})

/** Waits until everything that came is dealt with and nothing runs. */
export async function settled(line: PublisherLine) {
  await expect.poll(line.status, WAIT).toMatchObject({pending: 0, building: false, health: 'ok'})
}

interface WebhookChange {
  key?: string
  secret?: string
  headers?: Record<string, string>
}

/** Sends a webhook as Sanity does, and gives the answer. */
export async function sendWebhook(address: string, body: object, change: WebhookChange = {}) {
  const text = JSON.stringify(body)
  const {key = crypto.randomUUID(), secret = SECRET, headers = {}} = change
  return fetch(`${address}/webhook`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'sanity-webhook-signature': await encodeSignatureHeader(text, Date.now(), secret),
      'idempotency-key': `"${key}"`,
      ...headers,
    },
  })
}
