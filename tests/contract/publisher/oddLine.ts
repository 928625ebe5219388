import {expect} from 'vitest'

import type {Receipt} from '../../../scripts/publisher/receipts/receipt.ts'
import {inLanguages} from '../../inLanguages.ts'
import {trialDocuments, write} from '../site/test.ts'

import {publisherLine, settled} from './publisherLine.ts'

/** As patient as a busy machine needs. */
export const PATIENT = {timeout: 60_000, interval: 20}

const FLORENCE = '/fr/reunions/florence-2017-10-05/'

/** A line with the pages of the site itself over the trial content, and what two officers do with it. */
export async function oddLine(
  onEnd: (end: () => Promise<void>) => void,
  changes: Record<string, string> = {},
) {
  const line = await publisherLine(onEnd)
  await line.lake()
  await write(line.client, await trialDocuments(line.client))
  let stop = await line.publisherOfSite(changes)
  await expect.poll(line.status, PATIENT).toMatchObject({health: 'ok', release: {}})
  await settled(line)
  let turn = 0
  const headingAt = async (path: string) => /<h1[^>]*>([^<]*)/.exec(await line.pageAt(path))?.[1]
  return {
    ...line,
    headingAt,
    /** Stops the publisher, does something to its data, and starts it. */
    async startAgain(change: () => Promise<void> = async () => undefined): Promise<void> {
      await stop()
      await change()
      stop = await line.publisherOfSite(changes)
    },
    /** Another officer changes the title of an unrelated meeting; resolves once visitors see it. */
    async otherOfficerPublishes(): Promise<void> {
      turn += 1
      const title = `Florence, version ${turn}`
      await line.client
        .patch('florence')
        .set({title: inLanguages({fr: title})})
        .commit()
      await expect.poll(() => headingAt(FLORENCE), PATIENT).toBe(title)
    },
    /** The receipts of the newest version of a document, once there are some. */
    async receiptsOf(id: string): Promise<Receipt[]> {
      const {_rev: revision} = (await line.client.getDocument(id)) ?? {}
      const own = async () =>
        (await line.receipts(`document=${id}`)).filter((receipt) => receipt.revision === revision)
      await expect.poll(own, PATIENT).not.toEqual([])
      return own()
    },
    /** All that is left out of the newest version of a document. */
    async findingsOf(id: string) {
      const receipts = await this.receiptsOf(id)
      return receipts.flatMap(({findings}) => findings)
    },
  }
}

export type OddLine = Awaited<ReturnType<typeof oddLine>>

/** A page in French, or whatever else is said of it. */
export const french = (_id: string, fields: Record<string, unknown>) => ({
  _id,
  _type: 'meeting',
  title: inLanguages({fr: `Titre de ${_id}`}),
  slug: inLanguages({fr: {_type: 'slug', current: _id}}, 'Slug'),
  ...fields,
})
