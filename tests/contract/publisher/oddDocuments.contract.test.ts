import {pathText} from '@coworkmed/schemas/parse/finding'
import {expect, test as base} from 'vitest'

import {write} from '../site/test.ts'
import {oddDocuments} from './oddDocuments.ts'
import {french, oddLine, PATIENT} from './oddLine.ts'

const PATHS: Record<string, string> = {meeting: '/fr/reunions/', policy: '/fr/politiques/'}

const test = base.extend(
  'line',
  {scope: 'file'},
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  async ({}, {onCleanup}) => oddLine(onCleanup),
)

test.for(oddDocuments.map((odd, index) => ({...odd, id: `odd-${index}`})))(
  '$name stops nobody, is told where it stands, and is mended',
  {timeout: 120_000},
  async ({id, type = 'meeting', fields, finds, at, shows, hides}, {line}) => {
    const document = french(id, {_type: type, ...fields})
    await write(line.client, [document])
    await line.otherOfficerPublishes()

    if (finds) {
      const findings = await line.findingsOf(id)
      const found = findings.find(({path}) => pathText(path) === pathText(finds.path))
      expect(found, JSON.stringify(findings)).toMatchObject({
        document: id,
        ...(finds.language ? {language: finds.language} : {}),
        expected: expect.stringMatching(/[.…]$/),
        found: expect.stringContaining(finds.found ?? ''),
      })
    }
    const page = `${PATHS[type]}${id}/`
    if (shows) await expect.poll(() => line.pageAt(at ?? page), PATIENT).toContain(shows)
    if (hides)
      for (const path of [at ?? page, '/fr/reunions/'])
        expect(await line.pageAt(path)).not.toContain(hides)

    const mended =
      type === 'source' ? {_id: id, _type: type, title: 'Source'} : french(id, {_type: type})
    await write(line.client, [mended])
    if (PATHS[type]) await expect.poll(() => line.pageAt(page), PATIENT).toContain(`Titre de ${id}`)
    expect(await line.findingsOf(id)).toEqual([])
  },
)
