import {pathText} from '@coworkmed/schemas/parse/finding'
import {expect, test as base} from 'vitest'

import {write} from '../site/test.ts'
import type {OddDocument} from './oddDocuments.ts'
import {oddDocuments} from './oddDocuments.ts'
import type {OddLine} from './oddLine.ts'
import {french, oddLine, PATIENT} from './oddLine.ts'

const PATHS: Record<string, string> = {meeting: '/fr/reunions/', policy: '/fr/politiques/'}
const SWALLOWING = import.meta.resolve('./controls/swallowedFindings.ts')
const LONG = {timeout: 240_000}

const test = base.extend(
  'line',
  {scope: 'file'},
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  async ({}, {onCleanup}) => oddLine(onCleanup),
)

test.for(oddDocuments.map((odd, index) => ({...odd, id: `odd-${index}`})))(
  '$name stops nobody, is told where it stands, and is mended',
  LONG,
  async (odd, {line}) => {
    const {id, type = 'meeting', at, shows, hides} = odd
    await publishOdd(line, odd)

    const page = `${PATHS[type]}${id}/`
    if (shows) await expect.poll(() => line.pageAt(at ?? page), PATIENT).toContain(shows)
    if (hides)
      for (const path of [at ?? page, '/fr/reunions/'])
        expect(await line.pageAt(path)).not.toContain(hides)

    const mended =
      type === 'source' ? {_id: id, _type: type, title: 'Source'} : french(id, {_type: type})
    await write(line.client, [mended])
    if (PATHS[type]) await expect.poll(() => line.headingAt(page), PATIENT).toBe(`Titre de ${id}`)
    expect(await line.findingsOf(id)).toEqual([])
  },
)

test(
  'such documents show a publisher that swallows what it finds',
  LONG,
  async ({onTestFinished}) => {
    const line = await oddLine(onTestFinished, {NODE_OPTIONS: `--import=${SWALLOWING}`})
    const odd = oddDocuments.find(({finds}) => finds)
    if (!odd) throw new Error('The list has no document of which something is found.')

    await expect(publishOdd(line, {...odd, id: 'odd'})).rejects.toThrow('to match object')
  },
)

/** Publishes an odd document; another officer is live all the same, and what is left out is told where it stands. */
async function publishOdd(line: OddLine, odd: OddDocument & {id: string}) {
  const {id, type = 'meeting', fields, finds} = odd
  await write(line.client, [french(id, {_type: type, ...fields})])
  await line.otherOfficerPublishes()
  if (!finds) return
  const findings = await line.findingsOf(id)
  const found = findings.find(({path}) => pathText(path) === pathText(finds.path))
  expect(found, JSON.stringify(findings)).toMatchObject({
    document: id,
    ...(finds.language ? {language: finds.language} : {}),
    expected: expect.stringMatching(/[.…]$/),
    found: expect.stringContaining(finds.found ?? ''),
  })
}
