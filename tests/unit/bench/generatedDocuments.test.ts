import {isRecord} from '@coworkmed/schemas/isRecord'
import {expect, test} from 'vitest'

import {benchLocales} from '../../bench/generatedSite/benchLocales.ts'
import {generatedDocuments} from '../../bench/generatedSite/generatedDocuments.ts'
import {peerPages} from '../../bench/peers/peerPage.ts'

const PAGES = 400
const documents = [...generatedDocuments(PAGES)]
const pages = documents.flatMap(peerPages)

test('are the same in every run', () => {
  expect([...generatedDocuments(PAGES)]).toEqual(documents)
})

test('make as many pages as were asked for, each at an address of its own', () => {
  expect(pages).toHaveLength(PAGES)
  const addresses = pages.map(({locale, section, slug}) => `/${locale}/${section}/${slug}/`)
  expect(new Set(addresses).size).toBe(PAGES)
  expect(addresses).toEqual(addresses.filter((address) => /^(\/[a-z0-9-]+){3}\/$/.test(address)))
})

test('have some 14 kB of text on each page, in each of eight languages', () => {
  expect(benchLocales).toHaveLength(8)
  for (const {id, locale, title, summary, body} of pages) {
    const kilobytes = Buffer.byteLength(`${title}${summary}${body}`) / 1000
    expect.soft(kilobytes, `${id} in ${locale}`).toBeGreaterThan(12)
    expect.soft(kilobytes, `${id} in ${locale}`).toBeLessThan(19)
  }
})

test('point only to documents that come before them', () => {
  const known = new Set<string>()
  for (const document of documents) {
    for (const id of referencesIn(document)) expect.soft(known, document._id).toContain(id)
    known.add(document._id)
  }
})

test('give other generators the very words that the documents hold', () => {
  const page = pages.find(({id, locale}) => id === 'meeting-1' && locale === 'el')
  const stored = JSON.stringify(documents.find(({_id}) => _id === 'meeting-1'))
  const sentences = page?.body.match(/^[^#>[\n-].{40,}\.$/gm) ?? []
  expect(sentences.length).toBeGreaterThan(10)
  for (const sentence of sentences) expect.soft(stored).toContain(sentence)
})

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isRecord(value)) return []
  const own = typeof value._ref === 'string' ? [value._ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}
