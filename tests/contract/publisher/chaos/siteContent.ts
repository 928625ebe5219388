import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'

import {z} from 'zod'

import type {ChaosLine} from './chaosLine.ts'
import {counterText} from './counters.ts'

const TRIAL = resolve(import.meta.dirname, '../../../fixtures/site/trial.ndjson')
const stored = z.looseObject({_id: z.string(), _type: z.string()})

/** A title that the pages of a document, and the list of its kind, say. */
const fields = (counter: number) => ({
  title: [
    {
      _key: 'fr',
      _type: 'internationalizedArrayStringValue',
      language: 'fr',
      value: counterText(counter),
    },
  ],
})

const PAGES = {
  'bare-meeting': ['fr/reunions/reunion-nue/index.html', 'fr/reunions/index.html'],
  'bare-policy': ['fr/politiques/mesure-nue/index.html', 'fr/politiques/index.html'],
}

/** The trial content, for the real builder: two documents that are written all the time, and where they are read. */
export const siteContent = {
  fields,
  written: Object.keys(PAGES).map((document) => ({document, fields})),
  shown: Object.entries(PAGES).map(([document, files]) => ({document, files})),
  whole: '^<!(?:doctype|DOCTYPE) html>[^]*</html>\\s*$',
  async create({client}: Pick<ChaosLine, 'client'>) {
    const transaction = client.transaction()
    for (const line of readFileSync(TRIAL, 'utf8').trim().split('\n'))
      transaction.createOrReplace(stored.parse(JSON.parse(line)))
    for (const id of Object.keys(PAGES)) transaction.patch(id, {set: fields(0)})
    await transaction.commit()
  },
}
