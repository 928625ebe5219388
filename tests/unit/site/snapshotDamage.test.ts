import {closeSync, openSync, statSync, writeFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {isDamage, isDamagedDatabase} from '../../../site/src/content/snapshot/damage.ts'
import {openSnapshot} from '../../../site/src/content/snapshot/openSnapshot.ts'
import {parseDocument} from '../../../site/src/content/parseDocument.ts'
import {temporaryDirectory} from '../publisher/temporaryDirectory.ts'

const meetings = (count: number) =>
  Array.from({length: count}, (_, n) =>
    parseDocument({
      _id: `meeting-${n}`,
      _type: 'meeting',
      _rev: 'r1',
      _createdAt: '2017-10-05T09:00:00Z',
      _updatedAt: '2017-10-05T09:00:00Z',
      title: [
        {
          _key: 'fr',
          _type: 'internationalizedArrayStringValue',
          language: 'fr',
          value: 'x'.repeat(900),
        },
      ],
    }),
  ).filter((document) => document !== undefined)

function overwrite(file: string, from: number, length: number) {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xaa), 0, length, from)
  closeSync(handle)
}

test('begins anew on a file that is no database', () => {
  const file = join(temporaryDirectory(), 'snapshot.db')
  writeFileSync(file, 'not a database, but long enough to be taken for one'.repeat(100))

  const snapshot = openSnapshot(file)
  snapshot.write(meetings(1))

  expect([...snapshot.documents()].map(({id}) => id)).toEqual(['meeting-0'])
  snapshot.close()
})

test('begins anew when pages of the file are damaged', () => {
  const file = join(temporaryDirectory(), 'snapshot.db')
  const first = openSnapshot(file)
  first.write(meetings(200))
  first.close()
  expect(isDamagedDatabase(file)).toBe(false)
  overwrite(file, 8192, statSync(file).size - 8192)
  expect(isDamagedDatabase(file)).toBe(true)

  const again = openSnapshot(file)

  expect([...again.documents()]).toEqual([])
  again.close()
  expect(isDamagedDatabase(file)).toBe(false)
})

test('takes no other failure for damage', () => {
  expect(isDamage(new Error('disk full'))).toBe(false)
  expect(isDamage(Object.assign(new Error('busy'), {errcode: 5}))).toBe(false)
  expect(isDamage(Object.assign(new Error('malformed'), {errcode: 267}))).toBe(true)
})
