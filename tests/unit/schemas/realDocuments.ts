import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'

import {isRecord} from '@coworkmed/schemas/isRecord'

import {seedDocuments} from '../../../scripts/content/seedDocuments.ts'
import type {Stored} from './anyDocument.ts'

const TRIAL = resolve(import.meta.dirname, '../../fixtures/site/trial.ndjson')

/** The published documents of the seed and of the trial content; where both have an id, that of the seed. */
export async function realDocuments(): Promise<Stored[]> {
  const lines = (await readFile(TRIAL, 'utf8')).trim().split('\n')
  const trial = lines.map((line): unknown => JSON.parse(line)).filter(isStored)
  const all = [...trial, ...(await seedDocuments())]
  return [...new Map(all.map((document) => [document._id, document])).values()].filter(
    ({_id}) => !_id.startsWith('drafts.'),
  )
}

const isStored = (value: unknown): value is Stored =>
  isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
