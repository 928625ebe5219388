import {expect, test} from 'vitest'

import {createByteReader} from '../../../scripts/content/contentFile/createByteReader.ts'
import {isTar, ndjsonInTar} from '../../../scripts/content/contentFile/ndjsonInTar.ts'

/** A file in a tar archive: its header, and its bytes filled up to whole blocks. */
function entry(name: string, text: string, type = '0') {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124)
  header.write(type, 156)
  header.write('ustar\0', 257)
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512)
  body.write(text)
  return Buffer.concat([header, body])
}

const END = Buffer.alloc(1024)

/** A reader of these bytes, which come in small chunks. */
function readerOf(...parts: readonly Buffer[]) {
  const bytes = Buffer.concat(parts)
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += 100) yield bytes.subarray(from, from + 100)
  }
  return createByteReader(chunks())
}

async function textIn(...parts: readonly Buffer[]) {
  let text = ''
  for await (const chunk of ndjsonInTar(readerOf(...parts))) text += chunk.toString()
  return text
}

test('finds the data wherever in the archive it is', async () => {
  const data = '{"_id":"a"}\n'.repeat(100)

  expect(
    await textIn(
      entry('export/', '', '5'),
      entry('export/images/blue.png', 'x'.repeat(700)),
      entry('export/._data.ndjson', 'of macOS'),
      entry('export/data.ndjson', data),
      entry('export/other.ndjson', 'another'),
      END,
    ),
  ).toBe(data)
})

test.for([
  {fault: 'has no data', parts: [entry('assets.json', '{}'), END], says: 'there is no .ndjson'},
  {fault: 'is empty', parts: [], says: 'there is no .ndjson'},
  {
    fault: 'is cut off',
    parts: [entry('data.ndjson', 'x'.repeat(700)).subarray(0, 1000)],
    says: 'ends within',
  },
])('says that an archive $fault', async ({parts, says}) => {
  await expect(textIn(...parts)).rejects.toThrow(says)
})

test('tells an archive from lines', async () => {
  expect(await isTar(readerOf(entry('data.ndjson', '')))).toBe(true)
  expect(await isTar(readerOf(Buffer.from('{"_id":"a"}\n')))).toBe(false)
})
