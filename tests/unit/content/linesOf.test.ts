import {expect, test} from 'vitest'

import {linesOf} from '../../../scripts/content/contentFile/linesOf.ts'

/** The lines of a text that comes in chunks of so many bytes. */
async function lines(text: string, size: number) {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
  }
  const found: string[] = []
  for await (const line of linesOf(chunks())) found.push(line)
  return found
}

test.for([1, 2, 3, 1000])('puts lines together from chunks of %d bytes', async (size) => {
  expect(await lines('één\n\n{"a":"\u2028\r"}\nλ', size)).toEqual([
    'één',
    '',
    '{"a":"\u2028\r"}',
    'λ',
  ])
})

test('keeps a byte order mark, which no import takes', async () => {
  expect(await lines('\uFEFF{}\n', 1000)).toEqual(['\uFEFF{}', ''])
})
