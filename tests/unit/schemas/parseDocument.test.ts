import {parseDocument} from '@coworkmed/schemas/parse/parseDocument'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {runs, seed} from '../../longTests.ts'
import {parseDocument as parseForSite} from '../../../site/src/content/parseDocument.ts'
import {anyDocument, documentTypes} from './anyDocument.ts'
import type {Stored} from './anyDocument.ts'
import {anyJson, nested} from './anyJson.ts'
import {mutated, mutations} from './mutations.ts'
import {realDocuments} from './realDocuments.ts'
import {untoldDifferences} from './untoldDifferences.ts'

const TIMEOUT = {timeout: 300_000}
const real = await realDocuments()

const documents = fc.oneof(
  fc.constantFrom(...documentTypes).chain((type) => anyDocument('a', type)),
  fc.tuple(fc.constantFrom(...real), mutations).map(([each, changes]) => mutated(each, changes)),
)

const property = (check: (document: Stored, parsed: ReturnType<typeof parse>) => void) =>
  fc.assert(
    fc.property(documents, (document) => {
      const isUpload = document._type === 'sanity.imageAsset'
      if (!isUpload || parseDocument(document)) check(document, parse(document))
    }),
    {numRuns: runs(1000, 20_000), ...seed},
  )

test('keeps real documents as they are', () => {
  for (const document of real) {
    const parsed = parse(document)
    expect(untoldDifferences(document, parsed)).toEqual([])
    if (parsed.findings.length === 0) expect(parsed.document).toMatchObject(document)
  }
})

test('whatever is left out of a document is told', TIMEOUT, () => {
  property((document, parsed) => {
    expect(untoldDifferences(document, parsed)).toEqual([])
  })
})

test('a parsed document is parsed to itself, and nothing more is found', TIMEOUT, () => {
  property((document, once) => {
    const again = parse({...once.document, _id: document._id, _type: document._type})
    expect(again.document).toEqual(once.document)
    expect(again.findings.filter(({path, found}) => path.length > 1 || found !== '')).toEqual([])
  })
})

test('what is found is said in short, at a place', TIMEOUT, () => {
  property((_, {findings}) => {
    for (const {path, expected, found} of findings) {
      expect(path.length).toBeGreaterThan(0)
      expect(expected.length).toBeLessThan(300)
      expect(found.length).toBeLessThan(100)
      expect(found.isWellFormed()).toBe(true)
    }
  })
})

test('takes any JSON at all', () => {
  fc.assert(
    fc.property(anyJson, (value) => void parseDocument(value)),
    {numRuns: runs(1000, 20_000), ...seed},
  )
})

test.each([true, false])('takes what is nested without end: %s', (isList) => {
  const deep = nested('x', 100_000, isList)
  const {document} = parse({
    _id: 'a',
    _type: 'meeting',
    _more: deep,
    more: deep,
    title: deep,
    summary: [{_key: 'fr', language: 'fr', value: deep, more: deep}],
    report: [
      {_key: 'fr', value: [{_type: 'block', more: deep, children: [{_type: 'span', text: deep}]}]},
    ],
    place: {_type: 'place', point: {lat: 1, lng: 1, alt: deep}},
    image: {asset: {_ref: 'a', more: deep}, crop: {top: 0, bottom: 0, left: 0, right: 0, deep}},
  })

  expect(() => JSON.stringify(document)).not.toThrow()
})

test.each(['', 'a b', 'a"b', 'é', '../a', 'a'.repeat(200), '\ud800', 'a\n'])(
  'knows no document with the id %j',
  (_id) => {
    expect(parseDocument({_id, _type: 'meeting'})).toBeUndefined()
  },
)

test.each(['__proto__', 'constructor', 'toString', '', 'money', 'unheard'])(
  'knows no document of the type %j',
  (_type) => {
    expect(parseDocument({_id: 'a', _type})).toBeUndefined()
  },
)

test('a language that any entry calls a draft is nowhere', TIMEOUT, () => {
  const code = fc.constantFrom('fr', 'en', 'it')
  const written = fc.constantFrom('', 'upper', 'region', 'underscore', 'spaced', 'key')
  const state = fc.constantFrom<unknown>(
    'draft',
    'Draft',
    ' draft',
    'missing',
    'unheard',
    ['draft'],
    {},
  )
  const entries = fc.array(
    fc.oneof(
      anyJson,
      fc.record({_key: fc.string(), language: code, state: fc.constantFrom('ready', 'source', '')}),
    ),
    {maxLength: 4},
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.tuple(code, written, state),
      fc.tuple(entries, entries),
      (document, [language, way, name], [before, after]) => {
        const hides = {...writtenAs(language, way), state: name}
        const secret = marked(document, language)
        const parsed = parseForSite({...secret, translations: [...before, hides, ...after]})
        expect(JSON.stringify(parsed?.document)).not.toContain(SECRET)
      },
    ),
    {numRuns: runs(500, 10_000), ...seed},
  )
})

const SECRET = 'THE SECRET'

function parse(document: Stored) {
  const parsed = parseDocument(document)
  if (!parsed) throw new Error(`${document._id} is no document.`)
  return parsed
}

/** A language as people and programs write it. */
function writtenAs(language: string, way: string) {
  if (way === 'key') return {_key: language}
  const ways: Record<string, string> = {
    upper: language.toUpperCase(),
    region: `${language}-XX`,
    underscore: `${language}_XX`,
    spaced: ` ${language} `,
  }
  return {_key: 'k', language: ways[way] ?? language}
}

/** A document in which every text of a language says the secret. */
function marked(value: unknown, language: string): object {
  const json = JSON.stringify(value, (_, child: unknown) =>
    typeof child === 'object' &&
    child !== null &&
    'language' in child &&
    child.language === language &&
    'value' in child &&
    typeof child.value === 'string'
      ? {...child, value: SECRET}
      : child,
  )
  const copy: unknown = JSON.parse(json)
  return typeof copy === 'object' && copy !== null ? copy : {}
}
